import { type Deeds, reads, stores } from '../deed.ts'
import { browseMentors, findMentors } from './find-mentors.ts'
import { askPreferences, likeMentor, namePreferences, sentPreferences } from './name-preferences.ts'
import { askOffer, setOffer } from './set-offer.ts'

export const findDeeds: Deeds = {
  commands: {
    find: reads(findMentors),
    offer: reads(askOffer),
  },
  presses: {
    'find.browse': reads(browseMentors),
    'find.like': stores(likeMentor),
    'find.offer': reads(askOffer),
    'find.prefer': reads(askPreferences),
  },
  submissions: {
    'find.offer-save': { form: askOffer, run: setOffer },
    'find.prefer-save': { form: sentPreferences, run: namePreferences },
  },
}
