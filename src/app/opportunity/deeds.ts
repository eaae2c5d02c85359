import { type Deeds, reads } from '../deed.ts'
import { askOpportunity, saveOpportunity, showOpportunities } from './record-opportunity.ts'
import { askOutcome, saveOutcome } from './tell-outcome.ts'

export const opportunityDeeds: Deeds = {
  presses: {
    'opportunity.list': reads(showOpportunities),
    'opportunity.new': reads(askOpportunity),
    'opportunity.outcome': reads(askOutcome),
  },
  submissions: {
    'opportunity.save': { form: askOpportunity, run: saveOpportunity },
    'opportunity.outcome-save': { form: askOutcome, run: saveOutcome },
  },
}
