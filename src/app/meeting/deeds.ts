import { type Deeds, reads, stores } from '../deed.ts'
import { cancelMeeting } from './cancel-meeting.ts'
import { askCorrection, saveCorrection, takeBackMeeting } from './correct-meeting.ts'
import { listMeetings } from './list-meetings.ts'
import { pickTime } from './pick-time.ts'
import { askOtherTimes, meet, planWith, proposeForm } from './plan-meeting.ts'
import { proposeTimes } from './propose-times.ts'
import { didNotTakePlace, tookPlace } from './took-place.ts'

export const meetingDeeds: Deeds = {
  commands: {
    meet: reads(meet),
  },
  presses: {
    'meeting.plan': reads(planWith),
    'meeting.other-times': reads(askOtherTimes),
    'meeting.pick': stores(pickTime),
    'meeting.cancel': stores(cancelMeeting),
    'meeting.held': stores(tookPlace),
    'meeting.not-held': stores(didNotTakePlace),
    'meeting.list': reads(listMeetings),
    'meeting.correct': reads(askCorrection),
    'meeting.take-back': stores(takeBackMeeting),
  },
  submissions: {
    'meeting.propose': { form: proposeForm, run: proposeTimes },
    'meeting.correct-save': { form: askCorrection, run: saveCorrection },
  },
}
