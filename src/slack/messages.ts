import type { Message } from '../core/message/message.ts'

/** The few words that only Slack's own ways make necessary; everything else is said by the features. */
export const words = {
  name: 'Rounds',
  more: 'There is more than fits here.',
  close: 'Close',
  cancel: 'Cancel',
  nothingToChoose: 'There is nothing to choose from yet.',
  emptyLabel: '…',
  saving:
    'This takes longer than usual. What you wrote is still here, and this window changes by itself once it is stored. If it does not within a minute, please send it again.',
  openFile: 'Open the file',
  fileGone: 'The file is not here any more: files wait for a week. Please ask for it again.',
  filesNotAllowed:
    'This workspace does not let me hand files over. Please tell whoever looks after Rounds or Slack.',
  notStored: 'This was not stored. What you wrote is still here: please send it again in a moment.',
} as const

export const loading = short('One moment …')

export const finished = short('Done.')

export const notStored = short('This was not stored. Please close this window and try again in a moment.')

/** Slack lets a form open only within three seconds of the press. */
export const tooLateToOpen = short(
  'Slack did not let the form open in time. Please press or type it once more.',
)

/** Slack opens no form in answer to a message. */
export const typeTheCommand = short(
  'Slack opens a form only from a button or a command. Type /mentor to see what is there.',
)

function short(text: string): Message {
  return { preview: text, blocks: [{ kind: 'text', text }] }
}
