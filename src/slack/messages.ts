import type { Message } from '../core/message/message.ts'

/** The few words that only Slack's own ways make necessary; everything else is said by the features. */
export const words = {
  name: 'Rounds',
  more: 'There is more than fits here.',
  close: 'Close',
  cancel: 'Cancel',
  nothingToChoose: 'There is nothing to choose from yet.',
  emptyLabel: '…',
  loading: 'One moment …',
  saving:
    'This takes longer than usual. What you wrote is still here; this window closes by itself once it is stored. If it stays for more than a minute, please send it again.',
  saved: 'Stored.',
  notStored: 'This was not stored. What you wrote is still here: please send it again in a moment.',
} as const

/** Slack lets a form open only within three seconds of the press. */
export const tooLateToOpen: Message = {
  preview: 'The form could not open in time',
  blocks: [
    { kind: 'text', text: 'Slack did not let the form open in time. Please press or type it once more.' },
  ],
}

/** Slack opens no form in answer to a message. */
export const typeTheCommand: Message = {
  preview: 'Please use the command for this',
  blocks: [
    {
      kind: 'text',
      text: 'Slack opens a form only from a button or a command. Type /mentor to see what is there.',
    },
  ],
}

export const finished: Message = {
  preview: words.saved,
  blocks: [{ kind: 'text', text: words.saved }],
}
