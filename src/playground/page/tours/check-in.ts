import type { AccountKey, Deed, Shown } from '../../wire.ts'
import { chatOf, fromBot, press, slackOf, verbsIn } from './slack-messages.ts'
import type { Began, Sight } from './tour.ts'

const asking = ['checkin.pick', 'checkin.pass', 'checkin.reader']

/** A check-in is being answered: a question stands in the chat, or the form is open. */
export function isAnswering(now: Sight, who: AccountKey): boolean {
  const windows = slackOf(now, who)?.windows ?? []
  return windows.length > 0 || asks(newest(now, who))
}

/** Nothing is asked any more: what is left is to change an answer. */
export function hasAnswered(now: Sight, who: AccountKey): boolean {
  const message = newest(now, who)
  const isOpen = verbsIn(message).includes('checkin.answer') || isAnswering(now, who)
  return message !== undefined && !isOpen
}

/** Where the check-in stands: questions that were answered by typing keep their buttons, further up. */
function newest(now: Sight, who: AccountKey): Shown | undefined {
  return fromBot(chatOf(now, who)).findLast((message) => verbsIn(message).includes('checkin.form'))
}

function asks(message: Shown | undefined): boolean {
  const verbs = verbsIn(message)
  return asking.some((verb) => verbs.includes(verb))
}

const words = [
  'Reading a blood gas without panicking: start with the pH.',
  'Shadow the outreach team on a night.',
]

/** The next deed of answering in the chat: what has buttons to choose from is tapped, the rest is written. */
export function answerInChat(now: Sight, who: AccountKey, began: Began): Deed | undefined {
  const chat = chatOf(now, who)
  if (slackOf(now, who)?.windows.length) return { who, deed: 'slack-close' }
  const message = newest(now, who)
  if (!chat || !message) return undefined
  const where = { who, place: chat.id }
  const tap = press(where, message, 'checkin.answer') ?? press(where, message, 'checkin.pick')
  if (tap) return tap
  if (chat.messages.at(-1)?.from) return undefined
  const said = chat.messages.filter(({ from, cameAt }) => from && cameAt >= began.ms).length
  const text = words[said]
  return text === undefined
    ? press(where, message, 'checkin.pass')
    : { who, deed: 'say', place: chat.id, text }
}
