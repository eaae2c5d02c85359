import { type Deeds, reads, stores } from '../deed.ts'
import { acceptOffer } from './accept-offer.ts'
import { askDecline, declineOffer } from './decline-offer.ts'
import { showOpenOffers, withdrawOffer } from './show-offers.ts'

export const offerDeeds: Deeds = {
  presses: {
    'offer.accept': stores(acceptOffer),
    'offer.decline': reads(askDecline),
    'offer.list': reads(showOpenOffers),
    'offer.withdraw': stores(withdrawOffer),
  },
  submissions: {
    'offer.decline-save': { form: askDecline, run: declineOffer },
  },
}
