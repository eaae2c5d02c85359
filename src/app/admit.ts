import { admitText, type TextRefusal } from '../core/care/door.ts'
import { findIdentifiers } from '../core/care/identifiers.ts'
import { describeRefusal } from '../core/care/messages.ts'
import { checkValues, fieldsOf } from '../core/message/check-values.ts'
import type { Field, FieldErrors, Form, Values } from '../core/message/form.ts'
import type { Intent } from '../core/message/intent.ts'
import { firstTime } from '../store/processed-events.ts'
import type { Scope } from '../store/scope.ts'

/** The longest text a chat message may hold; what a form takes stands at its fields. */
const CHAT_LENGTH = 3000
const NUMBER_LENGTH = 40

/** Who types where: decides whether a doubtful number was asked about before. */
interface Writer {
  readonly scope: Scope
  readonly personId: string
}

export type Admitted<Taken> =
  | { readonly ok: true; readonly taken: Taken }
  /** `mayBeShown`: nothing in it points to a patient, so that it can be given back. */
  | { readonly ok: false; readonly why: string; readonly mayBeShown: boolean }

/** The one door for words in a chat: as they are to be kept, or one sentence why they cannot be. */
export async function admitWords(writer: Writer, intent: Intent, words: string): Promise<Admitted<string>> {
  if (words.trim() === '') return { ok: true, taken: '' }
  const admission = await admit(writer, { raw: words, maxLength: CHAT_LENGTH, at: intent.kind })
  if (admission.ok) return { ok: true, taken: admission.text }
  const mayBeShown = findIdentifiers(words).length === 0
  return { ok: false, why: describeRefusal(admission.why, 'chat'), mayBeShown }
}

/** The one door for a form: the values as they are to be kept, or what is wrong, field by field. */
export async function admitValues(
  writer: Writer,
  form: Form,
  values: Values,
): Promise<{ ok: true; taken: Values } | { ok: false; errors: FieldErrors }> {
  const errors: Record<string, string> = { ...checkValues(form, values) }
  const taken: Record<string, string | readonly string[]> = {}
  for (const field of fieldsOf(form)) {
    const value = values[field.name]
    if (value === undefined || value.length === 0 || errors[field.name] !== undefined) continue
    const maxLength = longestIn(field)
    if (maxLength === undefined || typeof value !== 'string') {
      taken[field.name] = value
      continue
    }
    const at = [form.verb, form.about, field.name].join(':')
    const admission = await admit(writer, { raw: value, maxLength, at })
    if (admission.ok) taken[field.name] = admission.text
    else if (admission.why.kind !== 'empty') errors[field.name] = describeRefusal(admission.why, 'form')
  }
  return Object.keys(errors).length === 0 ? { ok: true, taken } : { ok: false, errors }
}

/** How long what is typed into a field may be; undefined where nothing is typed, but chosen. A number is typed, too. */
function longestIn(field: Field): number | undefined {
  if (field.kind === 'text') return field.maxLength
  return field.kind === 'number' ? NUMBER_LENGTH : undefined
}

/**
 * A doubtful number is asked about once: sent again at the same place within a day, it comes in. What is remembered is
 * that the question was asked, never the number.
 */
async function admit(
  writer: Writer,
  text: { raw: string; maxLength: number; at: string },
): Promise<{ ok: true; text: string } | { ok: false; why: TextRefusal }> {
  const { raw, maxLength, at } = text
  const admission = admitText(raw, { maxLength })
  if (admission.ok || admission.why.kind !== 'maybe-identifier') return admission
  const askedNow = await firstTime(writer.scope, `asked:${writer.personId}:${at}`)
  return askedNow ? admission : admitText(raw, { maxLength, confirmed: true })
}
