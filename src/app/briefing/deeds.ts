import { type Deeds, reads, stores } from '../deed.ts'
import { answerCard, briefingByCommand, confirmBriefing, openBriefing, walkAgain } from './walk-briefing.ts'

export const briefingDeeds: Deeds = {
  commands: { briefing: reads(briefingByCommand) },
  presses: {
    'briefing.open': reads(openBriefing),
    'briefing.answer': stores(answerCard),
    'briefing.confirm': stores(confirmBriefing),
    'briefing.again': stores(walkAgain),
  },
}
