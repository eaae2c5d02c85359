import type { Message } from '../message/message.ts'
import { sentence } from '../message/messages.ts'

export function unknownWorkspace(): Message {
  return sentence(
    'This workspace is not linked to a hospital that uses Rounds. Your IT team can set that up.',
  )
}

export function unknownPerson(why: 'guest' | 'stranger' | 'not-in-roster' | 'cannot-ask'): Message {
  switch (why) {
    case 'guest':
      return sentence('Rounds is for members of staff with a full account. As a guest you cannot take part.')
    case 'stranger':
      return sentence('Rounds works within one hospital only, and your account belongs to another.')
    case 'not-in-roster':
      return sentence(
        'I cannot find you in the staff list yet. Please ask your mentoring coordinator to add you, with the e-mail address of this account.',
      )
    case 'cannot-ask':
      return sentence(
        'I cannot check right now who you are. Nothing was stored. Please try again in a minute.',
      )
  }
}

/** Told to a person's other accounts when a further one is linked. */
export function accountLinked(platform: 'slack' | 'teams'): Message {
  const where = platform === 'slack' ? 'Slack' : 'Microsoft Teams'
  return sentence(
    `From now on you can use Rounds in ${where}, too. If that was not you, please tell your coordinator.`,
  )
}
