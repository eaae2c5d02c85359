import { coordinatorsOnly } from '../../../core/digest/admin-messages.ts'
import { matchMenu, type Standing } from '../../../core/match/review/menu-messages.ts'
import { whichProgram } from '../../../core/match/review/page-messages.ts'
import type { Outcome } from '../../../core/message/intent.ts'
import type { Message } from '../../../core/message/message.ts'
import { audit } from '../../../store/audit.ts'
import { runOf } from '../../../store/match-runs.ts'
import { openOffersIn } from '../../../store/offers.ts'
import { preferencesIn } from '../../../store/preferences.ts'
import type { StoredProgram } from '../../../store/programs.ts'
import { isProgramOver } from '../../pair/make-pairs.ts'
import { roundsMenu } from '../../peer/show-round.ts'
import { programsCoordinatedBy } from '../../program/coordinators.ts'
import type { Turn } from '../../turn.ts'
import { absentIn } from '../propose-pairs.ts'
import { type ProgramPool, readPool } from '../read-pool.ts'
import { findProgram, inPlace } from './find-review.ts'
import { readReview } from './read-review.ts'
import { unseenIn } from './unseen.ts'

/** `admin match [PROGRAM]`: how matching stands, and what can be done. */
export async function showMatch(turn: Turn): Promise<Outcome> {
  const { scope, person, rest } = turn
  const programs = await programsCoordinatedBy(scope, person)
  const [first] = programs
  if (!first) return { kind: 'show', message: coordinatorsOnly }
  const named = programs.find(({ program }) => program.slug === rest.trim().toLowerCase())
  // One that is over has nobody to match; it is shown to whoever names it.
  const running = programs.filter(({ program }) => !isProgramOver(program, scope.now))
  const [only = first, ...more] = running
  const wanted = named ?? (more.length === 0 ? only : undefined)
  if (!wanted)
    return {
      kind: 'show',
      message: whichProgram(
        'match',
        running.map(({ program }) => program),
      ),
    }
  return { kind: 'show', message: await menuFor(turn, wanted) }
}

/** The same by a button, in the place of what was pressed. */
export async function refreshMatch(turn: Turn): Promise<Outcome> {
  const stored = await findProgram(turn)
  return 'not' in stored ? stored.not : inPlace(await menuFor(turn, stored))
}

/** How matching stands in this program, for this coordinator, who is noted to have looked. */
export async function menuFor({ scope, person }: Turn, stored: StoredProgram): Promise<Message> {
  if (stored.program.type === 'peer') return roundsMenu({ scope, person }, stored)
  const known = await readPool(scope, stored)
  const reviewed = await readReview({ scope, reader: person }, stored, { known })
  const run = await runOf(scope, stored.id)
  const offers = await openOffersIn(scope, stored.id)
  const preferring = new Set((await preferencesIn(scope, stored.id)).map(({ menteeId }) => menteeId))
  await audit(scope, { actor: person.id, action: 'match.look', subject: stored.id })
  const { id } = stored
  const { name, slug } = stored.program
  const until = offers.map(({ expiresAt }) => expiresAt).sort(Temporal.Instant.compare)
  const inDraft = new Set(reviewed?.draft.rows.map(({ menteeId }) => menteeId))
  return matchMenu(
    {
      program: { id, name, slug },
      ...countsOf(known),
      offers: { open: offers.length, until: until.at(-1) },
      preferring: preferring.size,
      run: run && (run.state === 'waiting' || run.state === 'working') ? run : undefined,
      review: reviewed?.review,
      beside: known.pool.mentees.filter((mentee) => !inDraft.has(mentee.id)).length,
      unseen: reviewed ? unseenIn(reviewed, person) : 0,
    },
    { locale: person.locale, zone: person.zone, now: scope.now },
  )
}

function countsOf({ pool, places }: ProgramPool): Pick<Standing, 'waiting' | 'mentors' | 'absent'> {
  const free = pool.mentors.filter((mentor) => mentor.places > 0)
  return {
    waiting: pool.mentees.length,
    mentors: { free: free.length, places: free.reduce((sum, mentor) => sum + mentor.places, 0) },
    absent: absentIn({ places }),
  }
}
