import { type FieldErrors, type Form, type FormPart, textIn, type Values } from '../message/form.ts'
import { shortened } from '../message/label.ts'
import type { Message } from '../message/message.ts'
import { sentence } from '../message/messages.ts'

/** More people than this are no matter for a list. */
const MOST = 20
/** What Slack's menus take. */
const LONGEST_LABEL = 75

interface Named {
  readonly id: string
  readonly name: string
  readonly email: string
}

/** The form of a person's own list: it stands in a form and nowhere else, because it is theirs alone. */
export function ownListForm(listed: readonly Named[]): Form {
  const off: FormPart = {
    kind: 'field',
    field: {
      kind: 'choices',
      name: 'off',
      label: 'Take off your list',
      hint: 'These are on your list now.',
      options: listed.map(({ id, name, email }) => ({
        value: id,
        label: shortened(`${name} (${email})`, LONGEST_LABEL),
      })),
      optional: true,
    },
  }
  return {
    verb: 'profile.apart-save',
    title: 'Not paired with',
    submit: 'Save',
    parts: [
      { kind: 'words', block: { kind: 'text', text: explained } },
      ...(listed.length > 0 ? [off] : []),
      {
        kind: 'field',
        field: {
          kind: 'text',
          name: 'add',
          label: 'Put on your list',
          hint: 'Names or e-mail addresses from the staff list, one per line. Who will read it: only you.',
          multiline: true,
          maxLength: 3000,
          optional: true,
        },
      },
    ],
  }
}

const explained =
  'Here you can name people whom you would rather not be paired with. I never propose them to you, nor you to them. The list is yours alone: it is kept sealed, nobody else reads it, and nobody is told.'

/** What was typed, a line each, as names and addresses are compared. */
export function linesIn(values: Values): string[] {
  return textIn(values, 'add')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
}

/** The same name or address, whatever its case and the way its letters are written. */
export function comparable(line: string): string {
  return line.normalize('NFKC').toLowerCase()
}

/** The list as it is from now on, or what is wrong with what was typed. `known`: everybody whom a line may mean. */
export function readOwnList(
  values: Values,
  before: { readonly self: string; readonly ids: readonly string[]; readonly known: readonly Named[] },
): { readonly ids: readonly string[] } | { readonly errors: FieldErrors } {
  const off = new Set(values['off'] ?? [])
  const added: string[] = []
  for (const [at, line] of linesIn(values).entries()) {
    const meant = meantBy(line, before)
    if ('problem' in meant) return { errors: { add: `Line ${at + 1}: ${meant.problem}` } }
    added.push(meant.id)
  }
  const ids = [...new Set([...before.ids.filter((id) => !off.has(id)), ...added])]
  if (ids.length > MOST) return { errors: { add: `At most ${MOST} people fit on this list.` } }
  return { ids }
}

function meantBy(
  line: string,
  { self, known }: { readonly self: string; readonly known: readonly Named[] },
): { readonly id: string } | { readonly problem: string } {
  const wanted = comparable(line)
  const byAddress = known.filter(({ email }) => email === wanted)
  const found =
    byAddress.length > 0
      ? byAddress
      : known.filter(({ name }) => comparable(name.replace(/\s+/g, ' ').trim()) === wanted)
  const [first, second] = found
  const shown = shortened(line, 60)
  if (!first) return { problem: `nobody in the staff list has the name or address “${shown}”.` }
  if (second)
    return { problem: `more than one person is called “${shown}”. Please write the e-mail address.` }
  if (first.id === self) return { problem: 'that is yourself.' }
  return first
}

/** The same words whoever was named, and however many: it may stand in a chat. */
export const ownListKept: Message = sentence(
  'Noted, for you and me alone. It ends no pair that you are in: for that there is “rematch”, and no reason is needed.',
)
