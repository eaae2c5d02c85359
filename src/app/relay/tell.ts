import { peopleNamed } from '../../core/checkin/conversation-names.ts'
import { textIn } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import type { Message } from '../../core/message/message.ts'
import { withTyped } from '../../core/message/messages.ts'
import { otherOf, type Pair } from '../../core/pair/pair.ts'
import { availabilityOf, type Person } from '../../core/people/person.ts'
import {
  cannotBeReached,
  enoughForToday,
  MOST_A_DAY,
  nobodyNamed,
  nobodyToTell,
  notThereYet,
  type Reached,
  relayedMessage,
  relayForm,
  relayGone,
  relayReceipt,
} from '../../core/relay/messages.ts'
import { isWithin, nextFit } from '../../core/time/slot.ts'
import { audit } from '../../store/audit.ts'
import { enrollmentsOfPerson } from '../../store/enrollments.ts'
import { countQueuedSince, queue } from '../../store/outbox.ts'
import { personById } from '../../store/people.ts'
import { programsById } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { type Companion, companionIn, companionsOf } from '../pair/companions.ts'
import type { Turn } from '../turn.ts'
import { toPerson } from '../write-to.ts'

/** `tell [NAME]`: the form to that person; a choice where several are meant, the nearest where nobody is. */
export async function tell(turn: Turn): Promise<Outcome> {
  const { scope, person, rest } = turn
  const [first, ...more] = oneEach(await companionsOf(scope, person.id), person)
  if (!first) return show(nobodyToTell)
  const all = [first, ...more] as const
  const names = peopleNamed(
    rest,
    all.map(({ name }) => name),
  )
  const [meant, ...others] = all.filter(({ name }) => names.includes(name))
  if (!meant) return show(nobodyNamed(rest, [...all]))
  return await formFor(turn, [meant, ...others])
}

/** The form, to the one that the button names or to any of them. */
export async function askWords(turn: Turn): Promise<Outcome> {
  const { scope, person } = turn
  const [pairId] = turn.about
  const named = pairId === undefined ? undefined : await companionIn(scope, person.id, pairId)
  if (pairId !== undefined && !named) return show(relayGone)
  const [first, ...more] = oneEach(named ? [named] : await companionsOf(scope, person.id), person)
  return first ? await formFor(turn, [first, ...more]) : show(relayGone)
}

/** Where only one is meant, whatever keeps them from being written to is said before anything is typed. */
async function formFor({ scope, person }: Turn, meant: readonly [Reached, ...Reached[]]): Promise<Outcome> {
  const [first, ...more] = meant
  const two = more.length === 0 ? await twoOf(scope, person, first.pairId) : undefined
  const problem = two && (await whatKeeps(scope, two))
  return problem ? show(problem) : { kind: 'form', form: relayForm(meant) }
}

/** Delivers the words to the other's own chat at an hour that suits them; nothing of them is stored beside the outbox. */
export async function sendWords(turn: Turn): Promise<Outcome> {
  const { scope, person, about, values } = turn
  const two = await twoOf(scope, person, about[0] ?? textIn(values, 'pair'))
  if (!two) return refuse(turn, relayGone)
  const problem = await whatKeeps(scope, two)
  if (problem) return refuse(turn, problem)

  const now = await deliver(turn, two)
  return show(relayReceipt({ name: two.other.name, now }))
}

interface TwoOf {
  readonly pair: Pair
  readonly person: Person
  readonly other: Person
}

/** The active pair of that id, if the person is in it. */
async function twoOf(scope: Scope, person: Person, pairId: string): Promise<TwoOf | undefined> {
  const found = await companionIn(scope, person.id, pairId)
  const other = found && (await personById(scope, otherOf(found.pair, person.id)))
  return found && other && { pair: found.pair, person, other }
}

/** True if it goes out at once. */
async function deliver({ scope, person, values, intent }: Turn, { pair, other }: TwoOf): Promise<boolean> {
  const [stored] = await programsById(scope, [pair.programId])
  const availability = availabilityOf(other, stored?.program.blackouts ?? [])
  const after = nextFit({ instant: scope.now, availability })
  const message = relayedMessage({
    from: { pairId: pair.id, name: person.name },
    program: stored?.program.name ?? '',
    words: textIn(values, 'words'),
  })
  const key = `${keyStart(person.id)}${pair.id}:${intent.key}`
  const sent = { key, repeat: 'once', message, author: person.id, ...(after && { after }) } as const
  await queue(scope, toPerson(other, sent))
  await audit(scope, { actor: person.id, action: 'relay.tell', subject: pair.id })
  return isWithin(availability, scope.now)
}

/** Why nothing can be carried to them now. */
async function whatKeeps(scope: Scope, { pair, person, other }: TwoOf): Promise<Message | undefined> {
  const place = (await enrollmentsOfPerson(scope, other.id)).find(
    ({ programId }) => programId === pair.programId,
  )
  if (place?.state === 'invited') return notThereYet(other.name)
  if (other.accounts.length === 0) return cannotBeReached(other.name)
  const since = scope.now.subtract({ hours: 24 })
  const today = await countQueuedSince(scope, { author: person.id, keyStart: keyStart(person.id), since })
  return today >= MOST_A_DAY ? enoughForToday : undefined
}

function keyStart(personId: string): string {
  return `tell:${personId}:`
}

/** Whoever is with the same person in two programs writes to one person. */
function oneEach(companions: readonly Companion[], { id }: Person): Reached[] {
  const seen = new Set<string>()
  return companions.flatMap(({ pair, other }) => {
    const otherId = otherOf(pair, id)
    if (seen.has(otherId)) return []
    seen.add(otherId)
    return [{ pairId: pair.id, name: other }]
  })
}

/** With what they wrote, because it is kept nowhere. */
function refuse({ values }: Turn, why: Message): Outcome {
  const words = textIn(values, 'words')
  const { blocks } = withTyped('Nothing was sent.', [words])
  return { kind: 'show', message: { ...why, blocks: [...why.blocks, ...blocks] }, holdsTyped: true }
}

function show(message: Message): Outcome {
  return { kind: 'show', message }
}
