import { peopleNamed } from '../../core/checkin/conversation-names.ts'
import { textIn } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import type { Message } from '../../core/message/message.ts'
import { otherOf } from '../../core/pair/pair.ts'
import { formerMember } from '../../core/people/former-member.ts'
import { availabilityOf } from '../../core/people/person.ts'
import {
  cannotReachThem,
  DAYS_AFTER_CLOSE,
  nobodyToThank,
  noPairToThank,
  pairTooLongAgo,
  thanksForm,
  thanksSent,
  thanksSentAlready,
  thanksTo,
  thanksToOneself,
} from '../../core/thanks/messages.ts'
import { nextFit } from '../../core/time/slot.ts'
import { audit } from '../../store/audit.ts'
import { queue } from '../../store/outbox.ts'
import { pairsById } from '../../store/pairs.ts'
import { personById } from '../../store/people.ts'
import { createThanks, pairsToThankIn } from '../../store/thanks.ts'
import { type Companion, companionsIn } from '../pair/companions.ts'
import type { Turn } from '../turn.ts'
import { toPerson } from '../write-to.ts'
import { isSaidAlready } from './said-already.ts'

/** More than this after the command is no name. */
const MOST_WORDS_OF_A_NAME = 3

/** `thanks [NAME]`, or the words themselves: the form, for the one who is named; with several pairs and no name it asks whom. */
export async function tellThanks(turn: Turn): Promise<Outcome> {
  const { person, rest } = turn
  const companions = await thankable(turn)
  if (companions.length === 0) return show(noPairToThank)
  const names = companions.map(({ other }) => other)
  const named = new Set(peopleNamed(rest, names))
  if (named.size > 0) return formFor(companions.filter(({ other }) => named.has(other)))
  if (rest.trim().split(/\s+/).length > MOST_WORDS_OF_A_NAME) return formFor(companions, rest)
  const others = new Intl.ListFormat(person.locale).format(new Set(names))
  const isOneself = peopleNamed(rest, [person.name]).length > 0
  return show(isOneself ? thanksToOneself(others) : nobodyToThank(rest.slice(0, 80), others))
}

/** The form, of one pair where the button names it. */
export async function askThanks(turn: Turn): Promise<Outcome> {
  const [pairId] = turn.about
  const companions = await thankable(turn)
  const meant = companions.filter(({ pair }) => pairId === undefined || pair.id === pairId)
  if (meant.length > 0) return formFor(meant)
  return show(pairId === undefined ? noPairToThank : pairTooLongAgo)
}

/** Brings the words to the other, at an hour that suits them; sent twice they arrive once. */
export async function saveThanks(turn: Turn): Promise<Outcome> {
  const { scope, person, about, values } = turn
  const pairId = about[0] ?? textIn(values, 'pair')
  const companion = (await thankable(turn)).find(({ pair }) => pair.id === pairId)
  if (!companion) return show(pairTooLongAgo)
  const words = textIn(values, 'words')
  const counted = values['counted']?.includes('yes') ?? false
  const to = await personById(scope, otherOf(companion.pair, person.id))
  if (!to || to.accounts.length === 0) {
    return { kind: 'show', message: cannotReachThem(companion.other, words), holdsTyped: true }
  }
  if (await isSaidAlready(scope, { pairId, fromId: person.id, words }))
    return show(thanksSentAlready(to.name))

  const id = await createThanks(scope, { pairId, fromId: person.id, toId: to.id, words, counted })
  await audit(scope, { actor: person.id, action: 'thanks.say', subject: pairId })
  const after = nextFit({ instant: scope.now, availability: availabilityOf(to, []) })
  const message = thanksTo({ from: person.name, words, pairId })
  const sent = { key: `thanks:${id}`, repeat: 'once', author: person.id, message } as const
  await queue(scope, toPerson(to, { ...sent, ...(after && { after }) }))
  return show(thanksSent(to.name, counted))
}

/** Pairs of today, and those that closed a short while ago, with people who are still known. */
async function thankable({ scope, person }: Turn): Promise<Companion[]> {
  const closedAfter = scope.now.subtract({ hours: DAYS_AFTER_CLOSE * 24 })
  const ids = await pairsToThankIn(scope, { personId: person.id, closedAfter })
  const companions = await companionsIn(scope, person.id, await pairsById(scope, ids))
  return companions.filter(({ other }) => other !== formerMember)
}

function formFor(companions: readonly Companion[], typed = ''): Outcome {
  const pairs = companions.map(({ pair, other }) => ({ value: pair.id, label: other }))
  return { kind: 'form', form: thanksForm(pairs, typed) }
}

function show(message: Message): Outcome {
  return { kind: 'show', message }
}
