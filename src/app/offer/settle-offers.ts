import { offerExpired, offerReminder } from '../../core/offer/messages.ts'
import { type Offer, reminderFits } from '../../core/offer/offer.ts'
import { availabilityOf } from '../../core/people/person.ts'
import { audit, auditAll } from '../../store/audit.ts'
import {
  endOffer,
  expireOffers,
  programsWithUntold,
  putOffOffer,
  takeDueOffers,
  takeUntold,
} from '../../store/offers.ts'
import { queue } from '../../store/outbox.ts'
import { programsById } from '../../store/programs.ts'
import { reject } from '../../store/rejections.ts'
import type { Scope } from '../../store/scope.ts'
import { carryOutDue } from '../carry-out-due.ts'
import { isProgramOver } from '../pair/make-pairs.ts'
import { inOrganization, type World } from '../world.ts'
import { toPerson } from '../write-to.ts'
import { goOnWithout } from './after-offer.ts'
import { factsOf, type LoadedOffer, partsOf, reminderKey } from './ask.ts'
import { sayItIsOver } from './end-offer.ts'
import { type AskedOffer, loadOffers } from './find-offer.ts'

const BATCH = 100

/**
 * Reminds of offers half-way, once, and ends those whose time is over. What follows of the ended ones (the draft or the
 * next best, and one word to each coordinator) is done for all of a program together: until then they are still due.
 */
export async function settleOffers(world: World, organizationId: string): Promise<void> {
  await carryOutDue(world, organizationId, {
    batch: BATCH,
    async carryOut(scope, { limit, took }) {
      const due = await takeDueOffers(scope, limit)
      took(due.map(({ offer }) => offer.id))
      const reminded = new Map(due.map((one) => [one.offer.id, one.reminded]))
      const loaded = await loadOffers(
        scope,
        due.map(({ offer }) => offer),
      )
      const known = new Set(loaded.map(({ offer }) => offer.id))
      const orphaned = due.filter(({ offer }) => !known.has(offer.id))
      for (const { offer } of orphaned) await drop(scope, offer.id)
      const [over, going] = [
        loaded.filter((one) => isOver(scope, one.offer)),
        loaded.filter((one) => !isOver(scope, one.offer)),
      ]
      await expire(scope, over)
      for (const one of going) await remind(scope, one, reminded.get(one.offer.id) ?? false)
      return due.length
    },
    putOff: (scope, id, nextAt) => putOffOffer(scope, id, { nextAt }),
  })
  await goOnEverywhere(world, organizationId)
}

/** One of the two is gone, or the program: nobody is there to be told, and it is not to come up at every beat. */
async function drop(scope: Scope, id: string): Promise<void> {
  await endOffer(scope, id, { state: 'withdrawn' })
  await audit(scope, { actor: 'rounds', action: 'offer.withdraw', subject: id })
}

function isOver({ now }: Scope, { expiresAt }: Offer): boolean {
  return Temporal.Instant.compare(expiresAt, now) <= 0
}

async function expire(scope: Scope, over: readonly AskedOffer[]): Promise<void> {
  const ids = over.map(({ offer }) => offer.id)
  await expireOffers(scope, ids)
  await auditAll(
    scope,
    ids.map((subject) => ({ actor: 'rounds', action: 'offer.expire', subject })),
  )
  for (const loaded of over) {
    const { mentorId, menteeId, programId } = loaded.offer
    await reject(scope, programId, { mentorId, menteeId, by: 'silence' })
    const about = { other: partsOf(loaded).other.name, program: loaded.program.name }
    await sayItIsOver(scope, loaded, { inPlace: offerExpired(about) })
  }
}

/** At an hour that suits; the end is what is due next. Nobody is reminded of what the program has no time for any more. */
async function remind(scope: Scope, loaded: LoadedOffer, reminded: boolean): Promise<void> {
  const { offer, program } = loaded
  const { asked } = partsOf(loaded)
  const isTold = reminded || isProgramOver(program, scope.now)
  const at = isTold ? undefined : reminderFits(scope.now, offer, availabilityOf(asked, program.blackouts))
  if (!at) return putOffOffer(scope, offer.id, { nextAt: offer.expiresAt })
  if (Temporal.Instant.compare(at, scope.now) > 0) return putOffOffer(scope, offer.id, { nextAt: at })
  const message = offerReminder(factsOf(loaded))
  await queue(scope, toPerson(asked, { key: reminderKey(offer), message, expiresAt: offer.expiresAt }))
  await putOffOffer(scope, offer.id, { nextAt: offer.expiresAt, reminded: true })
}

/** A program where it fails keeps no other waiting, and is taken up again at the next beat. */
async function goOnEverywhere(world: World, organizationId: string): Promise<void> {
  const programs = await inOrganization(world, organizationId, programsWithUntold)
  let failed = 0
  for (const programId of programs) {
    try {
      await inOrganization(world, organizationId, (scope) => goOnIn(scope, programId))
    } catch (cause) {
      world.log.error(
        { organizationId, row: programId, err: cause },
        'expired offers could not be followed up',
      )
      failed += 1
    }
  }
  if (failed > 0) throw new Error(`the expired offers of ${failed} programs could not be followed up`)
}

async function goOnIn(scope: Scope, programId: string): Promise<void> {
  const [stored] = await programsById(scope, [programId])
  const ended = await loadOffers(scope, await takeUntold(scope, programId))
  if (!stored) return
  await goOnWithout(
    scope,
    stored,
    ended.map(({ offer, mentor, mentee }) => ({
      offer,
      mentor,
      mentee,
      how: { kind: 'expired', by: offer.asked },
    })),
  )
}
