import { type Deeds, reads } from '../deed.ts'
import { askRatings, keepRatings, showGrowth } from './rate-skills.ts'

export const skillsDeeds: Deeds = {
  presses: {
    'skills.rate': reads(askRatings),
    'skills.show': reads(showGrowth),
  },
  submissions: {
    'skills.save': { form: askRatings, run: keepRatings },
  },
}
