import { type Deeds, reads, stores } from '../deed.ts'
import { askWhyNot, showWhyNot } from './review/ask-why-not.ts'
import { askToReject, lockRow, rejectRow, takeOut, unlockRow } from './review/change-row.ts'
import { askCompare, showComparison } from './review/compare.ts'
import { askToDiscard, discardNow } from './review/discard.ts'
import { askMove, moveRow } from './review/move-row.ts'
import { askToPublish, publishNow } from './review/publish.ts'
import { cancelByButton, proposeByButton } from './review/run-matching.ts'
import { refreshMatch, showMatch } from './review/show-match.ts'
import { pageThroughReview, showReview } from './review/show-review.ts'
import { openRow } from './review/show-row.ts'
import { askSwap, swapRows, swapWith } from './review/swap-row.ts'

export const matchDeeds: Deeds = {
  commands: {
    'admin match': reads(showMatch),
    'admin review': reads(showReview),
  },
  presses: {
    'match.menu': reads(refreshMatch),
    'match.propose': stores(proposeByButton),
    'match.cancel': stores(cancelByButton),
    'match.review': reads(pageThroughReview),
    'match.row': reads(openRow),
    'match.lock': stores(lockRow),
    'match.unlock': stores(unlockRow),
    'match.set-aside': stores(takeOut),
    'match.reject': reads(askToReject),
    'match.reject-now': stores(rejectRow),
    'match.move': reads(askMove),
    'match.swap': reads(askSwap),
    'match.swap-with': stores(swapWith),
    'match.compare': reads(askCompare),
    'match.why-not': reads(askWhyNot),
    'match.publish': reads(askToPublish),
    'match.publish-some': stores(publishNow),
    'match.discard': reads(askToDiscard),
    'match.discard-now': stores(discardNow),
  },
  submissions: {
    'match.move-save': { form: askMove, run: moveRow },
    'match.swap-save': { form: askSwap, run: swapRows },
    'match.compare-show': { form: askCompare, run: showComparison },
    'match.why-not-ask': { form: askWhyNot, run: showWhyNot },
  },
}
