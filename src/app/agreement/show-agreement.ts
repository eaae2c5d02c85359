import { noAgreementBetweenPeers, noPairForAgreement, whichAgreement } from '../../core/agreement/messages.ts'
import { stands, toConfirm } from '../../core/agreement/signing-messages.ts'
import { drafted, menteeBegins, notBegun } from '../../core/agreement/writing-messages.ts'
import { peopleNamed } from '../../core/checkin/conversation-names.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { labelOf } from '../../core/message/label.ts'
import type { Message } from '../../core/message/message.ts'
import { isAnyUnderWay } from '../../store/outbox.ts'
import type { Scope } from '../../store/scope.ts'
import { readUnfinished } from '../../store/unfinished.ts'
import { companionsOf } from '../pair/companions.ts'
import { peerPairsAmong } from '../pair/peer-pairs.ts'
import type { Turn } from '../turn.ts'
import { type FoundSigning, findSigning } from './find-signing.ts'

/** `agreement [NAME]`: how the agreement stands, with what is to do next; a choice where there are several pairs. */
export async function showAgreements(turn: Turn): Promise<Outcome> {
  const { scope, person, rest } = turn
  const all = await companionsOf(scope, person.id)
  const peers = await peerPairsAmong(
    scope,
    all.map(({ pair }) => pair),
  )
  const companions = all.filter(({ pair }) => !peers.has(pair.id))
  if (companions.length === 0) return show(all.length === 0 ? noPairForAgreement : noAgreementBetweenPeers)
  const named = peopleNamed(
    rest,
    companions.map(({ other }) => other),
  )
  const meant = companions.filter(({ other }) => named.includes(other))
  const shown = meant.length > 0 ? meant : companions
  const [only, ...more] = shown
  if (only && more.length === 0) return await showAgreement({ ...turn, about: [only.pair.id] })
  return show(whichAgreement(shown.map(({ pair, other }) => ({ pairId: pair.id, label: labelOf(other) }))))
}

/** The agreement of one pair, as it is now. */
export async function showAgreement(turn: Turn): Promise<Outcome> {
  const found = await findSigning(turn)
  return show('refusal' in found ? found.refusal : await asItIs(turn.scope, found))
}

/** The one that stands, while another is to be confirmed. */
export async function showStanding(turn: Turn): Promise<Outcome> {
  const found = await findSigning(turn)
  if ('refusal' in found) return show(found.refusal)
  const { standing, pending } = found.signing
  if (!standing) return show(await asItIs(turn.scope, found))
  const pendingToo = pending !== undefined
  return show(stands(found.reading, { agreement: standing, news: false, pending: pendingToo }))
}

/** How it stands, as this person is to see it. */
export async function asItIs(scope: Scope, found: FoundSigning): Promise<Message> {
  const { signing, reading } = found
  const { pending, standing } = signing
  if (pending?.state === 'drafted') return drafted(reading, pending)
  if (pending)
    return toConfirm(reading, { agreement: pending, standing: standing !== undefined, lead: 'as-it-is' })
  if (standing) return stands(reading, { agreement: standing, news: false, pending: false })
  return await beforeTheFirst(scope, found)
}

async function beforeTheFirst(scope: Scope, { pair, person, reading }: FoundSigning): Promise<Message> {
  if (reading.side === 'mentor') {
    return menteeBegins(reading, await isAnyUnderWay(scope, nudgeKey(pair.id)))
  }
  const begun = await readUnfinished(scope, { personId: person.id, kind: 'agreement', about: pair.id })
  return notBegun(reading, begun !== undefined)
}

/** The mentor asks once. */
export function nudgeKey(pairId: string): string {
  return `agreement:${pairId}:nudge`
}

function show(message: Message): Outcome {
  return { kind: 'show', message }
}
