import { notYours } from '../../../core/digest/nudge-messages.ts'
import { changesOf, describeChanges } from '../../../core/match/review/changes.ts'
import { draftIsNew, noDraft, peerRounds, withMenu } from '../../../core/match/review/messages.ts'
import type { DraftChange } from '../../../core/match/review/open-draft.ts'
import { versionIn } from '../../../core/match/review/review.ts'
import type { Outcome } from '../../../core/message/intent.ts'
import type { Message } from '../../../core/message/message.ts'
import { sentence } from '../../../core/message/messages.ts'
import { hasConflict } from '../../../core/program/conflict.ts'
import { changesSince } from '../../../store/drafts.ts'
import { peopleById } from '../../../store/people.ts'
import { programsById, type StoredProgram } from '../../../store/programs.ts'
import { coordinates } from '../../program/coordinators.ts'
import type { Turn } from '../../turn.ts'
import { type Reviewed, readReview } from './read-review.ts'

/** In the place of what cannot be found: what to say instead. */
export interface Not {
  readonly not: Outcome
}

/** The program that a press names: an id in a payload proves nothing, they must coordinate it. */
export async function findProgram({ scope, person, about }: Turn): Promise<StoredProgram | Not> {
  const [stored] = await programsById(scope, [about[0] ?? ''])
  if (!stored || !coordinates(person, stored.program)) return { not: inPlace(notYours) }
  if (stored.program.type === 'peer') return { not: inPlace(sentence(peerRounds)) }
  return stored
}

/** The draft of the program that a press names. */
export async function findReview(turn: Turn, lock = false): Promise<Reviewed | Not> {
  const stored = await findProgram(turn)
  if ('not' in stored) return stored
  const { scope, person } = turn
  const reviewed = await readReview({ scope, reader: person }, stored, { lock })
  return reviewed ?? { not: inPlace(withMenu(stored.id, noDraft)) }
}

/**
 * What was done to the draft since the look that the stamp names, as sentences; empty where the press still speaks of the
 * draft as it is. `others`: whoever presses knows of their own changes; a run counts whoever asked for it.
 */
export async function changedSince(
  turn: Turn,
  reviewed: Reviewed,
  { stamp, by }: { readonly stamp: string; readonly by: 'anybody' | 'others' },
): Promise<string[]> {
  const seen = versionIn(stamp, reviewed.draft)
  if (seen === undefined) return [draftIsNew]
  const changes = await changesSince(turn.scope, reviewed.draft, seen)
  const told = changes.filter(
    ({ actor, kind }) => by === 'anybody' || kind === 'run' || actor !== turn.person.id,
  )
  return wordsFor(turn, reviewed, told)
}

/** The same for one row, whoever changed it: a press that speaks of an older row does nothing. */
export async function rowChangedSince(
  turn: Turn,
  reviewed: Reviewed,
  { menteeId, stamp }: { readonly menteeId: string; readonly stamp: string },
): Promise<string[]> {
  const { draft } = reviewed
  const seen = versionIn(stamp, draft)
  if (seen === undefined) return [draftIsNew]
  const row = draft.rows.find((one) => one.menteeId === menteeId)
  if (row && row.version <= seen) return []
  const changes = await changesSince(turn.scope, draft, seen)
  return wordsFor(turn, reviewed, changesOf(changes, { menteeId, ...(row && { version: row.version }) }))
}

async function wordsFor(
  { scope, person }: Turn,
  { people, review }: Reviewed,
  changes: readonly DraftChange[],
): Promise<string[]> {
  const close = new Set(review.hidden.map(({ menteeId }) => menteeId))
  const ids = changes.flatMap(({ actor, menteeId, fromId, toId }) =>
    [actor, menteeId, fromId, toId].filter((id) => id !== undefined),
  )
  const found = await peopleById(scope, [...new Set(ids)])
  const names = new Map(found.map(({ id, name }) => [id, name]))
  const known = new Map([...people, ...found.map((one) => [one.id, one] as const)])
  const nameOf = (id: string) => {
    const one = known.get(id)
    return close.has(id) || !one || hasConflict(person.email, [one]) ? undefined : one.name
  }
  const reader = { locale: person.locale, zone: person.zone, now: scope.now }
  return describeChanges(changes, { nameOf, actorOf: (id) => names.get(id) }, reader)
}

export function inPlace(message: Message): Outcome {
  return { kind: 'show', message, replace: true }
}
