import { type Deeds, reads, stores } from '../deed.ts'
import { sayNo, sayYes } from './answer-introduction.ts'
import { askIntroduction, proposeIntroduction, tellIntroduction } from './propose-introduction.ts'
import { withdrawIntroduction } from './withdraw-introduction.ts'

export const introDeeds: Deeds = {
  commands: {
    intro: reads(tellIntroduction),
  },
  presses: {
    'intro.yes': stores(sayYes),
    'intro.no': stores(sayNo),
    'intro.withdraw': stores(withdrawIntroduction),
  },
  submissions: {
    'intro.save': { form: askIntroduction, run: proposeIntroduction },
  },
}
