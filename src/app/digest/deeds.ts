import { type Deeds, reads, stores } from '../deed.ts'
import { nudgePair } from './nudge-pair.ts'
import { offerRematch } from './offer-rematch.ts'
import { showList } from './show-list.ts'
import { snoozePair } from './snooze-pair.ts'

export const digestDeeds: Deeds = {
  presses: {
    'digest.list': reads(showList),
    'digest.nudge': stores(nudgePair),
    'digest.snooze': stores(snoozePair),
    'pair.rematch-offer': stores(offerRematch),
  },
}
