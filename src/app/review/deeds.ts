import { type Deeds, reads, stores } from '../deed.ts'
import { askEvaluation, askLookBack, askReview, leaveReview } from './open-review.ts'
import { saveEvaluation, saveLookBack } from './save-review.ts'

export const reviewDeeds: Deeds = {
  presses: {
    'review.open': reads(askReview),
    'review.not-now': stores(leaveReview),
  },
  submissions: {
    'closing.save': { form: askLookBack, run: saveLookBack },
    'review.save': { form: askEvaluation, run: saveEvaluation },
  },
}
