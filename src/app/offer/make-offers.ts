import type { Offer } from '../../core/offer/offer.ts'
import type { Person } from '../../core/people/person.ts'
import { auditAll } from '../../store/audit.ts'
import { createOffers } from '../../store/offers.ts'
import { queue } from '../../store/outbox.ts'
import type { StoredProgram } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { courseFor, questionTo } from './ask.ts'

/** Two who fit, and why. */
export interface TwoToOffer {
  readonly mentor: Person
  readonly mentee: Person
  /** What speaks for them, as far as the two may be told. */
  readonly reasons: readonly string[]
  readonly score: number
}

/**
 * Offers each mentee to their mentor, whatever speaks against it: that was looked at before. Each mentor is asked in
 * private at an hour that suits them. Three statements for up to a thousand offers.
 */
export async function makeOffers(
  scope: Scope,
  made: { readonly stored: StoredProgram; readonly twos: readonly TwoToOffer[]; readonly actor: string },
): Promise<Offer[]> {
  const { stored, twos, actor } = made
  const { id: programId, program } = stored
  const planned = twos.map((two) => ({ ...two, course: courseFor(scope, two.mentor, program) }))
  const offers = await createOffers(
    scope,
    planned.map(({ mentor, mentee, reasons, score, course }) => ({
      programId,
      mentorId: mentor.id,
      menteeId: mentee.id,
      reasons,
      score,
      publishedBy: actor,
      expiresAt: course.expiresAt,
      nextAt: course.remindAt ?? course.expiresAt,
    })),
  )
  await auditAll(
    scope,
    offers.map(({ id }) => ({ actor, action: 'offer.make', subject: id })),
  )
  await queue(
    scope,
    planned.flatMap(({ mentor, mentee, course }, at) => {
      const offer = offers[at]
      return offer ? questionTo({ offer, program, mentor, mentee }, course) : []
    }),
  )
  return offers
}
