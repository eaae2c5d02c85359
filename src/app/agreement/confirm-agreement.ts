import { type Agreement, otherSide } from '../../core/agreement/agreement.ts'
import { lastDayIsOver, stands, toConfirm } from '../../core/agreement/signing-messages.ts'
import type { Outcome } from '../../core/message/intent.ts'
import type { Message } from '../../core/message/message.ts'
import { todayOf } from '../../core/people/person.ts'
import { confirmAgreement } from '../../store/agreements.ts'
import { audit } from '../../store/audit.ts'
import type { Scope } from '../../store/scope.ts'
import type { Turn } from '../turn.ts'
import { endAsAgreed } from './end-as-agreed.ts'
import { type FoundSigning, findSigning, readingOf } from './find-signing.ts'
import { asItIs } from './show-agreement.ts'
import { tellOther } from './tell-other.ts'

/**
 * *I confirm*, of the version that the person saw. Where it has changed meanwhile they are shown what is now, and
 * nothing is confirmed; nor where its last day has passed. With the second of the two it stands, and both have the whole text.
 */
export async function confirm(turn: Turn): Promise<Outcome> {
  const found = await findSigning(turn)
  if ('refusal' in found) return show(found.refusal)
  const { scope, person, about } = turn
  const { reading, signing } = found
  const { pending, standing } = signing
  if (pending?.state !== 'open' || pending.confirmed[reading.side]) return show(await asItIs(scope, found))
  if (about[1] !== String(pending.version)) {
    const shown = { agreement: pending, standing: standing !== undefined, lead: 'meanwhile' } as const
    return show(toConfirm(reading, shown))
  }
  // A pair ends on that day, which had still to come when it was written.
  if (Temporal.PlainDate.compare(pending.terms.until, todayOf(person, scope.now)) <= 0)
    return show(lastDayIsOver(reading, pending))
  const both = pending.confirmed[otherSide(reading.side)] !== undefined
  await confirmAgreement(scope, pending, { side: reading.side, stands: both })
  if (both) await endAsAgreed(scope, found, pending.terms.until)
  await audit(scope, { actor: person.id, action: 'agreement.confirm', subject: pending.id })
  const confirmed: Agreement = {
    ...pending,
    state: both ? 'standing' : 'open',
    confirmed: { ...pending.confirmed, [reading.side]: scope.now },
  }
  await tell(scope, found, confirmed)
  return show(
    both
      ? stands(reading, { agreement: confirmed, news: true, pending: false })
      : toConfirm(reading, { agreement: confirmed, standing: standing !== undefined, lead: 'as-it-is' }),
  )
}

/** The other hears of it where both stand by it, or where they wrote it and were not asked yet. */
async function tell(scope: Scope, found: FoundSigning, agreement: Agreement): Promise<void> {
  const { pair, person, other, signing } = found
  const reading = readingOf(pair, other, person)
  if (agreement.state === 'standing') {
    const message = stands(reading, { agreement, news: true, pending: false })
    await tellOther(scope, found, { agreement, what: 'stands', message })
    return
  }
  if (agreement.writtenBy !== other.id) return
  const standing = signing.standing !== undefined
  const message = toConfirm(reading, { agreement, standing, lead: 'other-confirmed' })
  await tellOther(scope, found, { agreement, what: 'half', message })
}

function show(message: Message): Outcome {
  return { kind: 'show', message, replace: true }
}
