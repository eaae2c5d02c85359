import type { AccountKey } from '../../wire.ts'
import {
  askedMentor,
  isPublished,
  newMentee,
  offersOf,
  pressOfMatching,
  toMatching,
  towardsPublishing,
} from './matching-messages.ts'
import { chatOf, fromBot, linkTo, press, verbsIn } from './slack-messages.ts'
import { clockMoved, type Sight, type Tour } from './tour.ts'

const amira: AccountKey = 'slack:U0DEMO01'
/** Known from the first tour. */
const joseph: AccountKey = 'slack:U0DEMO05'
const inAmirasPane = (rest: string) => `[data-account="${amira}"] ${rest}`

function mentorIn(now: Sight): AccountKey | undefined {
  return askedMentor(now, joseph)?.link?.account
}

/** The question in the mentor's chat. */
function question(now: Sight) {
  const mentor = mentorIn(now)
  if (mentor === undefined) return undefined
  const chat = chatOf(now, mentor)
  const message = fromBot(chat).findLast((one) => verbsIn(one).includes('offer.accept'))
  return chat && message && { mentor, chat, message }
}

/** What she was told of offers that came to nothing. */
function toWordOfOffers(now: Sight) {
  const chat = chatOf(now, amira)
  return (
    chat &&
    linkTo(
      amira,
      chat,
      fromBot(chat).findLast((message) => verbsIn(message).includes('offer.list')),
    )
  )
}

export const matching: Tour = {
  id: 'matching',
  title: 'Matching 60 people',
  promise: 'From a roster of sixty to pairs that say yes, with reasons for each. Three minutes.',
  people: [amira],
  steps: [
    {
      says: 'You are Amira again. Sixty people stand in her roster; some have a pair, and new nurses who have joined since wait for a mentor. No spreadsheet today.',
      puts: () => [amira],
    },
    {
      says: 'She asks how matching stands, with a command: “/mentor admin match”.',
      puts: () => [amira],
      points: inAmirasPane('.composer-box'),
      done: (now) => offersOf(now, amira).includes('match.menu'),
      doIt: (now) => {
        const chat = chatOf(now, amira)
        return (
          chat && { who: amira, deed: 'say', place: chat.id, text: '/mentor admin match new-nurses-2027' }
        )
      },
    },
    {
      says: 'So many wait, and so many places are free. Let Rounds propose pairs. It takes a moment, and nobody hears of it.',
      puts: () => [amira],
      goesTo: (now) => toMatching(now, amira),
      points: inAmirasPane('[data-action^="match.propose"]'),
      done: (now) => offersOf(now, amira).some((verb) => ['match.review', 'match.row'].includes(verb)),
      doIt: (now) => pressOfMatching(now, amira, 'match.propose'),
    },
    {
      says: 'The proposals are there, proved to be the best there are: most people get a mentor, and then they fit as well as can be. Review them.',
      puts: () => [amira],
      goesTo: (now) => toMatching(now, amira),
      points: inAmirasPane('[data-action^="match.review"]'),
      done: (now) => offersOf(now, amira).some((verb) => ['match.row', 'match.move'].includes(verb)),
      doIt: (now) => pressOfMatching(now, amira, 'match.review'),
    },
    {
      says: 'Each pair with what speaks for it, the least sure first: those are worth her time. Open one.',
      puts: () => [amira],
      goesTo: (now) => toMatching(now, amira),
      points: inAmirasPane('[data-action^="match.row"]'),
      done: (now) => offersOf(now, amira).includes('match.move'),
      doIt: (now) => pressOfMatching(now, amira, 'match.row'),
    },
    {
      says: 'Side by side, with others who would fit. Amira knows people better than any score: lock this pair or, if you would rather, reject it for good, move it or swap it.',
      puts: () => [amira],
      points: inAmirasPane('[data-action^="match.lock"]'),
      done: (now) => {
        const offered = offersOf(now, amira)
        return offered.length > 0 && !offered.includes('match.lock') && !offered.includes('match.reject-now')
      },
      doIt: (now) => pressOfMatching(now, amira, 'match.lock'),
    },
    {
      says: 'She could run it again around what is decided. It is good as it is: go back to how matching stands, and publish all.',
      puts: () => [amira],
      points: (now) => {
        const verb = towardsPublishing(now, amira)
        return verb && inAmirasPane(`[data-action^="${verb}"]`)
      },
      done: (now) => isPublished(now, amira),
      doIt: (now) => {
        const verb = towardsPublishing(now, amira)
        return verb === undefined ? undefined : pressOfMatching(now, amira, verb)
      },
    },
    {
      says: (now) => {
        const who = askedMentor(now, joseph)?.who
        return who === undefined
          ? 'Now every mentor is asked in private, at an hour that suits them.'
          : `Now every mentor is asked in private, at an hour that suits them. You are ${who}: here is why, and a no would be fine, too. Say yes.`
      },
      puts: (now) => {
        const mentor = mentorIn(now)
        return mentor === undefined ? [amira] : [mentor, amira]
      },
      goesTo: (now) => {
        const asked = question(now)
        return asked && linkTo(asked.mentor, asked.chat, asked.message)
      },
      points: '[data-action^="offer.accept"]',
      done: (now, { happenings }) =>
        mentorIn(now) !== undefined &&
        question(now) === undefined &&
        (newMentee(now)?.id ?? 0) >= (now.timeline[happenings]?.id ?? Number.POSITIVE_INFINITY),
      doIt: (now) => {
        const asked = question(now)
        return asked && press({ who: asked.mentor, place: asked.chat.id }, asked.message, 'offer.accept')
      },
    },
    {
      says: 'And they are a pair: each reads who the other is and why the two of them, and when Rounds will ask how it goes.',
      puts: (now) => {
        const mentee = newMentee(now)?.link?.account
        const mentor = mentorIn(now)
        return mentor === undefined ? [amira] : [mentor, mentee]
      },
      goesTo: (now) => newMentee(now)?.link,
    },
    {
      says: 'The others answer when it suits them. Let a day go by.',
      puts: () => [amira],
      part: 'clock',
      points: '[data-clock="day"]',
      done: clockMoved,
      doIt: ({ clock }) => (clock?.until ? undefined : { deed: 'clock', by: 'day' }),
    },
    {
      says: (now) =>
        toWordOfOffers(now)
          ? 'Most have said yes. Where somebody could not, Amira alone reads it, with the reason if they gave one; the mentee hears only that Rounds is still looking.'
          : 'Nobody has said no so far. If somebody does, Amira alone reads it; the mentee hears only that Rounds is still looking.',
      puts: () => [amira],
      goesTo: toWordOfOffers,
    },
    {
      says: 'That was a matching round without a spreadsheet. Whoever waits hears from Rounds every week, and whoever joins later is placed without moving anybody.',
      puts: () => [amira],
    },
  ],
}
