import { offerWithdrawn } from '../../core/offer/messages.ts'
import { audit } from '../../store/audit.ts'
import { endOffer, lockOffer, openOffersOf } from '../../store/offers.ts'
import type { Scope } from '../../store/scope.ts'
import { goOnWithout } from './after-offer.ts'
import { partsOf } from './ask.ts'
import { sayItIsOver } from './end-offer.ts'
import { type AskedOffer, loadOffer } from './find-offer.ts'

interface Withdrawing {
  /** A person's id, or `command line`. */
  readonly actor: string
  /** One of the two, who needs no telling. */
  readonly knows?: string
}

/**
 * Takes back what was offered to somebody who left a program, takes a break from it, or cannot be reached any more: an
 * answer would come to nothing, and nobody is to wait for it. Whoever knew of it is told kindly, nobody is rejected, and
 * it goes on as after a no: the draft or the next best, and a word to the coordinators. Without a program, in all.
 */
export async function withdrawOffersOf(
  scope: Scope,
  { personId, programId }: { readonly personId: string; readonly programId?: string },
): Promise<void> {
  const theirs = (await openOffersOf(scope, personId)).filter(
    (offer) => programId === undefined || offer.programId === programId,
  )
  const ended: AskedOffer[] = []
  for (const { id } of theirs) {
    const loaded = await lockOpen(scope, id)
    if (!loaded) continue
    await withdraw(scope, loaded, { actor: personId, knows: personId })
    ended.push(loaded)
  }
  for (const inOne of Map.groupBy(ended, ({ stored }) => stored.id).values()) {
    const [{ stored } = {}] = inOne
    if (stored)
      await goOnWithout(
        scope,
        stored,
        inOne.map((one) => cameToNothing(one, personId)),
      )
  }
}

/** Takes back the offer of a mentee who got a mentor in another way. */
export async function withdrawOffersTo(
  scope: Scope,
  {
    menteeId,
    programId,
    actor,
  }: { readonly menteeId: string; readonly programId: string; readonly actor: string },
): Promise<void> {
  for (const offer of await openOffersOf(scope, menteeId)) {
    if (offer.programId !== programId || offer.menteeId !== menteeId) continue
    const loaded = await lockOpen(scope, offer.id)
    if (loaded) await withdraw(scope, loaded, { actor })
  }
}

/** Takes back one that is open and this transaction’s; what becomes of the mentee is not decided here. */
export async function withdraw(
  scope: Scope,
  loaded: AskedOffer,
  { actor, knows }: Withdrawing,
): Promise<void> {
  const { offer, program } = loaded
  await endOffer(scope, offer.id, { state: 'withdrawn' })
  await audit(scope, { actor, action: 'offer.withdraw', subject: offer.id })
  const inPlace = offerWithdrawn({ other: partsOf(loaded).other.name, program: program.name })
  await sayItIsOver(scope, loaded, { inPlace, ...(knows !== undefined && { knows }) })
}

async function lockOpen(scope: Scope, id: string): Promise<AskedOffer | undefined> {
  const offer = await lockOffer(scope, id)
  return offer?.state === 'open' ? loadOffer(scope, offer) : undefined
}

function cameToNothing({ offer, mentor, mentee }: AskedOffer, personId: string) {
  const problem = `${personId === mentor.id ? mentor.name : mentee.name} is not taking part at the moment`
  return { offer, mentor, mentee, how: { kind: 'withdrawn', problem } } as const
}
