import type { Outcome } from '../../core/message/intent.ts'
import { closeGone, recordMessage } from '../../core/pair/closing-messages.ts'
import { otherOf, sideOf } from '../../core/pair/pair.ts'
import { formerMember } from '../../core/people/former-member.ts'
import { pairById } from '../../store/pairs.ts'
import { personById } from '../../store/people.ts'
import { programsById } from '../../store/programs.ts'
import type { Turn } from '../turn.ts'
import { mayBecomeMentor } from './become-mentor.ts'
import { lookBackOn, summaryOf } from './look-back-on.ts'

/** *Your record*: what one of the two has of a pair, also once it is over. */
export async function showRecord({ scope, person, about }: Turn): Promise<Outcome> {
  const pair = await pairById(scope, about[0] ?? '')
  const [stored] = pair ? await programsById(scope, [pair.programId]) : []
  if (!pair || !stored || !sideOf(pair, person.id)) return { kind: 'show', message: closeGone }
  const other = await personById(scope, otherOf(pair, person.id))
  const { reviewId } = await lookBackOn(scope, pair, person)
  const mayMentor = await mayBecomeMentor(scope, pair, person.id)
  const message = recordMessage({
    other: other?.name ?? formerMember,
    program: stored.program.name,
    summary: await summaryOf(scope, pair, person),
    locale: person.locale,
    ...(reviewId !== undefined && { reviewId }),
    ...(mayMentor !== undefined && { mayMentor }),
  })
  return { kind: 'show', message }
}
