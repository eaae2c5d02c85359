import type { Field } from '../../core/message/form.ts'
import { type CardPart, literal, richText } from './text.ts'

const isoDate = /^\d{4}-\d{2}-\d{2}$/
// What Markdown could read in an option's label: radio buttons and checkboxes interpret it, drop-downs do not.
const markup = /[*_`[\]<>~#\\!|&]|^\s*(?:\d+[.)]|[-+])/

/**
 * Inputs are named `one:NAME`, or `many:NAME` where several may be chosen, so that what comes back can be read
 * without the form, and so that no field can take the place of `verb` or `about`.
 */
export function fieldParts(field: Field, error: string | undefined): CardPart[] {
  return [
    { ...inputOf(field), label: labelOf(field), ...requirement(field) },
    ...(error === undefined ? [] : close(richText(error, { color: 'Attention', weight: 'Bolder' }))),
    ...(field.hint === undefined ? [] : close(richText(field.hint, { size: 'Small', isSubtle: true }))),
  ]
}

/** Teams marks only what is required, with a star: where nothing is, nobody could tell. */
function labelOf({ label, optional }: Field): string {
  return literal(optional ? `${label} (optional)` : label)
}

function close(parts: readonly CardPart[]): CardPart[] {
  return parts.map((part) => ({ ...part, spacing: 'Small' }))
}

function requirement(field: Field): CardPart {
  return { ...(field.optional ? {} : { isRequired: true }), errorMessage: askFor(field) }
}

function askFor(field: Field): string {
  switch (field.kind) {
    case 'text':
      return `Please write something here, up to ${field.maxLength} characters.`
    case 'choice':
      return 'Please choose one.'
    case 'choices':
      return 'Please choose at least one.'
    case 'date':
      return 'Please give a date.'
    case 'number':
      return `Please give a ${field.whole ? 'whole number' : 'number'}${rangeOf(field)}.`
  }
}

function rangeOf({ min, max }: { readonly min?: number; readonly max?: number }): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`
  if (min !== undefined) return ` of at least ${min}`
  return max === undefined ? '' : ` of at most ${max}`
}

function inputOf(field: Field): CardPart {
  const id = `${field.kind === 'choices' ? 'many' : 'one'}:${field.name}`
  switch (field.kind) {
    case 'text':
      return {
        type: 'Input.Text',
        id,
        maxLength: field.maxLength,
        ...(field.multiline && { isMultiline: true }),
        ...entered(field.value),
      }
    case 'choice':
      return { ...choiceSet(id, field), ...entered(field.value) }
    case 'choices':
      return {
        type: 'Input.ChoiceSet',
        id,
        isMultiSelect: true,
        style: 'expanded',
        wrap: true,
        choices: field.options.map((option) => ({
          title: unmarked(literal(option.label)),
          value: encodeURIComponent(option.value.toWellFormed()),
        })),
        ...entered(field.values?.map((value) => encodeURIComponent(value.toWellFormed())).join(',')),
      }
    case 'date':
      return isShowable(field.value, (value) => isoDate.test(value))
        ? { type: 'Input.Date', id, ...entered(field.value) }
        : { type: 'Input.Text', id, placeholder: 'YYYY-MM-DD', ...entered(field.value) }
    case 'number':
      return numberInput(field, id)
  }
}

function choiceSet(id: string, { options, folded }: Extract<Field, { readonly kind: 'choice' }>): CardPart {
  const radio = !folded && options.length <= 7 && !options.some((option) => markup.test(option.label))
  return {
    type: 'Input.ChoiceSet',
    id,
    style: radio ? 'expanded' : 'compact',
    wrap: true,
    choices: options.map((option) => ({ title: literal(option.label), value: option.value })),
  }
}

/**
 * What was typed and is no number stays to be mended, in a text input: a number input could not show it. Bounds only
 * where a number must be given: Teams holds an empty number against them (github.com/microsoft/AdaptiveCards/issues/8347),
 * and a form with one left out could not be sent. Rounds checks them itself.
 */
function numberInput(field: Extract<Field, { readonly kind: 'number' }>, id: string): CardPart {
  const showable = isShowable(field.value, (value) => value.trim() !== '' && Number.isFinite(Number(value)))
  if (!showable) return { type: 'Input.Text', id, ...entered(field.value) }
  return {
    type: 'Input.Number',
    id,
    ...(!field.optional && field.min !== undefined && { min: field.min }),
    ...(!field.optional && field.max !== undefined && { max: field.max }),
    ...(field.value !== undefined && { value: Number(field.value) }),
  }
}

function isShowable(value: string | undefined, test: (value: string) => boolean): boolean {
  return value === undefined || test(value)
}

function entered(value: string | undefined): CardPart {
  return value === undefined ? {} : { value: value.toWellFormed() }
}

/** Checkboxes read Markdown in every client: their labels get signs that look the same and mean nothing. */
function unmarked(label: string): string {
  const twins: Readonly<Record<string, string>> = {
    '*': '∗',
    _: '＿',
    '`': 'ˋ',
    '[': '［',
    ']': '］',
    '<': '‹',
    '>': '›',
    '~': '∼',
    '#': '＃',
    '\\': '＼',
    '!': '！',
    '|': '｜',
    '&': '＆',
  }
  const replaced = label.replace(/[*_`[\]<>~#\\!|&]/g, (sign) => twins[sign] ?? sign)
  return replaced.replace(/^(\s*\d+)(?=[.)])/, '$1\u2060').replace(/^(\s*)(?=[-+])/, '$1\u2060')
}
