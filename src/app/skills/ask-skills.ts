import { availabilityOf } from '../../core/people/person.ts'
import { askRatingMessage, nameSkillsMessage } from '../../core/skills/messages.ts'
import type { RatingMoment } from '../../core/skills/skills.ts'
import { nextFit } from '../../core/time/slot.ts'
import { queue } from '../../store/outbox.ts'
import { pairById } from '../../store/pairs.ts'
import { personById } from '../../store/people.ts'
import { programsById } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { ratingsOf } from '../../store/skill-ratings.ts'
import { firstNameOf } from '../checkin/load-nudged.ts'
import { toPerson } from '../write-to.ts'
import { ratingMomentOf, skillsOf } from './rate-skills.ts'

/**
 * Asks the mentee of an active pair, once for each moment and at an hour that suits them, how they see the skills that
 * they seek; whoever has named none is asked, once, to name them. Nobody is asked between peers, nor what was answered
 * already, nor so soon after another moment was rated, or so late, that they could not rate for this one. `asked`: the
 * question itself has been put, or answered, or is of no use any more.
 */
export async function askSkills(
  scope: Scope,
  { pairId, moment }: { readonly pairId: string; readonly moment: RatingMoment },
): Promise<{ readonly asked: boolean }> {
  const pair = await pairById(scope, pairId)
  const [stored] = pair ? await programsById(scope, [pair.programId]) : []
  const mentee = pair && (await personById(scope, pair.menteeId))
  if (pair?.state !== 'active' || !stored || stored.program.type === 'peer' || !mentee)
    return { asked: false }

  const ratings = await ratingsOf(scope, { pairId, personId: mentee.id })
  if (ratings[moment] || (await ratingMomentOf(scope, pair)) !== moment) return { asked: true }
  const firstName = firstNameOf(mentee)
  const asked = (await skillsOf(scope, mentee.id)).length > 0
  const after = nextFit({
    instant: scope.now,
    availability: availabilityOf(mentee, stored.program.blackouts),
  })
  const entry = toPerson(mentee, {
    key: `skills:${pairId}:${asked ? moment : 'name'}`,
    ...(after && { after }),
    message: asked ? askRatingMessage({ firstName, pairId, moment }) : nameSkillsMessage(firstName),
  })
  await queue(scope, entry)
  return { asked }
}
