import { publishPairs } from '../../../src/app/match/publish-pairs.ts'
import type { Hospital, Queued } from '../../../src/catalogue/hospital.ts'
import type { Outcome } from '../../../src/core/message/intent.ts'
import type { Offer } from '../../../src/core/offer/offer.ts'
import type { Role } from '../../../src/core/people/enrollment.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { changeEnrollment } from '../../../src/store/enrollments.ts'
import { openOffersOf } from '../../../src/store/offers.ts'
import { wordsIn } from '../../support/hospital.ts'

export interface Enrolled extends Person {
  readonly enrollmentId: string
}

type Given = Parameters<Hospital['person']>[0] & { readonly profile?: object }

/** A program whose mentors are asked before a pair begins. */
export interface OfferStage {
  readonly hospital: Hospital
  readonly programId: string
  readonly slug: string
  readonly coordinator: Person
  /** An active person of the program who has been told what is kept. `profile`: columns of the staff list. */
  enrolled(role: Role, given?: Given): Promise<Enrolled>
  /** What the staff list says of them from now on. */
  list(person: Person, profile: object): Promise<void>
  /** Publishes these two, and gives the offer. */
  offered(mentor: Person, mentee: Person): Promise<Offer>
  stateOf(offer: Pick<Offer, 'id'>): Promise<string | undefined>
  pairs(): Promise<number>
  /** Messages to the person, oldest first. */
  to(person: Person): Promise<Queued[]>
  /** As if all that waits in the outbox had been sent. */
  delivered(): Promise<void>
  /** The mentees of the open draft, with whom it has for them. */
  drafted(): Promise<{ menteeId: string; mentorId: string | null; reasons: string[] }[]>
}

export async function openStage(
  hospital: Hospital,
  settings: { readonly match?: object; readonly ends_on?: string } = {},
): Promise<OfferStage> {
  const coordinator = await hospital.person({ name: 'Carla Jones' })
  const { id: programId, program } = await hospital.program({
    coordinators: [coordinator.email],
    ...settings,
  })
  const stage: OfferStage = {
    hospital,
    programId,
    slug: program.slug,
    coordinator,
    enrolled: async (role, { profile = {}, ...given } = {}) => {
      const person = await hospital.person(given)
      await stage.list(person, profile)
      const enrollmentId = await hospital.enroll(programId, person, { role })
      await hospital.within((scope) => changeEnrollment(scope, enrollmentId, { noticedAt: scope.now }))
      return { ...person, enrollmentId }
    },
    list: ({ id }, profile) =>
      hospital.within(async ({ tx }) => void (await tx.person.update({ where: { id }, data: { profile } }))),
    offered: async (mentor, mentee) => {
      const pairs = [{ mentor: mentor.email, mentee: mentee.email }]
      const published = await hospital.within((scope) =>
        publishPairs(scope, { programId, pairs, actor: coordinator.id }),
      )
      if (!published.ok) throw new Error(published.problems.join())
      const offers = await hospital.within((scope) => openOffersOf(scope, mentee.id))
      const offer = offers.find(({ mentorId }) => mentorId === mentor.id)
      if (!offer) throw new Error('nothing was offered')
      return offer
    },
    stateOf: ({ id }) =>
      hospital.within(async ({ tx }) => (await tx.offer.findUnique({ where: { id } }))?.state),
    pairs: () => hospital.within(({ tx }) => tx.pair.count({ where: { programId, state: 'active' } })),
    to: async ({ accounts }) => {
      const users = accounts.map(({ user }) => user)
      return (await hospital.outbox()).filter(({ user, message }) => message && users.includes(user ?? ''))
    },
    delivered: () =>
      hospital.within(
        async ({ tx, now }) =>
          void (await tx.outboxEntry.updateMany({
            where: { state: 'ready' },
            data: { state: 'sent', sentAt: new Date(now.epochMilliseconds) },
          })),
      ),
    drafted: () =>
      hospital.within(({ tx }) =>
        tx.draftRow.findMany({
          where: { draft: { programId } },
          select: { menteeId: true, mentorId: true, reasons: true },
          orderBy: { menteeId: 'asc' },
        }),
      ),
  }
  return stage
}

/** All words of messages or forms, in one line. */
export function proseOf(shown: unknown): string {
  return wordsIn(shown).replace(/\s+/g, ' ')
}

/** All words of what a press or form was answered with. */
export function answered(outcome: Outcome): string {
  return outcome.kind === 'show' ? proseOf(outcome.message.blocks) : `(${outcome.kind})`
}

/** All words sent to somebody. */
export async function toldTo(stage: OfferStage, person: Person): Promise<string> {
  return proseOf((await stage.to(person)).map(({ message }) => message))
}
