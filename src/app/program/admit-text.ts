import { admitText } from '../../core/care/door.ts'
import { describeRefusal } from '../../core/care/messages.ts'

/** Longer than any cell or line of a file may be: length is held by the readers, with better words. */
const LENGTH = 2000

/**
 * Why a text of a file may not come in, as a file's problems are worded (no full stop); undefined if it may. A file
 * cannot be asked back, so a number that may be a patient's stays out, unless a `phoneNumber` is what one expects here.
 */
export function refusalOf(text: string, expected: { phoneNumber?: true } = {}): string | undefined {
  const admission = admitText(text, { maxLength: LENGTH, confirmed: expected.phoneNumber ?? false })
  if (admission.ok) return undefined
  const sentence = describeRefusal(admission.why, 'file').replace(/[.]$/, '')
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}
