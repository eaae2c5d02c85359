import type { Message } from '../message/message.ts'
import { preferencesButton, rankWord } from './find-messages.ts'

/** `names`: the first choice first. */
export function preferencesStored(programId: string, names: readonly string[]): Message {
  if (names.length === 0) {
    return withChange(programId, 'Noted: you have named nobody in particular.', [])
  }
  return withChange(programId, 'Noted. You would like as a mentor:', names)
}

/** *Wish for* at somebody who is among the preferences already. */
export function likedAlready({
  programId,
  name,
  position,
}: {
  programId: string
  name: string
  position: number
}): Message {
  return withChange(programId, `${name} is your ${rankWord(position)} choice already.`, [])
}

/** *Wish for* where there are as many as there can be. */
export function likedEnough({
  programId,
  names,
  locale,
}: {
  programId: string
  names: readonly string[]
  locale: string
}): Message {
  const named = new Intl.ListFormat(locale).format(names)
  return withChange(
    programId,
    `You have named three already: ${named}. Change them, and you can name somebody else.`,
    [],
  )
}

export function mentorGone(programId: string): Message {
  return {
    preview: 'Not to be found any more',
    blocks: [
      { kind: 'text', text: 'This mentor is not to be found here any more. Please look who else is there.' },
      {
        kind: 'buttons',
        buttons: [{ label: 'See everybody', verb: 'find.browse', about: `${programId}:0`, tone: 'primary' }],
      },
    ],
  }
}

function withChange(programId: string, text: string, names: readonly string[]): Message {
  const items = names.map((name, rank) => `${name}, your ${rankWord(rank)} choice`)
  return {
    preview: 'Your preferences',
    blocks: [
      { kind: 'text', text },
      ...(items.length > 0
        ? ([
            { kind: 'list', items },
            {
              kind: 'note',
              text: 'It counts the next time pairs are proposed, and is a wish, no promise: others may wish for the same mentor. Mentors are not told who named them.',
            },
          ] as const)
        : []),
      { kind: 'buttons', buttons: [preferencesButton(programId, 'Change my preferences')] },
    ],
  }
}
