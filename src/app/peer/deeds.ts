import { type Deeds, reads, stores } from '../deed.ts'
import {
  askPublish,
  discardRound,
  proposeNextRound,
  publishDraft,
  refreshRounds,
  turnRoundPage,
} from './show-round.ts'
import { askSwapTwo, swapTwo } from './swap-people.ts'

export const peerDeeds: Deeds = {
  presses: {
    'peer.menu': reads(refreshRounds),
    'peer.page': reads(turnRoundPage),
    'peer.propose': stores(proposeNextRound),
    'peer.publish': reads(askPublish),
    'peer.publish-now': stores(publishDraft),
    'peer.discard': stores(discardRound),
    'peer.swap': reads(askSwapTwo),
  },
  submissions: {
    'peer.swap-save': { form: askSwapTwo, run: swapTwo },
  },
}
