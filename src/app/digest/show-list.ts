import { attentionList } from '../../core/digest/messages.ts'
import { notYours } from '../../core/digest/nudge-messages.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { programsById } from '../../store/programs.ts'
import { coordinates } from '../program/coordinators.ts'
import type { Turn } from '../turn.ts'
import { noteReading } from './note-reading.ts'
import { readDigest } from './read-digest.ts'

/** *Show the list*: who needs attention, for one coordinator in private, without the pairs they are too close to. */
export async function showList(turn: Turn): Promise<Outcome> {
  const { scope, person, about } = turn
  const [programId = '', start = '0'] = about
  const [stored] = await programsById(scope, [programId])
  if (!stored || !coordinates(person, stored.program)) return { kind: 'show', message: notYours }
  const digest = await readDigest(scope, stored)
  const from = /^\d{1,6}$/.test(start) ? Number(start) : 0
  await noteReading(scope, { reader: person, digest })
  const { email, locale } = person
  return { kind: 'show', message: attentionList(digest, { email, locale, from }) }
}
