import type { Form } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import type { Message } from '../../core/message/message.ts'
import {
  finishedOrientation,
  noOrientation,
  orientationMessage,
  tickedMessage,
  tickForm,
  whichOrientation,
} from '../../core/orientation/messages.ts'
import { changesIn, isFinished, listOf, type OrientationList } from '../../core/orientation/orientation.ts'
import type { Pair } from '../../core/pair/pair.ts'
import { audit } from '../../store/audit.ts'
import { lockPair } from '../../store/meetings.ts'
import { takeTicksBack, tickOff, ticksOf } from '../../store/orientation-ticks.ts'
import { queue } from '../../store/outbox.ts'
import { peopleById } from '../../store/people.ts'
import type { Scope } from '../../store/scope.ts'
import { changeSent } from '../../store/sent-messages.ts'
import type { Turn } from '../turn.ts'
import { toPerson } from '../write-to.ts'
import { listNow, type PairWithList, pairsWithList, pairWithList } from './find-list.ts'
import { keyOfList } from './give-list.ts'

/** The list of the pair that the button names, or of the only one; asks which where there are several. */
export async function showList(turn: Turn): Promise<Outcome> {
  const [pairId] = turn.about
  const named = await pairWithList(turn, pairId)
  if (named) return show(await messageFor(turn.scope, named))
  const [only, ...more] = pairId === undefined ? await pairsWithList(turn) : []
  if (!only) return show(noOrientation())
  if (more.length === 0) return show(await messageFor(turn.scope, only))
  return show(
    whichOrientation([only, ...more].map(({ companion: { pair, other } }) => ({ pairId: pair.id, other }))),
  )
}

/** The form by which points are ticked off or taken back. */
export async function askTicks(turn: Turn): Promise<Outcome> {
  const found = await pairWithList(turn, turn.about[0])
  return found ? { kind: 'form', form: await formFor(turn, found) } : show(noOrientation())
}

/**
 * Keeps what this person ticked or took back since the form was opened; what the other ticked meanwhile stays. Both see
 * it at once, and once everything is done both are told, once.
 */
export async function saveTicks(turn: Turn): Promise<Outcome> {
  const { scope, person, about, values } = turn
  const found = await pairWithList(turn, about[0])
  if (!found) return show(noOrientation())
  const { companion, points } = found
  const { pair, other } = companion
  await lockPair(scope, pair.id)
  const chosen = Object.values(values).flat()
  const { ticked, takenBack } = changesIn(shownIn(about), chosen)
  const known = new Set(points.map(({ id }) => id))
  const added = ticked.filter((id) => known.has(id))
  await tickOff(scope, { pairId: pair.id, personId: person.id, points: added })
  // A point that the program took off the list keeps its tick: it may come back.
  await takeTicksBack(
    scope,
    pair.id,
    takenBack.filter((id) => known.has(id)),
  )
  const list = await listNow(scope, found)
  if (ticked.length + takenBack.length > 0) {
    const details = { ticked: added.length, takenBack: takenBack.length }
    await audit(scope, { actor: person.id, action: 'orientation.tick', subject: pair.id, details })
    await tellBoth(scope, pair, list)
  }
  return show(tickedMessage({ pairId: pair.id, other, list }))
}

/** What both were sent says how things stand now. */
async function tellBoth(scope: Scope, pair: Pair, list: OrientationList): Promise<void> {
  const two = await peopleById(scope, [pair.mentorId, pair.menteeId])
  for (const person of two) {
    const other = two.find(({ id }) => id !== person.id)?.name ?? ''
    await changeSent(
      scope,
      keyOfList(pair.id, person.id),
      orientationMessage({ pairId: pair.id, other, list }),
    )
    if (!isFinished(list)) continue
    const key = `orientation:${pair.id}:done:${person.id}`
    await queue(scope, toPerson(person, { key, message: finishedOrientation(other) }))
  }
}

async function messageFor(scope: Scope, found: PairWithList): Promise<Message> {
  const { pair, other } = found.companion
  return orientationMessage({ pairId: pair.id, other, list: await listNow(scope, found) })
}

/**
 * While it is being submitted it takes what was ticked when it was opened, and points that have gone from the list
 * meanwhile.
 */
async function formFor({ scope, about, intent }: Turn, { companion, points }: PairWithList): Promise<Form> {
  const ticked = await ticksOf(scope, companion.pair.id)
  const list = listOf(points, ticked)
  if (intent.kind !== 'submit') {
    const shown = list.groups.flatMap((one) => one.points).filter(({ isDone }) => isDone)
    const ids = shown.map(({ id }) => id)
    return tickForm({ about: [companion.pair.id, ...ids].join(':'), list, gone: [] })
  }
  const known = new Set(points.map(({ id }) => id))
  const gone = Object.values(intent.values)
    .flat()
    .filter((id) => !known.has(id))
  return tickForm({ about: about.join(':'), list, gone })
}

function shownIn([, ...ids]: readonly string[]): readonly string[] {
  return ids
}

function show(message: Message): Outcome {
  return { kind: 'show', message }
}
