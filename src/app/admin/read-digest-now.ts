import {
  coordinatorsOnly,
  digestIsComing,
  notTheDigestChannel,
  whichDigest,
} from '../../core/digest/admin-messages.ts'
import { personalDigest } from '../../core/digest/messages.ts'
import type { Intent, Outcome } from '../../core/message/intent.ts'
import type { Message } from '../../core/message/message.ts'
import type { Person } from '../../core/people/person.ts'
import { audit } from '../../store/audit.ts'
import type { StoredProgram } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { askForDigest } from '../digest/digest-by-hand.ts'
import { noteReading } from '../digest/note-reading.ts'
import { readDigest } from '../digest/read-digest.ts'
import { programsCoordinatedBy } from '../program/coordinators.ts'
import type { Turn } from '../turn.ts'

/** `admin digest [PROGRAM]` for the coordinator alone; `admin digest here` into the program's own channel. */
export async function readDigestNow(turn: Turn): Promise<Outcome> {
  const { scope, person, rest } = turn
  const programs = await programsCoordinatedBy(scope, person)
  const [first] = programs
  if (!first) return show(coordinatorsOnly)
  const word = rest.trim().toLowerCase()
  if (word === 'here') return postHere(turn, programs)

  const named = programs.find(({ program }) => program.slug === word)
  const wanted = named ?? (programs.length === 1 ? first : undefined)
  if (!wanted) return show(whichDigest(programs.map(({ program }) => program)))
  return show(await digestFor(scope, wanted, person))
}

/** Asked for in the very channel that the program names; what may be shown there is looked at when it is posted. */
async function postHere(
  { scope, person, intent }: Turn,
  programs: readonly StoredProgram[],
): Promise<Outcome> {
  const here = programs.find(({ program }) => isChannelOf(intent, program.digest))
  if (!here) return show(notTheDigestChannel)
  await askForDigest(scope, here.id)
  await audit(scope, { actor: person.id, action: 'digest.ask', subject: here.id })
  return show(digestIsComing)
}

function isChannelOf({ account, place }: Intent, digest: StoredProgram['program']['digest']): boolean {
  return place.kind === 'shared' && place.channel === digest?.channel && account.platform === digest.platform
}

async function digestFor(scope: Scope, stored: StoredProgram, reader: Person): Promise<Message> {
  const digest = await readDigest(scope, stored)
  await noteReading(scope, { reader, digest })
  return personalDigest(digest, reader)
}

function show(message: Message): Outcome {
  return { kind: 'show', message }
}
