import { organizationIds } from '../store/organizations.ts'
import { remindOfAgreements } from './agreement/remind-of-agreements.ts'
import { closeMissed } from './checkin/close-missed.ts'
import { openDue } from './checkin/open-due.ts'
import { sendReminders } from './checkin/send-reminders.ts'
import { postDigests } from './digest/post-digests.ts'
import { remindUnseen } from './help-case/remind-unseen.ts'
import { settleIntroductions } from './intro/settle-introductions.ts'
import { endByContract } from './leaving/end-by-contract.ts'
import { endForLost } from './leaving/end-for-lost.ts'
import { sayFarewell } from './leaving/say-farewell.ts'
import { takeUpRuns } from './match/carry-out-runs.ts'
import { remindMeetings } from './meeting/remind-meetings.ts'
import { settleOffers } from './offer/settle-offers.ts'
import { askOutcomes } from './opportunity/ask-outcomes.ts'
import { settleIn } from './orientation/settle-in.ts'
import { invitePeople } from './people/invite-people.ts'
import { resumePeople } from './people/resume.ts'
import { remindActions } from './plan/remind-actions.ts'
import { lookAtCalendars } from './review/look-at-pairs.ts'
import { sendReviews } from './review/send-reviews.ts'
import { seatLateJoiners } from './waiting/seat-late-joiners.ts'
import { tellWaiting } from './waiting/tell-waiting.ts'
import type { World } from './world.ts'

/**
 * What Rounds does by itself at each beat, in this order: who is back, what is over, what opens, what is said again, and
 * which runs of matching have lost their process.
 */
const steps = {
  resumePeople,
  sayFarewell,
  endByContract,
  endForLost,
  invitePeople,
  seatLateJoiners,
  lookAtCalendars,
  settleIn,
  closeMissed,
  openDue,
  sendReminders,
  remindOfAgreements,
  sendReviews,
  remindMeetings,
  remindActions,
  settleOffers,
  tellWaiting,
  remindUnseen,
  settleIntroductions,
  askOutcomes,
  postDigests,
  takeUpRuns,
}

/**
 * Does what is due, for every organization. A step that fails is logged and leaves the others to run; what it did not
 * do is still due at the next beat.
 */
export async function beat(world: World): Promise<void> {
  const organizations = await world.store.transaction(organizationIds)
  for (const organizationId of organizations) await beatFor(world, organizationId)
}

/** The same for one organization. Gives the names of the steps that failed. */
export async function beatFor(world: World, organizationId: string): Promise<readonly string[]> {
  const failed: string[] = []
  for (const [step, run] of Object.entries(steps)) {
    try {
      await run(world, organizationId)
    } catch (cause) {
      world.log.error({ step, organizationId, err: cause }, 'a step of the heartbeat failed')
      failed.push(step)
    }
  }
  return failed
}
