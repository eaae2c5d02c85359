import { reasonsFor } from '../../core/match/explain.ts'
import { createScores, weightsOf } from '../../core/match/score.ts'
import { reasonsTold } from '../../core/match/told-reasons.ts'
import type { Message } from '../../core/message/message.ts'
import { otherOf, type Pair } from '../../core/pair/pair.ts'
import { keyOf, meetingsAgain } from '../../core/peer/draft.ts'
import { type Met, roundBegun, roundWithout } from '../../core/peer/messages.ts'
import type { Enrollment } from '../../core/people/enrollment.ts'
import { availabilityOf, type Person } from '../../core/people/person.ts'
import { formatMoment } from '../../core/time/dates.ts'
import { nextFit } from '../../core/time/slot.ts'
import { queue } from '../../store/outbox.ts'
import { activePairsOfProgram } from '../../store/pairs.ts'
import type { StoredRound } from '../../store/peer-rounds.ts'
import type { Scope } from '../../store/scope.ts'
import { firstNameOf } from '../checkin/load-nudged.ts'
import { firstFor } from '../checkin/schedule.ts'
import { toPerson } from '../write-to.ts'
import type { Circle } from './read-circle.ts'
import { nameIn } from './show-draft.ts'

interface RoundToIntroduce {
  readonly round: StoredRound
  /** The pairs that end by it. */
  readonly ended: readonly Pair[]
  /** Who takes part and is in no group. */
  readonly without: readonly string[]
  readonly people: ReadonlyMap<string, Person>
  readonly places: readonly Enrollment[]
}

/**
 * Tells everybody, once and in their own hours, that the round before is over and whom they meet now. Whoever has not
 * been told yet what is kept hears of it with their first check-in instead.
 */
export async function introduceRound(scope: Scope, circle: Circle, told: RoundToIntroduce): Promise<void> {
  const { stored } = circle
  const { round, people } = told
  const noticed = new Set(
    told.places
      .filter(({ programId, noticedAt }) => programId === stored.id && noticedAt)
      .map(({ personId }) => personId),
  )
  const write = await writerFor(scope, circle, told)
  const entries = [...round.groups.flat(), ...told.without].flatMap((id) => {
    const person = people.get(id)
    if (!person || !noticed.has(id)) return []
    const after = nextFit({
      instant: scope.now,
      availability: availabilityOf(person, stored.program.blackouts),
    })
    return toPerson(person, {
      key: `round:${round.id}:begun:${id}`,
      repeat: 'once',
      message: write(person),
      ...(after && { after }),
    })
  })
  await queue(scope, entries)
}

async function writerFor(scope: Scope, circle: Circle, { round, ended }: RoundToIntroduce) {
  const { stored, facts } = circle
  const pairs = await activePairsOfProgram(scope, stored.id)
  const again = meetingsAgain(round.groups, facts.met)
  const reasons = reasonsIn(circle)
  return (person: Person): Message => {
    const own = (pair: Pair) => pair.mentorId === person.id || pair.menteeId === person.id
    const common = {
      firstName: firstNameOf(person),
      program: stored.program.name,
      number: round.number,
      until: ended.filter(own).map((pair) => nameIn(circle, otherOf(pair, person.id))),
    }
    const group = round.groups.find((members) => members.includes(person.id)) ?? []
    const others = group
      .filter((id) => id !== person.id)
      .map(
        (id): Met => ({
          name: nameIn(circle, id),
          reasons: reasons(person.id, id),
          before: again.get(keyOf([person.id, id])),
        }),
      )
      .sort((one, other) => one.name.localeCompare(other.name, 'en-GB'))
    if (others.length === 0) return roundWithout(common)
    const current = pairs.find(own)
    const first = current && firstFor(scope, person, { pair: current, program: stored.program })
    return roundBegun({
      ...common,
      others,
      asked: first && formatMoment(first.opensAt, person.zone, person.locale),
    })
  }
}

/** What speaks for the other, as the person is told it. Who is the senior of the two does not count between peers. */
function reasonsIn({ pool, stored }: Circle): (person: string, other: string) => string[] {
  const weights = { ...weightsOf(stored.program), grade: 0, experience: 0 }
  const scores = createScores(pool, { weights, preferences: [], standing: [] })
  const positions = new Map(pool.mentees.map(({ id }, position) => [id, position]))
  return (person, other) => {
    const [one, two] = [positions.get(person), positions.get(other)]
    if (one === undefined || two === undefined) return []
    const [mentee, mentor] = [pool.mentees[one], pool.mentors[two]]
    if (!mentee || !mentor) return []
    return reasonsTold(reasonsFor({ mentee, mentor }, scores.partsOf(one, two)), 'mentee')
  }
}
