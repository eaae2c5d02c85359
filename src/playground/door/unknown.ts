import type { AccountKey, DeedAnswer } from '../wire.ts'
import type { Behind } from './behind.ts'

/** The refusal where nobody of the hospital has this account. */
export function unknownAccount(hospital: Behind, who: AccountKey): DeedAnswer | undefined {
  return hospital.people().some(({ key }) => key === who)
    ? undefined
    : { ok: false, reason: 'Nobody in the hospital has this account.' }
}
