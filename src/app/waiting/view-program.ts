import { createEligibility } from '../../core/match/eligibility.ts'
import { createOutlook } from '../../core/match/outlook.ts'
import { awaitedIn, type Offer } from '../../core/offer/offer.ts'
import type { Person } from '../../core/people/person.ts'
import type { Program } from '../../core/program/program.ts'
import { dateAt } from '../../core/time/wall-clock.ts'
import type { WaitingState } from '../../core/waiting/waiting.ts'
import { draftOf } from '../../store/drafts.ts'
import { openOffersIn } from '../../store/offers.ts'
import { programsById, type StoredProgram } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import type { Standing } from '../../store/waiting.ts'
import { readPool } from '../match/read-pool.ts'
import { freeBeside } from '../match/small-run.ts'
import { isProgramOver } from '../pair/make-pairs.ts'
import { coordinatorsOf } from '../program/coordinators.ts'

/** A program as those look at it who wait in it. */
export interface ProgramView {
  readonly program: Program
  readonly coordinators: readonly Person[]
  /** Its first day is still to come. */
  readonly isToCome: boolean
  /** As what somebody waits, and how things stand for them; undefined if they do not wait. */
  waiterOf(scope: Scope, standing: Standing): Promise<Waiter | undefined>
}

export interface Waiter {
  readonly side: 'mentor' | 'mentee'
  readonly state: WaitingState
  /** They seek a mentor and have not said yet what they want to get out of it. */
  readonly lacksAims: boolean
}

export interface Views {
  /** Undefined where the program is over, or gone. */
  of(scope: Scope, programId: string): Promise<ProgramView | undefined>
}

/** Reads each program once, however many of its people are looked at; who is in it only once somebody is to be told. */
export function createViews(): Views {
  const views = new Map<string, ProgramView | undefined>()
  return {
    of: async (scope, programId) => {
      if (!views.has(programId)) views.set(programId, await viewOf(scope, programId))
      return views.get(programId)
    },
  }
}

async function viewOf(scope: Scope, programId: string): Promise<ProgramView | undefined> {
  const [stored] = await programsById(scope, [programId])
  if (!stored || isProgramOver(stored.program, scope.now)) return undefined
  const { program } = stored
  const today = dateAt(scope.now, program.timeZone)
  let find: Find | undefined
  return {
    program,
    coordinators: await coordinatorsOf(scope, program),
    isToCome: Temporal.PlainDate.compare(program.startsOn, today) > 0,
    waiterOf: async (inScope, standing) => {
      find ??= program.type === 'peer' ? waiterOfRounds : await waitersOf(inScope, stored)
      return find(standing)
    },
  }
}

type Find = (standing: Standing) => Waiter | undefined

function waiterOfRounds({ hasMentor, hasMentee }: Standing): Waiter | undefined {
  return hasMentor || hasMentee
    ? undefined
    : { side: 'mentee', state: { kind: 'next-round' }, lacksAims: false }
}

async function waitersOf(scope: Scope, stored: StoredProgram): Promise<Find> {
  // What `find` shows as free must not be called full here: nobody's own list has a part in this word.
  const { pool: known, places: everybody } = await readPool(scope, stored)
  const pool = { ...known, apart: [] }
  const rows = (await draftOf(scope, stored.id))?.rows ?? []
  const offers = await openOffersIn(scope, stored.id)
  const offerTo = new Map(offers.map((offer) => [offer.menteeId, offer]))
  const askedMentors = new Set(offers.map(({ mentorId }) => mentorId))
  const proposed = rows.filter(({ mentorId, standing }) => mentorId !== undefined && standing !== 'set-aside')
  const inReview = new Set(proposed.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]))
  const outlookOf = createOutlook(
    { ...pool, mentors: freeBeside(pool, rows, new Set()) },
    createEligibility(pool),
  )
  const menteeAt = new Map(pool.mentees.map(({ id }, at) => [id, at]))
  const withPlace = new Set(pool.mentors.flatMap((one) => (one.places > 0 ? [one.id] : [])))

  const unbriefed = new Map([...everybody.values()].map((place) => [place.id, place.unbriefed]))
  const lacksBriefing = (personId: string, side: Waiter['side']) =>
    unbriefed.get(personId)?.includes(side) ?? false

  const needAims = new Set(pool.heldBack?.flatMap(({ menteeId, why }) => (why === 'aims' ? [menteeId] : [])))

  const menteeState = (personId: string): WaitingState | undefined => {
    const offer = offerTo.get(personId)
    if (offer) return offerState(offer)
    if (inReview.has(personId)) return { kind: 'reviewed' }
    if (lacksBriefing(personId, 'mentee')) return { kind: 'briefing' }
    const at = menteeAt.get(personId)
    if (needAims.has(personId)) return { kind: 'needs-aims' }
    return at === undefined ? undefined : outlookOf(at)
  }
  const mentorState = (personId: string): WaitingState | undefined => {
    if (inReview.has(personId)) return { kind: 'reviewed' }
    if (lacksBriefing(personId, 'mentor')) return { kind: 'briefing' }
    return withPlace.has(personId) && !askedMentors.has(personId) ? { kind: 'open' } : undefined
  }
  return ({ role, hasMentor, hasMentee, personId }) => {
    if (role !== 'mentor' && !hasMentor) {
      const aims = pool.mentees[menteeAt.get(personId) ?? -1]?.aims
      return waiter('mentee', menteeState(personId), aims?.length === 0)
    }
    if (role !== 'mentee' && !hasMentee) return waiter('mentor', mentorState(personId), false)
    return undefined
  }
}

function offerState(offer: Offer): WaitingState {
  return { kind: awaitedIn(offer) === offer.menteeId ? 'answer' : 'reviewed' }
}

function waiter(
  side: Waiter['side'],
  state: WaitingState | undefined,
  lacksAims: boolean,
): Waiter | undefined {
  return state && { side, state, lacksAims }
}
