import { textIn } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import type { Message } from '../../core/message/message.ts'
import {
  noPairToRematch,
  rematchByRounds,
  rematchForm,
  rematchGone,
  rematchNoted,
  rematchToldMessage,
} from '../../core/pair/rematch-messages.ts'
import { availabilityOf } from '../../core/people/person.ts'
import type { Program } from '../../core/program/program.ts'
import { nextFit } from '../../core/time/slot.ts'
import { audit } from '../../store/audit.ts'
import { lockPair } from '../../store/meetings.ts'
import { queue } from '../../store/outbox.ts'
import { peopleById } from '../../store/people.ts'
import { programsById } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { withLookBack } from '../closing/look-back-on.ts'
import { coordinatorsWithoutConflict } from '../program/coordinators.ts'
import type { Turn } from '../turn.ts'
import { toPerson } from '../write-to.ts'
import { closeWithWords } from './close-pair.ts'
import { type Companion, companionIn, companionsOf } from './companions.ts'
import { isProgramOver } from './make-pairs.ts'

/** `rematch`, or the button: says what happens, and asks which pair where there are several. Never for a reason. */
export async function askRematch(turn: Turn): Promise<Outcome> {
  const found = await findPairs(turn)
  if ('refusal' in found) return show(found.refusal)
  const pairs = found.pairs.map(({ pair, other, program }) => ({
    pairId: pair.id,
    other,
    program: program.name,
  }))
  return { kind: 'form', form: rematchForm(pairs) }
}

/**
 * Ends the pair so that both are matched anew: kindly, without a reason, and without saying who asked. Both wait from
 * now on; the mentee is placed at the next beat, never with the same mentor.
 */
export async function saveRematch(turn: Turn): Promise<Outcome> {
  const { scope, person, about, values } = turn
  const pairId = about[0] ?? textIn(values, 'pair')
  // Both may ask in the same moment; the second reads that it is done.
  await lockPair(scope, pairId)
  const found = await findPairs({ scope, person, about: [pairId] })
  if ('refusal' in found) return show(found.refusal)
  const [one] = found.pairs
  if (!one) return show(rematchGone)

  const { pair, other, side, program } = one
  await closeWithWords(scope, pair, { actor: person.id, by: 'rematch', knows: person.id })
  await audit(scope, { actor: person.id, action: 'pair.rematch', subject: pair.id })
  await tellOfRematch(scope, one)
  const noted = rematchNoted({ other, program: program.name, side })
  return show(await withLookBack(scope, noted, { person, pairs: [pair] }))
}

interface InProgram extends Companion {
  readonly program: Program
}

/** The person's pairs that can be matched anew, or the one that the press is about; else what to say instead. */
async function findPairs({
  scope,
  person,
  about: [pairId],
}: Pick<Turn, 'scope' | 'person' | 'about'>): Promise<
  { readonly pairs: readonly InProgram[] } | { readonly refusal: Message }
> {
  const named = pairId === undefined ? undefined : await companionIn(scope, person.id, pairId)
  if (pairId !== undefined && !named) return { refusal: rematchGone }
  const companions = named ? [named] : await companionsOf(scope, person.id)
  const programIds = [...new Set(companions.map(({ pair }) => pair.programId))]
  const programs = new Map((await programsById(scope, programIds)).map(({ id, program }) => [id, program]))
  const known = companions.flatMap((companion): InProgram[] => {
    const program = programs.get(companion.pair.programId)
    return program && !isProgramOver(program, scope.now) ? [{ ...companion, program }] : []
  })
  const pairs = known.filter(({ program }) => program.type !== 'peer')
  const [round] = known
  if (pairs.length > 0) return { pairs }
  return { refusal: round ? rematchByRounds(round.program.name) : noPairToRematch }
}

async function tellOfRematch(scope: Scope, { pair, program }: InProgram): Promise<void> {
  const people = await peopleById(scope, [pair.mentorId, pair.menteeId])
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? ''
  const message = rematchToldMessage({
    mentor: nameOf(pair.mentorId),
    mentee: nameOf(pair.menteeId),
    program: program.name,
  })
  const coordinators = await coordinatorsWithoutConflict(scope, program, pair)
  const entries = coordinators.flatMap((coordinator) => {
    const after = nextFit({ instant: scope.now, availability: availabilityOf(coordinator, []) })
    const key = `pair:${pair.id}:rematch:${coordinator.id}`
    return toPerson(coordinator, { key, repeat: 'once', message, ...(after && { after }) })
  })
  await queue(scope, entries)
}

function show(message: Message): Outcome {
  return { kind: 'show', message }
}
