import { notYours } from '../../core/digest/nudge-messages.ts'
import type { Outcome } from '../../core/message/intent.ts'
import type { Message } from '../../core/message/message.ts'
import {
  askToPublish,
  changedMeanwhile,
  circleMenu,
  pagesOf,
  roundDiscarded,
  roundGone,
  roundPublished,
  withWord,
} from '../../core/peer/draft-messages.ts'
import { audit } from '../../store/audit.ts'
import {
  discardRoundDraft,
  lockRounds,
  roundById,
  type StoredRound,
  saveRoundDraft,
} from '../../store/peer-rounds.ts'
import { personById } from '../../store/people.ts'
import { programsById, type StoredProgram } from '../../store/programs.ts'
import { coordinates } from '../program/coordinators.ts'
import type { Turn } from '../turn.ts'
import { proposeRound } from './propose-round.ts'
import { publishRound } from './publish-round.ts'
import { type Circle, readCircle } from './read-circle.ts'
import { toShownCircle } from './show-draft.ts'

/** *Refresh* and *Back*. */
export async function refreshRounds(turn: Turn): Promise<Outcome> {
  const stored = await findPeerProgram(turn, turn.about[0])
  return stored ? inPlace(await roundsMenu(turn, stored)) : inPlace(notYours)
}

/** Another page of the draft. */
export async function turnRoundPage(turn: Turn): Promise<Outcome> {
  const found = await findDraft(turn)
  if ('not' in found) return found.not
  const { circle } = found
  const shown = toShownCircle(circle, turn.person)
  const wanted = Number(turn.about[1])
  const last = shown.draft ? pagesOf(shown.draft) - 1 : 0
  const page = Number.isInteger(wanted) ? Math.min(Math.max(wanted, 0), last) : 0
  await noteLook(turn, circle)
  return inPlace(circleMenu(shown, turn.person, page))
}

/** *Propose round N* and *Another*: stores a draft in the place of the one that was seen. */
export async function proposeNextRound(turn: Turn): Promise<Outcome> {
  const [programId = '', seenId = '', seenVersion = ''] = turn.about
  const stored = await findPeerProgram(turn, programId)
  if (!stored) return inPlace(notYours)
  await lockRounds(turn.scope, programId)
  const circle = await readCircle(turn.scope, stored)
  const { draft } = circle
  if (draft && (draft.id !== seenId || String(draft.version) !== seenVersion)) {
    return inPlace(withWord(await whoChanged(turn, draft), await roundsMenu(turn, stored)))
  }
  const { groups, leftOut, repeats, number } = proposeRound(circle, draft?.version ?? 0)
  if (groups.length > 0 && !circle.isOver) {
    const plan = { groups, leftOut, repeats, by: turn.person.id, did: 'propose' } as const
    await saveRoundDraft(turn.scope, { programId, number, plan })
    const details = { round: number, groups: groups.length, repeats, leftOut: leftOut.length }
    await audit(turn.scope, { actor: turn.person.id, action: 'peer.propose', subject: programId, details })
  }
  return inPlace(await roundsMenu(turn, stored))
}

/** *Publish*: asks once more. */
export async function askPublish(turn: Turn): Promise<Outcome> {
  const found = await takeDraft(turn)
  if ('not' in found) return found.not
  const shown = toShownCircle(found.circle, turn.person)
  const { draft } = shown
  return inPlace(
    draft && draft.problems.length === 0 ? askToPublish(shown, draft) : circleMenu(shown, turn.person),
  )
}

/** Publishes the draft as it was seen; where it does not hold any more, says why and does nothing. */
export async function publishDraft(turn: Turn): Promise<Outcome> {
  const found = await takeDraft(turn)
  if ('not' in found) return found.not
  const { stored } = found.circle
  const { draft } = found
  const problems = await publishRound(turn.scope, { stored, round: draft, actor: turn.person.id })
  const menu = await roundsMenu(turn, stored)
  return inPlace(
    problems.length > 0 ? menu : withWord(roundPublished(draft.number, draft.groups.length), menu),
  )
}

/** *Throw away*. */
export async function discardRound(turn: Turn): Promise<Outcome> {
  const found = await takeDraft(turn)
  if ('not' in found) return found.not
  const { circle, draft } = found
  await discardRoundDraft(turn.scope, draft.id)
  const details = { round: draft.number }
  await audit(turn.scope, {
    actor: turn.person.id,
    action: 'peer.discard',
    subject: circle.stored.id,
    details,
  })
  return inPlace(withWord(roundDiscarded, await roundsMenu(turn, circle.stored)))
}

export interface FoundDraft {
  readonly circle: Circle
  readonly draft: StoredRound
}

/** In the place of what cannot be found: what to say instead. */
interface Not {
  readonly not: Outcome
}

/** The draft as the press saw it, nobody else's until it is over; where somebody changed it since, it is shown. */
export async function takeDraft(turn: Turn): Promise<FoundDraft | Not> {
  const known = await roundById(turn.scope, turn.about[0] ?? '')
  if (known) await lockRounds(turn.scope, known.programId)
  const found = await findDraft(turn)
  if ('not' in found || String(found.draft.version) === turn.about[1]) return found
  const word = await whoChanged(turn, found.draft)
  return { not: inPlace(withWord(word, await roundsMenu(turn, found.circle.stored))) }
}

async function findDraft(turn: Turn): Promise<FoundDraft | Not> {
  const round = await roundById(turn.scope, turn.about[0] ?? '')
  if (!round) return { not: inPlace({ preview: roundGone, blocks: [{ kind: 'text', text: roundGone }] }) }
  const stored = await findPeerProgram(turn, round.programId)
  if (!stored) return { not: inPlace(notYours) }
  const circle = await readCircle(turn.scope, stored)
  if (circle.draft?.id === round.id) return { circle, draft: circle.draft }
  return { not: inPlace(withWord(roundGone, await roundsMenu(turn, stored))) }
}

/** An id in a payload proves nothing: they must coordinate the program, and it must have rounds. */
async function findPeerProgram(
  { scope, person }: Turn,
  programId: string | undefined,
): Promise<StoredProgram | undefined> {
  const [stored] = await programsById(scope, [programId ?? ''])
  const isTheirs = stored?.program.type === 'peer' && coordinates(person, stored.program)
  return isTheirs ? stored : undefined
}

async function whoChanged({ scope, person }: Turn, { by, did }: StoredRound): Promise<string> {
  const who = by === person.id ? 'You' : ((await personById(scope, by))?.name ?? 'Somebody')
  return changedMeanwhile(who, did)
}

/** `admin match` in a peer program: how its rounds stand, and what can be done. */
export async function roundsMenu(
  turn: Pick<Turn, 'scope' | 'person'>,
  stored: StoredProgram,
): Promise<Message> {
  const circle = await readCircle(turn.scope, stored)
  await noteLook(turn, circle)
  return circleMenu(toShownCircle(circle, turn.person), turn.person)
}

function noteLook({ scope, person }: Pick<Turn, 'scope' | 'person'>, { stored }: Circle): Promise<void> {
  return audit(scope, { actor: person.id, action: 'peer.look', subject: stored.id })
}

export function inPlace(message: Message): Outcome {
  return { kind: 'show', message, replace: true }
}
