/** Nobody is proposed for a new pair who leaves the organization within so many weeks of its first day. */
const WEEKS_FOR_A_PAIR = 8
/** PRODUCT, *Close*: so many days before somebody's last day the closing talk begins. */
export const FAREWELL_DAYS = 14
/** How long an account may be gone, by a mistake for instance, before the pairs of whoever had it end. */
export const GRACE_DAYS = 7

/** Whether somebody's last day is too near for a pair that starts on `start`. */
export function leavesTooSoon(leavesOn: Temporal.PlainDate | undefined, start: Temporal.PlainDate): boolean {
  return (
    leavesOn !== undefined && Temporal.PlainDate.compare(leavesOn, start.add({ weeks: WEEKS_FOR_A_PAIR })) < 0
  )
}
