import { type Deeds, reads, stores } from '../deed.ts'
import { becomeMentor, declineMentor } from './become-mentor.ts'
import { agreeToClose, askClose, declineToClose, saveClose } from './end-mentoring.ts'
import { showRecord } from './show-record.ts'

export const closingDeeds: Deeds = {
  presses: {
    'pair.close': reads(askClose),
    'pair.close-agree': stores(agreeToClose),
    'pair.close-not-yet': stores(declineToClose),
    'pair.record': reads(showRecord),
    'mentor.become': stores(becomeMentor),
    'mentor.not-now': reads(declineMentor),
  },
  submissions: {
    'pair.close-save': { form: askClose, run: saveClose },
  },
}
