import { textIn } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import type { Message } from '../../core/message/message.ts'
import {
  nameSkillsMessage,
  noSkillsHere,
  ratedMessage,
  rateOne,
  ratingForm,
  skillsChanged,
} from '../../core/skills/messages.ts'
import {
  fieldOf,
  latestMoment,
  type RatingMoment,
  ratingMoments,
  readRatings,
  skillsToRate,
} from '../../core/skills/skills.ts'
import { audit } from '../../store/audit.ts'
import { pairById } from '../../store/pairs.ts'
import { listedById } from '../../store/roster.ts'
import type { Scope } from '../../store/scope.ts'
import { ratingsOf, saveRatings } from '../../store/skill-ratings.ts'
import { firstNameOf } from '../checkin/load-nudged.ts'
import type { Turn } from '../turn.ts'

/** The form in which a mentee rates the skills they seek, at the moment that the button names. */
export function askRatings(turn: Turn): Promise<Outcome> {
  return formAt(
    turn,
    ratingMoments.find((one) => one === turn.about[1]),
  )
}

/** The same for the moment rated last: before and after, and what stands can be put right. */
export async function showGrowth(turn: Turn): Promise<Outcome> {
  const { scope, person, about } = turn
  const [pairId = ''] = about
  return formAt(turn, latestMoment(await ratingsOf(scope, { pairId, personId: person.id })) ?? 'start')
}

/** Keeps the ratings, and shows them to their author alone. */
export async function keepRatings(turn: Turn): Promise<Outcome> {
  const { scope, person, about, values, intent } = turn
  const asked = await askRatings(turn)
  const moment = ratingMoments.find((one) => one === about[1])
  const [pairId = ''] = about
  if (asked.kind !== 'form' || !moment) return asked

  const skills = await skillsOf(scope, person.id)
  const first = skills[0] === undefined ? '' : fieldOf(skills[0])
  const known = new Set(skills.map(fieldOf))
  const sent = intent.kind === 'submit' ? Object.keys(intent.values) : []
  if (sent.some((name) => name.startsWith('skill-') && !known.has(name)))
    return { kind: 'errors', errors: { [first]: skillsChanged }, form: asked.form }
  const ratings = readRatings(skills, (field) => textIn(values, field))
  if (ratings.length === 0) return { kind: 'errors', errors: { [first]: rateOne }, form: asked.form }

  const rater = { pairId, personId: person.id }
  await saveRatings(scope, { ...rater, moment, ratings })
  await audit(scope, {
    actor: person.id,
    action: 'skills.rate',
    subject: pairId,
    details: { moment, skills: ratings.length },
  })
  const message = ratedMessage(await ratingsOf(scope, rater))
  return { kind: 'show', message, holdsTyped: true }
}

/** The skills that somebody seeks, as far as they are rated. */
export async function skillsOf(scope: Scope, personId: string): Promise<readonly string[]> {
  const sought = (await listedById(scope, personId))?.cells['skills_sought']
  return skillsToRate(Array.isArray(sought) ? sought.map(String) : [])
}

/** Of a pair that is over, too: what they rate is theirs alone. */
async function formAt(turn: Turn, moment: RatingMoment | undefined): Promise<Outcome> {
  const { scope, person, about } = turn
  const pair = await pairById(scope, about[0] ?? '')
  if (pair?.menteeId !== person.id || !moment) return show(noSkillsHere())
  const skills = await skillsOf(scope, person.id)
  if (skills.length === 0) return show(nameSkillsMessage(firstNameOf(person)))
  const ratings = await ratingsOf(scope, { pairId: pair.id, personId: person.id })
  return { kind: 'form', form: ratingForm({ pairId: pair.id, moment, skills, ratings }) }
}

function show(message: Message): Outcome {
  return { kind: 'show', message }
}
