import type { Field, FieldErrors, Form, FormPart, Option, Values } from '../message/form.ts'
import { textIn } from '../message/form.ts'
import { rankWord } from './find-messages.ts'

/** So many mentors can be named. */
export const mostPreferences = 3
// Slack's menus take 100 options, and one of them is nobody.
const mostOptions = 99
const nobody = 'nobody'
const fields = ['first', 'second', 'third'] as const

export interface Choice {
  readonly id: string
  readonly label: string
}

export interface PreferencesAsked {
  readonly programId: string
  /** Best fitting first; the form takes the first 99, and whoever is named already. */
  readonly choices: readonly Choice[]
  /** Ids of those named already, the first choice first; they are among the choices. */
  readonly chosen: readonly string[]
  /** Names of those named already who cannot be chosen any more, whatever the reason is. */
  readonly gone: readonly string[]
  readonly locale: string
}

/** The form in which preferences are named, changed, put in another order and taken back. */
export function preferencesForm(asked: PreferencesAsked): Form {
  const { programId, gone, chosen } = asked
  const options = optionsOf(asked)
  const count = Math.min(mostPreferences, asked.choices.length)
  return {
    verb: 'find.prefer-save',
    about: programId,
    title: 'My preferences',
    submit: 'Save',
    parts: [
      { kind: 'words', block: { kind: 'text', text: preferencesMean } },
      ...(gone.length > 0 ? [goneWords(gone, asked.locale)] : []),
      ...fields
        .slice(0, count)
        .map(
          (name, rank): FormPart => ({ kind: 'field', field: choiceField(name, rank, { options, chosen }) }),
        ),
    ],
  }
}

/** The same, with a choice that somebody sent in although it is not offered any more: so it can be said at its field. */
export function withStaleChoices(form: Form, values: Values): Form {
  return {
    ...form,
    parts: form.parts.map((part) =>
      part.kind === 'field' && part.field.kind === 'choice'
        ? {
            ...part,
            field: { ...part.field, options: withSent(part.field.options, textIn(values, part.field.name)) },
          }
        : part,
    ),
  }
}

/** Ids of those named, the first choice first; or what is wrong, field by field. */
export function readPreferences(
  values: Values,
  known: ReadonlySet<string>,
): { readonly mentorIds: readonly string[] } | { readonly errors: FieldErrors } {
  const errors: Record<string, string> = {}
  const mentorIds: string[] = []
  for (const name of fields) {
    const id = textIn(values, name)
    if (id === '' || id === nobody) continue
    if (!known.has(id))
      errors[name] = 'This mentor is not to be found here any more. Please choose somebody else, or nobody.'
    else if (mentorIds.includes(id))
      errors[name] = 'You have chosen this mentor above already. Please choose somebody else, or nobody.'
    else mentorIds.push(id)
  }
  return Object.keys(errors).length > 0 ? { errors } : { mentorIds }
}

const preferencesMean =
  'Whom would you like as a mentor? It counts the next time pairs are proposed, and is a wish, no promise. Mentors are not told who named them; your coordinator reads it where it speaks for a pair.'

function goneWords(gone: readonly string[], locale: string): FormPart {
  const names = new Intl.ListFormat(locale).format(gone)
  return {
    kind: 'words',
    block: {
      kind: 'note',
      text: `Not to be found here at the moment: ${names}. If you save, they are no longer among your preferences.`,
    },
  }
}

function optionsOf({ choices, chosen }: PreferencesAsked): Option[] {
  const named = new Set(chosen)
  const first = choices.filter(({ id }) => named.has(id))
  const others = choices.filter(({ id }) => !named.has(id)).slice(0, mostOptions - first.length)
  const offered = new Set([...first, ...others].map(({ id }) => id))
  return [
    { value: nobody, label: 'Nobody in particular' },
    ...choices.filter(({ id }) => offered.has(id)).map(({ id, label }) => ({ value: id, label })),
  ]
}

function choiceField(
  name: (typeof fields)[number],
  rank: number,
  { options, chosen }: { readonly options: readonly Option[]; readonly chosen: readonly string[] },
): Field {
  const word = rankWord(rank)
  const label = `${word.charAt(0).toUpperCase()}${word.slice(1)} choice`
  const value = chosen[rank] ?? (rank === 0 ? undefined : nobody)
  return {
    kind: 'choice',
    name,
    label,
    options,
    ...(value !== undefined && { value }),
    ...(rank > 0 && { optional: true }),
  }
}

function withSent(options: readonly Option[], sent: string): readonly Option[] {
  const isKnown = sent === '' || options.some(({ value }) => value === sent)
  return isKnown ? options : [...options, { value: sent, label: 'Not to be found here any more' }]
}
