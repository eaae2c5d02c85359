import { type Deeds, reads, stores } from '../deed.ts'
import { askRematch, saveRematch } from './rematch.ts'
import { showFirstMeeting } from './show-first-meeting.ts'
import { askMeeting, saveMeeting, tellMeeting } from './tell-meeting.ts'

export const pairDeeds: Deeds = {
  commands: {
    met: stores(tellMeeting),
    rematch: reads(askRematch),
  },
  presses: {
    'meeting.log': reads(askMeeting),
    'pair.first-meeting': reads(showFirstMeeting),
    'pair.rematch': reads(askRematch),
  },
  submissions: {
    'pair.rematch-save': { form: askRematch, run: saveRematch },
    'meeting.save': { form: askMeeting, run: saveMeeting },
  },
}
