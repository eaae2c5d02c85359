import { textIn } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import type { Message } from '../../core/message/message.ts'
import { lastDayOf, type Pair } from '../../core/pair/pair.ts'
import { phaseOf } from '../../core/review/calendar.ts'
import {
  growthForm,
  nameSkillsMessage,
  noSkillsHere,
  ratedMessage,
  rateOne,
  ratingClosed,
  ratingForm,
  skillsChanged,
} from '../../core/skills/messages.ts'
import {
  fieldOf,
  momentToRate,
  type RatingMoment,
  ratingMoments,
  readRatings,
  skillsToRate,
} from '../../core/skills/skills.ts'
import { dateAt } from '../../core/time/wall-clock.ts'
import { audit } from '../../store/audit.ts'
import { pairById } from '../../store/pairs.ts'
import { programsById } from '../../store/programs.ts'
import { reviewsOfPairs } from '../../store/reviews.ts'
import { listedById } from '../../store/roster.ts'
import type { Scope } from '../../store/scope.ts'
import { ratedAt, ratingsOf, saveRatings } from '../../store/skill-ratings.ts'
import { firstNameOf } from '../checkin/load-nudged.ts'
import type { Turn } from '../turn.ts'

/**
 * The form in which a mentee rates the skills they seek, at the moment that stands now whenever the button was sent; where
 * none is to be rated, before and after alone. Of a pair that is over, too: what they rate is theirs alone.
 */
export async function askRatings(turn: Turn): Promise<Outcome> {
  const { scope, person, about } = turn
  const pair = await pairById(scope, about[0] ?? '')
  if (pair?.menteeId !== person.id) return show(noSkillsHere())
  const rater = { pairId: pair.id, personId: person.id }
  const ratings = await ratingsOf(scope, rater)
  const moment = await ratingMomentOf(scope, pair)
  if (!moment) return { kind: 'form', form: growthForm(pair.id, ratings) }
  const skills = await skillsOf(scope, person.id)
  if (skills.length === 0) return show(nameSkillsMessage(firstNameOf(person)))
  return { kind: 'form', form: ratingForm({ pairId: pair.id, moment, skills, ratings }) }
}

/** Keeps the ratings, and shows them to their author alone. */
export async function keepRatings(turn: Turn): Promise<Outcome> {
  const { scope, person, about, values, intent } = turn
  const asked = await askRatings(turn)
  if (asked.kind !== 'form') return asked
  const [pairId = ''] = about
  // Not the moment for which it was opened: they rate how they see themselves today.
  const moment = ratingMoments.find((one) => one === asked.form.about?.split(':')[1])
  if (!moment) return show(ratingClosed)

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

/** For which moment the mentee of a pair rates now. */
export async function ratingMomentOf(scope: Scope, pair: Pair): Promise<RatingMoment | undefined> {
  const rater = { pairId: pair.id, personId: pair.menteeId }
  return momentToRate({
    due: await momentDue(scope, pair),
    ratedAt: await ratedAt(scope, rater),
    now: scope.now,
  })
}

/** Where the closing talk was opened before its day, because somebody leaves, it is the end. */
async function momentDue(scope: Scope, pair: Pair): Promise<RatingMoment> {
  const closing = await reviewsOfPairs(scope, [pair.id], 'end')
  const [stored] = await programsById(scope, [pair.programId])
  if (pair.state === 'closed' || closing.length > 0 || !stored) return 'end'
  const { program } = stored
  return phaseOf({
    startedOn: pair.startedOn,
    lastDay: lastDayOf(pair, program),
    today: dateAt(scope.now, program.timeZone),
  })
}

function show(message: Message): Outcome {
  return { kind: 'show', message }
}
