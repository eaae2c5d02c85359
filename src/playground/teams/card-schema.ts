import { z } from 'zod'
import { at } from './json.ts'

/** One of these words, in whatever case. */
function word(...words: readonly string[]) {
  return z
    .string()
    .refine((value) => words.includes(value.toLowerCase()), { error: `is none of ${words.join(', ')}` })
    .optional()
}

/** What stands in a card under `type`; what Teams does not know needs a fallback. */
function known(what: string, kinds: () => Readonly<Record<string, z.ZodType>>): z.ZodType<unknown> {
  return z.unknown().superRefine((value, context) => {
    const type = String(at(value, 'type'))
    const schema = Object.hasOwn(kinds(), type) ? kinds()[type] : undefined
    if (schema === undefined) {
      if (at(value, 'fallback') === undefined)
        context.addIssue({ code: 'custom', message: `${type} is no ${what} that Teams knows` })
      return
    }
    for (const { path, message } of schema.safeParse(value).error?.issues ?? [])
      context.addIssue({ code: 'custom', path: [...path], message: `${message} (${type})` })
  })
}

const element = known('element', () => elements)
const action = known('action', () => actions)
const optional = { flag: z.boolean().optional(), text: z.string().optional(), number: z.number().optional() }
const url = z
  .string()
  .refine((value) => /^(https?:|mailto:|tel:|msteams:)/i.test(value) && URL.canParse(value), {
    error: 'is no address that Teams opens',
  })
const picture = z.string().regex(/^(https:\/\/|data:image\/)/i, 'is no address of a picture')
const pixels = z.string().regex(/^\d+px$/, 'is no size in pixels')
const styles = word('default', 'emphasis', 'good', 'attention', 'warning', 'accent')
const sides = word('left', 'center', 'right')
const looks = {
  color: word('default', 'dark', 'light', 'accent', 'good', 'warning', 'attention'),
  fontType: word('default', 'monospace'),
  isSubtle: optional.flag,
  size: word('default', 'small', 'medium', 'large', 'extralarge'),
  weight: word('default', 'lighter', 'bolder'),
}
const everywhere = {
  id: z.string().min(1).optional(),
  isVisible: optional.flag,
  separator: optional.flag,
  spacing: word('default', 'none', 'extrasmall', 'small', 'medium', 'large', 'extralarge', 'padding'),
  height: z.union([z.literal(['auto', 'stretch']), pixels]).optional(),
}
const container = {
  ...everywhere,
  style: styles,
  bleed: optional.flag,
  minHeight: pixels.optional(),
  selectAction: action.optional(),
}
const input = {
  ...everywhere,
  id: z.string().min(1),
  label: z.union([z.string(), z.looseObject({ type: z.string() })]).optional(),
  isRequired: optional.flag,
  errorMessage: optional.text,
}
const run = z.union([
  z.string(),
  z.looseObject({
    type: z.literal('TextRun'),
    text: z.string(),
    ...looks,
    italic: optional.flag,
    strikethrough: optional.flag,
    underline: optional.flag,
    highlight: optional.flag,
    selectAction: action.optional(),
  }),
])
const image = z.looseObject({
  ...everywhere,
  url: picture,
  altText: optional.text,
  selectAction: action.optional(),
})
const column = z.looseObject({
  ...container,
  type: z.literal('Column').optional(),
  items: z.array(element).optional(),
  width: z
    .union([z.number(), z.string().regex(/^(auto|stretch|\d+(\.\d+)?|\d+px)$/i, 'is no width')])
    .optional(),
})
const cell = z.looseObject({ ...container, type: z.literal('TableCell').optional(), items: z.array(element) })
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'is no date')
const time = z.string().regex(/^\d{2}:\d{2}$/, 'is no time')
const choice = z.looseObject({ title: z.string(), value: z.string() })

function isPattern(value: string): boolean {
  try {
    return new RegExp(value) instanceof RegExp
  } catch {
    return false
  }
}

const elements: Readonly<Record<string, z.ZodType>> = {
  TextBlock: z.looseObject({
    ...everywhere,
    ...looks,
    text: z.string(),
    wrap: optional.flag,
    maxLines: optional.number,
    horizontalAlignment: sides,
    style: word('default', 'heading', 'columnheader'),
  }),
  RichTextBlock: z.looseObject({ ...everywhere, inlines: z.array(run).min(1), horizontalAlignment: sides }),
  Image: image,
  ImageSet: z.looseObject({ ...everywhere, images: z.array(image).min(1) }),
  Media: z.looseObject({
    ...everywhere,
    sources: z.array(z.looseObject({ url, mimeType: z.string().optional() })).min(1),
  }),
  Container: z.looseObject({ ...container, items: z.array(element) }),
  ColumnSet: z.looseObject({ ...container, columns: z.array(column).optional() }),
  FactSet: z.looseObject({
    ...everywhere,
    facts: z.array(z.looseObject({ title: z.string(), value: z.string() })).min(1),
  }),
  ActionSet: z.looseObject({ ...everywhere, actions: z.array(action).min(1) }),
  Table: z.looseObject({
    ...everywhere,
    columns: z.array(z.looseObject({})).optional(),
    rows: z.array(z.looseObject({ type: z.literal('TableRow').optional(), cells: z.array(cell) })),
  }),
  'Input.Text': z.looseObject({
    ...input,
    isMultiline: optional.flag,
    maxLength: z.number().int().positive().optional(),
    placeholder: optional.text,
    regex: z.string().refine(isPattern, { error: 'is no regular expression' }).optional(),
    style: word('text', 'tel', 'url', 'email', 'password'),
    value: optional.text,
  }),
  'Input.Number': z.looseObject({
    ...input,
    max: optional.number,
    min: optional.number,
    placeholder: optional.text,
    value: optional.number,
  }),
  'Input.Date': z.looseObject({
    ...input,
    max: date.optional(),
    min: date.optional(),
    value: date.optional(),
  }),
  'Input.Time': z.looseObject({
    ...input,
    max: time.optional(),
    min: time.optional(),
    value: time.optional(),
  }),
  'Input.Toggle': z.looseObject({
    ...input,
    title: z.string().min(1),
    value: optional.text,
    valueOff: optional.text,
    valueOn: optional.text,
    wrap: optional.flag,
  }),
  'Input.ChoiceSet': z
    .looseObject({
      ...input,
      choices: z.array(choice).optional(),
      'choices.data': z.looseObject({ type: z.literal('Data.Query'), dataset: z.string() }).optional(),
      isMultiSelect: optional.flag,
      style: word('compact', 'expanded', 'filtered'),
      value: optional.text,
      wrap: optional.flag,
    })
    .refine((set) => Boolean(set.choices?.length) || set['choices.data'] !== undefined, {
      error: 'there is nothing to choose from',
    })
    .refine((set) => !set.isMultiSelect || !set.choices?.some(({ value }) => value.includes(',')), {
      error: 'a comma in a value: several values are sent with commas between them',
    }),
}

const anAction = {
  title: optional.text,
  iconUrl: optional.text,
  style: word('default', 'positive', 'destructive'),
  isEnabled: optional.flag,
  mode: word('primary', 'secondary'),
  tooltip: optional.text,
}
const data = z.union([z.string(), z.looseObject({})]).optional()
const associatedInputs = word('auto', 'none')

const actions: Readonly<Record<string, z.ZodType>> = {
  'Action.Execute': z.looseObject({ ...anAction, verb: optional.text, data, associatedInputs }),
  'Action.Submit': z.looseObject({ ...anAction, data, associatedInputs }),
  'Action.OpenUrl': z.looseObject({ ...anAction, url }),
  'Action.ShowCard': z.looseObject({
    ...anAction,
    card: z.looseObject({ type: z.literal('AdaptiveCard'), body: z.array(element).optional() }),
  }),
  'Action.ToggleVisibility': z.looseObject({
    ...anAction,
    targetElements: z.array(z.union([z.string(), z.looseObject({ elementId: z.string() })])),
  }),
}

/** An Adaptive Card as Teams shows it of a bot: schema 1.5, and what Teams itself knows beside it. */
export const adaptiveCard = z.looseObject({
  type: z.literal('AdaptiveCard'),
  version: z.string().regex(/^1\.[0-5]$/, 'Teams shows cards of bots up to version 1.5'),
  body: z.array(element).optional(),
  actions: z.array(action).optional(),
  selectAction: action.optional(),
  refresh: z
    .looseObject({
      action,
      userIds: z.array(z.string()).max(60, 'Teams refreshes a card for at most 60 people').optional(),
    })
    .optional(),
  fallbackText: optional.text,
  speak: optional.text,
  lang: optional.text,
  minHeight: pixels.optional(),
  msteams: z.looseObject({}).optional(),
})
