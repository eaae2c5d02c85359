import { type Deeds, reads } from '../deed.ts'
import { askRatings, keepRatings } from './rate-skills.ts'

export const skillsDeeds: Deeds = {
  presses: {
    'skills.rate': reads(askRatings),
    'skills.show': reads(askRatings),
  },
  submissions: {
    'skills.save': { form: askRatings, run: keepRatings },
  },
}
