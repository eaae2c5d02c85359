import type { FieldErrors, Form } from '../core/message/form.ts'
import type { Message } from '../core/message/message.ts'

/** What only Teams needs saying: where an answer went, and why a dialog needs one more press. */
export const words = {
  writtenToYou: 'I have written to you in our own chat.',
  cannotReachYou:
    'I could not write to you in a chat of our own. Please open Rounds in Teams, say hello there, and try again.',
  notKnownAnyMore: 'This button does not work any more. Type “help” in our chat to see what I can do.',
  nothingLeft: 'There is nothing left to do here.',
  takesLonger: 'This takes longer than usual. I will write to you in our chat as soon as it is done.',
  notSaved: 'I could not save what you entered just now. Please open the form again.',
  fieldsToMend: 'Some of it could not be taken as it is:',
  fileGone: 'The file is not here any more: files wait for a week. Please ask for it again.',
  fileTaken: 'You have this file already: it is in your OneDrive.',
  fileDeclined: 'That is fine, nothing was saved. You can ask for the file again whenever you like.',
  fileNotStored: 'I could not put the file into your OneDrive. Please try again in a moment.',
  noFilesHere:
    'Your organization’s Teams takes no files from apps, so I cannot hand it over here. Please ask whoever looks after Rounds for it.',
  openForm: 'Open the form',
  dialogTitle: 'Rounds',
} as const

/** The verb of the button that opens the form of a command; what it is about are the command's words. */
export const openFormVerb = 'form.open'

/** Text and presses cannot open a dialog in Teams: a card with the one button that can. */
export function formOffer(title: string, press: { readonly verb: string; readonly about?: string }): Message {
  return {
    preview: title,
    blocks: [
      { kind: 'heading', text: title },
      {
        kind: 'buttons',
        buttons: [{ label: words.openForm, ...press, tone: 'primary', opensForm: true }],
      },
    ],
  }
}

/** The complaints about fields, for where no form can be drawn again. */
export function complaints(form: Form, errors: FieldErrors): Message {
  return {
    preview: form.title,
    blocks: [
      { kind: 'text', text: words.fieldsToMend },
      { kind: 'list', items: Object.values(errors) },
    ],
  }
}

export function onlyWords(text: string): Message {
  return { preview: text, blocks: [{ kind: 'text', text }] }
}
