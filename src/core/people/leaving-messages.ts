import type { Message } from '../message/message.ts'

/** To somebody whose last day is near: what happens then, and what is theirs to take along. */
export function farewellMessage(facts: {
  readonly firstName: string
  /** Their last day, in words. */
  readonly day: string
  /** Names of those they are paired with. */
  readonly others: readonly string[]
  readonly locale: string
}): Message {
  const { firstName, day, others, locale } = facts
  const names = new Intl.ListFormat(locale).format(others)
  const pairs =
    others.length === 0
      ? 'Your programs end for you on that day.'
      : `Your mentoring with ${names} ends on that day at the latest. I will soon ask you both to look back on it together.`
  return {
    preview: 'Before you leave',
    blocks: [
      {
        kind: 'text',
        text: `${firstName}, the staff list says that ${day} is your last day here. ${pairs} Thank you for all you have given.`,
      },
      {
        kind: 'text',
        text: 'What you wrote is yours: I can send you all of it as a file, for you to keep.',
      },
      {
        kind: 'buttons',
        buttons: [{ label: 'Send me my record', verb: 'person.export', tone: 'primary' }],
      },
      { kind: 'note', text: 'If that day is wrong, please tell your coordinator.' },
    ],
  }
}

/** To a coordinator: somebody cannot be written to any more, and what comes of it if it stays so. */
export function accountGoneMessage(facts: {
  readonly name: string
  readonly program: string
  /** Whom they are paired with in it. */
  readonly others: readonly string[]
  /** When their place and their pairs end, in words. */
  readonly ends: string
  readonly locale: string
}): Message {
  const { name, program, others, ends, locale } = facts
  const pairs =
    others.length === 0
      ? `their place in ${program} ends`
      : `their pair with ${new Intl.ListFormat(locale).format(others)} in ${program} ends kindly`
  return {
    preview: 'An account is gone',
    blocks: [
      {
        kind: 'text',
        text: `I cannot write to ${name} any more: the account was closed, or has taken me out. Nothing has changed yet.`,
      },
      {
        kind: 'text',
        text: `If nothing changes, ${pairs} on ${ends}. If it is a mistake, your IT team can open the account again; one message from ${name} to me is enough, too.`,
      },
    ],
  }
}
