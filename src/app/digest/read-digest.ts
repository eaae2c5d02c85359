import { type Digest, digestOf, type Unpaired } from '../../core/digest/digest.ts'
import type { Pair } from '../../core/pair/pair.ts'
import type { Enrollment } from '../../core/people/enrollment.ts'
import type { Person } from '../../core/people/person.ts'
import { dateAt } from '../../core/time/wall-clock.ts'
import { answeredSince, goalsReachedSince, pairsEndedSince } from '../../store/attention.ts'
import { lastPublished } from '../../store/digest.ts'
import { enrollmentsOfProgram } from '../../store/enrollments.ts'
import { openGoalsOfPairs } from '../../store/goals.ts'
import { openOffersIn } from '../../store/offers.ts'
import { activePairsOfProgram } from '../../store/pairs.ts'
import { peopleById } from '../../store/people.ts'
import type { StoredProgram } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { thanksCountedSince } from '../../store/thanks.ts'
import { readAverages } from '../review/read-averages.ts'
import { readSkillAverages } from '../skills/read-skill-averages.ts'
import { type People, readPairs } from './read-pairs.ts'
import { readRequiredOf } from './read-required.ts'

/** How far back the first digest of a program looks. */
const FIRST_PERIOD = Temporal.Duration.from({ hours: 7 * 24 })

/** The digest of a program as it stands now; its period begins with the digest published last. */
export async function readDigest(scope: Scope, stored: StoredProgram): Promise<Digest> {
  const { id: programId, program } = stored
  const last = await lastPublished(scope, programId)
  const since = last?.slot ?? scope.now.subtract(FIRST_PERIOD)
  const zone = program.timeZone
  const pairs = await activePairsOfProgram(scope, programId)
  const enrollments = await enrollmentsOfProgram(scope, programId)
  const people = await peopleIn(scope, pairs, enrollments)
  const resting = new Set(
    enrollments.filter(({ state }) => state === 'paused').map(({ personId }) => personId),
  )
  const required = await readRequiredOf(scope, stored, { pairs, people, resting })
  return digestOf({
    program: { id: programId, name: program.name, coordinators: program.coordinators },
    today: dateAt(scope.now, zone),
    since: dateAt(since, zone),
    ...(last && { before: last.figures }),
    pairs: await readPairs(scope, stored, { pairs, people, resting, since, overdue: required.overdue }),
    ...(required.facts && { required: required.facts }),
    ended: await pairsEndedSince(scope, { programId, since }),
    checkIns: await answeredSince(scope, { programId, since }),
    goals: await openGoalsOfPairs(
      scope,
      pairs.map(({ id }) => id),
    ),
    reached: await goalsReachedSince(scope, { programId, since }),
    thanks: await thanksCountedSince(scope, { programId, since }),
    ratings: await readAverages(scope, stored),
    skills: await readSkillAverages(scope, stored),
    withoutPair: withoutPair(enrollments, { pairs, offers: await openOffersIn(scope, programId) }, people),
  })
}

async function peopleIn(
  scope: Scope,
  pairs: readonly Pair[],
  enrollments: readonly Enrollment[],
): Promise<People> {
  const ids = new Set([
    ...pairs.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]),
    ...enrollments.filter(({ state }) => state !== 'left').map(({ personId }) => personId),
  ])
  return new Map((await peopleById(scope, [...ids])).map((person) => [person.id, person]))
}

interface Two {
  readonly mentorId: string
  readonly menteeId: string
}

function withoutPair(
  enrollments: readonly Enrollment[],
  bound: { readonly pairs: readonly Two[]; readonly offers: readonly Two[] },
  people: People,
): Unpaired[] {
  const both = ({ mentorId, menteeId }: Two) => [mentorId, menteeId]
  const paired = new Set(bound.pairs.flatMap(both))
  const offered = new Set(bound.offers.flatMap(both))
  return enrollments
    .filter(({ state, personId }) => state !== 'left' && !paired.has(personId))
    .flatMap((enrollment) => {
      const person = people.get(enrollment.personId)
      if (!person) return []
      const { name, email, managerEmail } = person
      return [
        {
          name,
          email,
          why: whyUnpaired(enrollment, { ...person, isOffered: offered.has(person.id) }),
          ...(managerEmail !== undefined && { managerEmail }),
        },
      ]
    })
    .sort((one, other) => one.name.localeCompare(other.name))
}

/** *Not now* is not told apart from no answer yet. */
function whyUnpaired(
  { state }: Enrollment,
  { accounts, isOffered }: Person & { readonly isOffered: boolean },
): Unpaired['why'] {
  if (state === 'paused') return 'paused'
  if (accounts.length === 0) return 'unreachable'
  if (state === 'invited') return 'not-joined'
  return isOffered ? 'offered' : 'not-paired-yet'
}
