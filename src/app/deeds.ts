import type { CommandWords } from '../core/message/commands.ts'
import { chooseNudge } from './admin/choose-nudge.ts'
import { readDigestNow } from './admin/read-digest-now.ts'
import { askRoster, showAdminMenu } from './admin/show-menu.ts'
import { answerHere, answerNotMet, passQuestion, pickChoice } from './checkin/answer-here.ts'
import { changeReader, showReaders } from './checkin/change-reader.ts'
import { fillInForm, openForm, sentForm } from './checkin/fill-in-form.ts'
import { askPutOffDate, offerLater, putOffDays, putOffToDate } from './checkin/put-off.ts'
import { saveForm } from './checkin/save-form.ts'
import { skipCheckIn } from './checkin/skip-check-in.ts'
import { takeBack } from './checkin/take-back.ts'
import { nudgePair } from './digest/nudge-pair.ts'
import { offerRematch } from './digest/offer-rematch.ts'
import { showList } from './digest/show-list.ts'
import { snoozePair } from './digest/snooze-pair.ts'
import { browseMentors, findMentors } from './find/find-mentors.ts'
import { askPreferences, likeMentor, namePreferences, sentPreferences } from './find/name-preferences.ts'
import { askOffer, setOffer } from './find/set-offer.ts'
import { askGoal, saveGoal } from './goal/set-goal.ts'
import { showGoals } from './goal/show-goals.ts'
import { askProgress, saveProgress, tellProgress } from './goal/tell-progress.ts'
import { askWhyNot, showWhyNot } from './match/review/ask-why-not.ts'
import { askToReject, lockRow, rejectRow, takeOut, unlockRow } from './match/review/change-row.ts'
import { askCompare, showComparison } from './match/review/compare.ts'
import { askToDiscard, discardNow } from './match/review/discard.ts'
import { askMove, moveRow } from './match/review/move-row.ts'
import { askToPublish, publishNow } from './match/review/publish.ts'
import { cancelByButton, proposeByButton } from './match/review/run-matching.ts'
import { refreshMatch, showMatch } from './match/review/show-match.ts'
import { pageThroughReview, showReview } from './match/review/show-review.ts'
import { openRow } from './match/review/show-row.ts'
import { askSwap, swapRows, swapWith } from './match/review/swap-row.ts'
import { acceptOffer } from './offer/accept-offer.ts'
import { askDecline, declineOffer } from './offer/decline-offer.ts'
import { showOpenOffers, withdrawOffer } from './offer/show-offers.ts'
import { askRematch, saveRematch } from './pair/rematch.ts'
import { askMeeting, saveMeeting, tellMeeting } from './pair/tell-meeting.ts'
import {
  askPublish,
  discardRound,
  proposeNextRound,
  publishDraft,
  refreshRounds,
  turnRoundPage,
} from './peer/show-round.ts'
import { askSwapTwo, swapTwo } from './peer/swap-people.ts'
import { declineForNow } from './people/decline.ts'
import { goOn } from './people/go-on.ts'
import { askToJoin, joinByButton, joinByCommand, joinOpenProgram } from './people/join-program.ts'
import { askLeave, leaveProgram } from './people/leave-program.ts'
import { askPause, pauseByCommand, pauseByForm } from './people/pause.ts'
import { resumeByCommand } from './people/resume.ts'
import { askHours, setHours } from './people/set-hours.ts'
import { showHelp } from './people/show-help.ts'
import { showOverview } from './people/show-overview.ts'
import { showPrivacy } from './people/show-privacy.ts'
import { noteUnderstood } from './people/understand.ts'
import type { UseCase } from './turn.ts'

/** `stores`: it may change something, so the platform is told only after the commit. */
export interface Deed {
  readonly run: UseCase
  readonly stores: boolean
}

/** A submitted form. `form` gives the form it was, by which the values are checked before `run` sees them. */
export interface Submission {
  readonly form: UseCase
  readonly run: UseCase
}

const reads = (run: UseCase): Deed => ({ run, stores: false })
const stores = (run: UseCase): Deed => ({ run, stores: true })

/** What each command does. */
export const onCommand: Partial<Record<CommandWords | 'overview' | 'admin', Deed>> = {
  overview: reads(showOverview),
  help: reads(showHelp),
  checkin: reads(fillInForm),
  goal: reads(showGoals),
  progress: stores(tellProgress),
  met: stores(tellMeeting),
  join: stores(joinByCommand),
  find: reads(findMentors),
  offer: reads(askOffer),
  hours: reads(askHours),
  pause: stores(pauseByCommand),
  resume: stores(resumeByCommand),
  rematch: reads(askRematch),
  leave: reads(askLeave),
  privacy: reads(showPrivacy),
  admin: reads(showAdminMenu),
  'admin import': reads(askRoster),
  'admin digest': stores(readDigestNow),
  'admin nudge': reads(chooseNudge),
  'admin match': reads(showMatch),
  'admin review': reads(showReview),
}

/** What each button does, by verb. */
export const onPress: Readonly<Record<string, Deed>> = {
  'digest.list': reads(showList),
  'digest.nudge': stores(nudgePair),
  'digest.snooze': stores(snoozePair),
  'find.browse': reads(browseMentors),
  'find.like': stores(likeMentor),
  'find.offer': reads(askOffer),
  'find.prefer': reads(askPreferences),
  'goal.list': reads(showGoals),
  'goal.new': reads(askGoal),
  'goal.progress': reads(askProgress),
  'match.menu': reads(refreshMatch),
  'match.propose': stores(proposeByButton),
  'match.cancel': stores(cancelByButton),
  'match.review': reads(pageThroughReview),
  'match.row': reads(openRow),
  'match.lock': stores(lockRow),
  'match.unlock': stores(unlockRow),
  'match.set-aside': stores(takeOut),
  'match.reject': reads(askToReject),
  'match.reject-now': stores(rejectRow),
  'match.move': reads(askMove),
  'match.swap': reads(askSwap),
  'match.swap-with': stores(swapWith),
  'match.compare': reads(askCompare),
  'match.why-not': reads(askWhyNot),
  'match.publish': reads(askToPublish),
  'match.publish-some': stores(publishNow),
  'match.discard': reads(askToDiscard),
  'match.discard-now': stores(discardNow),
  'meeting.log': reads(askMeeting),
  'pair.rematch': reads(askRematch),
  'pair.rematch-offer': stores(offerRematch),
  'offer.accept': stores(acceptOffer),
  'offer.decline': reads(askDecline),
  'offer.list': reads(showOpenOffers),
  'offer.withdraw': stores(withdrawOffer),
  'peer.menu': reads(refreshRounds),
  'peer.page': reads(turnRoundPage),
  'peer.propose': stores(proposeNextRound),
  'peer.publish': reads(askPublish),
  'peer.publish-now': stores(publishDraft),
  'peer.discard': stores(discardRound),
  'peer.swap': reads(askSwapTwo),
  'person.hours': reads(askHours),
  'program.join': stores(joinByButton),
  'program.join-form': reads(askToJoin),
  'program.not-now': stores(declineForNow),
  'program.understood': stores(noteUnderstood),
  'program.go-on': stores(goOn),
  'program.pause': reads(askPause),
  'program.leave': reads(askLeave),
  'checkin.answer': stores(answerHere),
  'checkin.form': reads(openForm),
  'checkin.not-met': stores(answerNotMet),
  'checkin.pick': stores(pickChoice),
  'checkin.pass': stores(passQuestion),
  'checkin.reader': reads(showReaders),
  'checkin.read-by': stores(changeReader),
  'checkin.not-this': stores(takeBack),
  'checkin.later': reads(offerLater),
  'checkin.put-off': stores(putOffDays),
  'checkin.put-off-form': reads(askPutOffDate),
  'checkin.skip': stores(skipCheckIn),
}

/** What each form does, by verb. */
export const onSubmit: Readonly<Record<string, Submission>> = {
  'peer.swap-save': { form: askSwapTwo, run: swapTwo },
  'person.hours-save': { form: askHours, run: setHours },
  'program.join-save': { form: askToJoin, run: joinOpenProgram },
  'program.pause-save': { form: askPause, run: pauseByForm },
  'program.leave-save': { form: askLeave, run: leaveProgram },
  'find.offer-save': { form: askOffer, run: setOffer },
  'find.prefer-save': { form: sentPreferences, run: namePreferences },
  'goal.save': { form: askGoal, run: saveGoal },
  'goal.progress-save': { form: askProgress, run: saveProgress },
  'offer.decline-save': { form: askDecline, run: declineOffer },
  'match.move-save': { form: askMove, run: moveRow },
  'match.swap-save': { form: askSwap, run: swapRows },
  'match.compare-show': { form: askCompare, run: showComparison },
  'match.why-not-ask': { form: askWhyNot, run: showWhyNot },
  'pair.rematch-save': { form: askRematch, run: saveRematch },
  'meeting.save': { form: askMeeting, run: saveMeeting },
  'checkin.save': { form: sentForm, run: saveForm },
  'checkin.put-off-date': { form: askPutOffDate, run: putOffToDate },
}
