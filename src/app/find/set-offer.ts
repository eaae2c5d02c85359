import { cardOf } from '../../core/find/card.ts'
import { type MentorOffer, offerForm, readOffer } from '../../core/find/offer.ts'
import {
  mentorsOffer,
  nothingToOffer,
  offerOnceJoined,
  offerStored,
  offerWhere,
} from '../../core/find/offer-messages.ts'
import { capacityIn, memberFrom } from '../../core/match/member.ts'
import type { Outcome } from '../../core/message/intent.ts'
import type { Message } from '../../core/message/message.ts'
import { sentence } from '../../core/message/messages.ts'
import { todayOf } from '../../core/people/person.ts'
import type { RosterCells } from '../../core/people/roster-change.ts'
import { audit } from '../../store/audit.ts'
import { changeEnrollment, shownIn } from '../../store/enrollments.ts'
import { openOffers } from '../../store/offers.ts'
import { activePairsOf } from '../../store/pairs.ts'
import { type ListedPerson, listedById, saveOwnProfile } from '../../store/roster.ts'
import type { Scope } from '../../store/scope.ts'
import { isOver, programsOf, type TakingPart } from '../people/taking-part.ts'
import type { Turn } from '../turn.ts'
import { knownOf } from './read-mentors.ts'

/** `offer`, or its button: the form as things stand; with several programs, for which. */
export async function askOffer(turn: Turn): Promise<Outcome> {
  const where = await whereToOffer(turn)
  if ('refusal' in where) return { kind: 'show', message: where.refusal }
  const [only, ...more] = where.places
  if (more.length > 0) {
    const programs = where.places.map(({ enrollment, program }) => ({
      enrollmentId: enrollment.id,
      name: program.name,
    }))
    return { kind: 'show', message: offerWhere(programs) }
  }
  const standing = await readStanding(turn, only)
  return { kind: 'form', form: formOf(only, standing, turn.about.length > 0) }
}

/** Keeps what a mentor offers. What they changed of their profile is their own from then on: imports leave it. */
export async function setOffer(turn: Turn): Promise<Outcome> {
  const where = await whereToOffer(turn)
  if ('refusal' in where) return { kind: 'show', message: where.refusal }
  const { scope, person, values } = turn
  const [place] = where.places
  const { enrollment, program } = place
  const standing = await readStanding(turn, place)
  const read = readOffer(values, standing.offer)
  if ('errors' in read) return { kind: 'errors', errors: read.errors, form: formOf(place, standing, true) }

  const { offer } = read
  const edited = editedCells(standing.offer, offer)
  await keep(scope, {
    personId: person.id,
    enrollmentId: enrollment.id,
    before: standing.offer,
    offer,
    edited,
  })
  const cells = { ...standing.listed.cells, ...edited }
  const mentor = { ...memberFrom({ ...standing.listed, cells }), places: placesLeft(offer, standing) }
  const message = offerStored({
    enrollmentId: enrollment.id,
    program: program.name,
    capacity: offer.capacity,
    mentees: standing.mentees,
    offered: standing.offered,
    card: cardOf(knownOf(mentor, todayOf(person, scope.now)), offer.shows),
    locale: person.locale,
  })
  return { kind: 'show', message }
}

/** Where this person is a mentor, at least one program, or why nowhere. An enrollment that is named counts alone. */
async function whereToOffer({
  scope,
  person,
  about,
}: Turn): Promise<
  { readonly places: readonly [TakingPart, ...TakingPart[]] } | { readonly refusal: Message }
> {
  const [named] = about
  const all = (await programsOf(scope, person.id)).filter(
    ({ enrollment: { id, role, state }, program }) =>
      role !== 'mentee' &&
      state !== 'left' &&
      !isOver(program, person, scope.now) &&
      (named === undefined || id === named),
  )
  const joined = all.filter(({ enrollment }) => enrollment.state !== 'invited')
  const [first, ...more] = joined.filter(({ program }) => program.type !== 'peer')
  if (first) return { places: [first, ...more] }
  if (joined.length > 0) return { refusal: sentence(nothingToOffer) }
  return { refusal: all.length > 0 ? offerOnceJoined : sentence(mentorsOffer) }
}

interface Standing {
  readonly listed: ListedPerson
  readonly offer: MentorOffer
  /** Whom they mentor, and have been offered, in all programs together. */
  readonly mentees: number
  readonly offered: number
}

async function readStanding({ scope, person }: Turn, { enrollment }: TakingPart): Promise<Standing> {
  const listed = await listedById(scope, person.id)
  if (!listed) throw new Error('the person is not in the staff list')
  const shows = (await shownIn(scope, enrollment.programId)).get(person.id) ?? []
  const isMine = ({ mentorId }: { readonly mentorId: string }) => mentorId === person.id
  return {
    listed,
    offer: { capacity: capacityIn(listed.cells), skills: memberFrom(listed).skillsOffered, shows },
    mentees: (await activePairsOf(scope, person.id)).filter(isMine).length,
    offered: (await openOffers(scope)).filter(isMine).length,
  }
}

function formOf({ enrollment, program }: TakingPart, { offer, mentees }: Standing, isNamed: boolean) {
  const facts = { enrollmentId: enrollment.id, offer, mentees }
  return offerForm({ ...facts, program: isNamed ? program.name : undefined })
}

function placesLeft({ capacity }: MentorOffer, { mentees, offered }: Standing): number {
  return Math.max(capacity - mentees - offered, 0)
}

/** The columns of the staff list that differ. */
function editedCells(before: MentorOffer, after: MentorOffer): RosterCells {
  return {
    ...(before.capacity !== after.capacity && { capacity: after.capacity }),
    ...(before.skills.join('\n') !== after.skills.join('\n') && { skills_offered: after.skills }),
  }
}

async function keep(
  scope: Scope,
  saved: {
    readonly personId: string
    readonly enrollmentId: string
    readonly before: MentorOffer
    readonly offer: MentorOffer
    readonly edited: RosterCells
  },
): Promise<void> {
  const { personId, enrollmentId, before, offer, edited } = saved
  const showsElse = before.shows.join() !== offer.shows.join()
  const fields = [...Object.keys(edited), ...(showsElse ? ['shows'] : [])]
  if (fields.length === 0) return
  if (Object.keys(edited).length > 0) await saveOwnProfile(scope, personId, edited)
  if (showsElse) await changeEnrollment(scope, enrollmentId, { shows: offer.shows })
  await audit(scope, { actor: personId, action: 'find.offer', subject: enrollmentId, details: { fields } })
}
