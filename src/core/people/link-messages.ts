import type { Form } from '../message/form.ts'
import type { Message } from '../message/message.ts'
import { sentence } from '../message/messages.ts'
import type { Platform } from './account.ts'

const names: Readonly<Record<Platform, string>> = { slack: 'Slack', teams: 'Microsoft Teams' }

/** The code, for the person's own eyes, with what to do with it. */
export function linkCodeMessage({
  code,
  further,
}: {
  readonly code: string
  readonly further: Platform
}): Message {
  return {
    preview: 'Your one-time code',
    blocks: [
      { kind: 'text', text: [{ text: 'Your code is ' }, { text: code, bold: true }, { text: '.' }] },
      {
        kind: 'text',
        text: `Write to Rounds in ${names[further]}. If I do not know you there, press “I have a code” and type it in within ten minutes. It works once; both accounts are told.`,
      },
      { kind: 'note', text: 'Please give it to nobody: whoever types it in reads and writes as you.' },
    ],
  }
}

/** Where an account that nobody knows types a code in. */
export function codeForm(): Form {
  return {
    verb: 'account.code-save',
    title: 'I have a code',
    submit: 'Link my account',
    parts: [
      {
        kind: 'words',
        block: {
          kind: 'text',
          text: 'If you use Rounds on another platform already, type “profile” there, and it gives you a code for this account.',
        },
      },
      {
        kind: 'field',
        field: { kind: 'text', name: 'code', label: 'Your code', hint: 'Like K7QF-3MXD', maxLength: 40 },
      },
    ],
  }
}

/** Why a code was not taken: one sentence each. */
export const codeProblems = {
  wrong:
    'That code is not right, or was used already. Please look again, or ask for a new one with “profile”.',
  expired: 'The ten minutes of this code are over. Please ask for a new one where I know you.',
  spent: 'This code was tried too often and is no good any more. Please ask for a new one where I know you.',
  'too-often':
    'Too many codes from this account were wrong, so I take none from it for a day. Your coordinator can help.',
} as const

export const linkedHere: Message = {
  preview: 'Your account is linked',
  blocks: [
    {
      kind: 'text',
      text: 'Welcome: from now on you can use Rounds here, too. I write to you where you last spoke to me.',
    },
    {
      kind: 'buttons',
      buttons: [{ label: 'My overview', verb: 'command.run', about: '', tone: 'primary' }],
    },
  ],
}

export const knownAlready = sentence(
  'I know this account already, so there is no code to type in. “profile” shows how to use Rounds on another platform.',
)

export const nowhereElse = sentence(
  'You already use Rounds everywhere your organization has it, so there is no other account to link.',
)
