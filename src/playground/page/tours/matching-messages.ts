import type { AccountKey, Deed, Happening, Shown } from '../../wire.ts'
import { chatOf, fromBot, linkTo, press, verbsIn } from './slack-messages.ts'
import type { Sight } from './tour.ts'

/** The newest message of matching in the coordinator's chat. */
function newestOfMatching(now: Sight, who: AccountKey): Shown | undefined {
  return fromBot(chatOf(now, who)).findLast((message) =>
    verbsIn(message).some((verb) => verb.startsWith('match.')),
  )
}

/** Where it stands. */
export function toMatching(now: Sight, who: AccountKey) {
  const chat = chatOf(now, who)
  return chat && linkTo(who, chat, newestOfMatching(now, who))
}

export function offersOf(now: Sight, who: AccountKey): readonly string[] {
  return verbsIn(newestOfMatching(now, who))
}

/** The deed of pressing what does this in the newest message of matching. */
export function pressOfMatching(now: Sight, who: AccountKey, verb: string): Deed | undefined {
  const chat = chatOf(now, who)
  const message = newestOfMatching(now, who)
  return chat && message && press({ who, place: chat.id }, message, verb)
}

/** Which page of matching stands there, by what it offers, and what leads on from there to all being published. */
const pages = [
  { verb: 'match.publish-some', onward: 'match.publish-some' },
  // How matching stands.
  { verb: 'match.discard', onward: 'match.publish' },
  // A pair; from there back to the list.
  { verb: 'match.move', onward: 'match.review' },
  // The list.
  { verb: 'match.row', onward: 'match.menu' },
]

/** What to press next on the way to publishing all, wherever in the review the visitor is. */
export function towardsPublishing(now: Sight, who: AccountKey): string | undefined {
  const offered = offersOf(now, who)
  return pages.find(({ verb }) => offered.includes(verb))?.onward
}

/** Says that it was published: the one thing it offers is the way back. */
export function isPublished(now: Sight, who: AccountKey): boolean {
  const offered = offersOf(now, who)
  return offered.length === 1 && offered[0] === 'match.menu'
}

/** A mentor in Slack who was asked, as the timeline tells it: this one where they were, else the first. */
export function askedMentor({ timeline }: Sight, preferred: AccountKey): Happening | undefined {
  const asked = timeline.filter(
    ({ platform, text, link }) => link && platform === 'slack' && text === 'Would you be a mentor?',
  )
  return asked.find(({ link }) => link?.account === preferred) ?? asked[0]
}

/** The mentee whom a yes of the mentor has brought a pair. */
export function newMentee({ timeline }: Sight): Happening | undefined {
  return timeline.findLast(({ text, link }) => link !== undefined && text === 'A new pair for you')
}
