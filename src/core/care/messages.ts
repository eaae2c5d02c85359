import type { TextRefusal } from './door.ts'
import type { IdentifierKind } from './finding.ts'

const IDENTIFIER_NAMES: Readonly<Record<IdentifierKind, string>> = {
  'nhs-number': 'an NHS number',
  'record-number': 'a hospital or medical record number',
  'social-security-number': 'a social security number',
  'birth-date': 'a date of birth',
  'patient-name': 'the name of a patient',
}

/**
 * One sentence on why a text was not taken and what to do. In a form it stands at the field, where the text is kept;
 * in a chat the message stays in Slack or Teams, so its author is asked to delete an identifier there; of a file it
 * is said beside line and column, and nobody can be asked back.
 */
export function describeRefusal(refusal: TextRefusal, where: 'chat' | 'form' | 'file'): string {
  switch (refusal.kind) {
    case 'empty':
      return where === 'chat' ? 'I got no words there: please write a few.' : 'Please write a few words here.'
    case 'too-long':
      return `That is ${inCharacters(refusal.by)} too long: please shorten it to ${inCharacters(refusal.limit)}.`
    case 'control-characters':
      return where === 'chat'
        ? 'That text has hidden control characters that I cannot keep: please type it in again.'
        : 'This text has hidden control characters that I cannot keep: please type it in afresh.'
    case 'identifier':
      return describeIdentifier(`${IDENTIFIER_NAMES[refusal.identifier]} (${refusal.masked})`, where)
    case 'maybe-identifier':
      return describeDoubt(refusal.masked, where)
  }
}

function describeDoubt(masked: string, where: 'chat' | 'form' | 'file'): string {
  switch (where) {
    case 'chat':
      return `Could ${masked} be a patient’s NHS number? If it is something else, send your message once more; if it is, please delete it where it still stands here.`
    case 'form':
      return `Could ${masked} be a patient’s NHS number? If it is something else, press the button once more; if it is, please take it out.`
    case 'file':
      return `This could be a patient’s NHS number (${masked}), and patient identifiers have no place here: please take it out.`
  }
}

function describeIdentifier(what: string, where: 'chat' | 'form' | 'file'): string {
  return where === 'chat'
    ? `I kept nothing of that message, because it seems to hold ${what}: please delete it where it still stands here, and send it again without.`
    : `This seems to hold ${what}, and patient identifiers have no place here: please take it out.`
}

function inCharacters(count: number): string {
  return count === 1 ? '1 character' : `${count.toLocaleString('en-GB')} characters`
}
