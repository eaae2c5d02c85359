import { adminDeeds } from './admin/deeds.ts'
import { agreementDeeds } from './agreement/deeds.ts'
import { briefingDeeds } from './briefing/deeds.ts'
import { checkinDeeds } from './checkin/deeds.ts'
import { closingDeeds } from './closing/deeds.ts'
import type { Deed, Deeds, Submission } from './deed.ts'
import { digestDeeds } from './digest/deeds.ts'
import { findDeeds } from './find/deeds.ts'
import { goalDeeds } from './goal/deeds.ts'
import { helpCaseDeeds } from './help-case/deeds.ts'
import { introDeeds } from './intro/deeds.ts'
import { matchDeeds } from './match/deeds.ts'
import { meetingDeeds } from './meeting/deeds.ts'
import { offerDeeds } from './offer/deeds.ts'
import { opportunityDeeds } from './opportunity/deeds.ts'
import { orientationDeeds } from './orientation/deeds.ts'
import { pairDeeds } from './pair/deeds.ts'
import { peerDeeds } from './peer/deeds.ts'
import { peopleDeeds } from './people/deeds.ts'
import { planDeeds } from './plan/deeds.ts'
import { profileDeeds } from './profile/deeds.ts'
import { recordDeeds } from './record/deeds.ts'
import { reflectDeeds } from './reflect/deeds.ts'
import { relayDeeds } from './relay/deeds.ts'
import { resourceDeeds } from './resource/deeds.ts'
import { reviewDeeds } from './review/deeds.ts'
import { skillsDeeds } from './skills/deeds.ts'
import { thanksDeeds } from './thanks/deeds.ts'

/** What the product can do, area by area: each lists its own in its folder. */
const areas: readonly Deeds[] = [
  adminDeeds,
  agreementDeeds,
  briefingDeeds,
  checkinDeeds,
  closingDeeds,
  digestDeeds,
  findDeeds,
  goalDeeds,
  matchDeeds,
  meetingDeeds,
  offerDeeds,
  pairDeeds,
  peerDeeds,
  peopleDeeds,
  planDeeds,
  orientationDeeds,
  resourceDeeds,
  skillsDeeds,
  reviewDeeds,
  profileDeeds,
  recordDeeds,
  relayDeeds,
  helpCaseDeeds,
  introDeeds,
  opportunityDeeds,
  reflectDeeds,
  thanksDeeds,
]

/** What each command does. */
export const onCommand: NonNullable<Deeds['commands']> = together(areas.map(({ commands }) => commands ?? {}))

/** What each button does, by verb. */
export const onPress: Readonly<Record<string, Deed>> = together(areas.map(({ presses }) => presses ?? {}))

/** What each form does, by verb. */
export const onSubmit: Readonly<Record<string, Submission>> = together(
  areas.map(({ submissions }) => submissions ?? {}),
)

function together<Thing>(lists: readonly Readonly<Record<string, Thing>>[]): Record<string, Thing> {
  const all: Record<string, Thing> = {}
  for (const [words, thing] of lists.flatMap((list) => Object.entries(list))) {
    if (words in all) throw new Error(`two areas do ${words}`)
    all[words] = thing
  }
  return all
}
