import type { FileRef } from '../message/file-ref.ts'
import type { Form } from '../message/form.ts'
import type { Button, Message } from '../message/message.ts'
import { sentence } from '../message/messages.ts'

const askExport: Button = { label: 'Send me my record', verb: 'person.export' }

/** Whoever forgets me is asked twice; this is the first time. */
export function forgetQuestion(coordinates: readonly string[]): Message {
  return {
    preview: 'What goes when I forget you',
    blocks: [
      { kind: 'heading', text: 'If I forget you' },
      {
        kind: 'list',
        items: [
          'At once and for good: your profile and accounts, answers, journal, goals, action plan, ratings, requests and files go. Nobody can bring them back.',
          'What you shared with your pair goes as well. Where I have sent it, I will change the message to “removed”; it may have been read.',
          'Your pairs end. The other person hears only that.',
          'Meetings stay with their day and minutes, with “a former member” in your place.',
          'What you typed in a chat stays in your employer’s Slack or Teams: only they can delete it.',
        ],
      },
      ...(coordinates.length === 0
        ? []
        : [
            {
              kind: 'note' as const,
              text: `You coordinate ${coordinates.join(', ')}: your address stays in the program’s own file until somebody changes it there.`,
            },
          ]),
      {
        kind: 'note',
        text: 'Your employer may import the staff list again; then I will ask you again, as if we had never met.',
      },
      {
        kind: 'buttons',
        buttons: [askExport, { label: 'Forget me…', verb: 'person.forget', tone: 'danger', opensForm: true }],
      },
    ],
  }
}

/** The second question. */
export function forgetForm(): Form {
  return {
    verb: 'person.forget-save',
    title: 'Forget me',
    submit: 'Confirm',
    parts: [
      {
        kind: 'words',
        block: {
          kind: 'text',
          text: 'This cannot be taken back. Your pairs end, and everything you wrote is deleted.',
        },
      },
      {
        kind: 'field',
        field: {
          kind: 'choice',
          name: 'sure',
          label: 'Shall I forget you?',
          options: [
            { value: 'no', label: 'No, keep everything as it is' },
            { value: 'yes', label: 'Yes, forget me for good' },
          ],
        },
      },
    ],
  }
}

export const nothingForgotten = sentence('Good. I keep everything as it was.')

export const forgotten = sentence(
  'It is done: I have forgotten you. Thank you for the time you gave. If you ever want to come back, ask your coordinator.',
)

/** In the place of their words in what the two of a pair wrote together. */
export const removedWords = 'Removed: whoever wrote this has asked for it to be deleted.'

/** In the place of a message that carried the words of somebody who is forgotten. */
export const removed: Message = {
  preview: 'Removed',
  blocks: [{ kind: 'note', text: removedWords }],
}

export const recordOnItsWay = sentence(
  'Your record is on its way into your chat: a page for you to read, and the same as data. Nobody else gets it.',
)

export const recordAlreadySent = sentence(
  'I have sent you your record within the last hour: please look a little further up in your chat. Ask again later for a newer one.',
)

/** One file of the record. */
export function recordMessage(file: FileRef): Message {
  return {
    preview: 'Your record',
    blocks: [{ kind: 'file', file }],
  }
}

/** To somebody whose record was written into a file outside the chat. */
export function recordTaken(reason: string): Message {
  return {
    preview: 'Your record was exported',
    blocks: [
      {
        kind: 'text',
        text: 'The people who run Rounds here have taken a copy of what I keep about you. Whom you would rather not be paired with is not in it.',
      },
      { kind: 'text', text: [{ text: 'Their reason: ', bold: true }, { text: reason }] },
      {
        kind: 'note',
        text: 'If you did not ask for it, please speak to your coordinator. It is noted with the day and the reason.',
      },
      { kind: 'buttons', buttons: [askExport] },
    ],
  }
}
