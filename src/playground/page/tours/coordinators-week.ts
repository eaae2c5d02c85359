import type { AccountKey, Shown } from '../../wire.ts'
import { channelOf, fromBot, linkTo, press, verbsIn } from './slack-messages.ts'
import { type Began, clockMoved, type Sight, type Tour } from './tour.ts'

const amira: AccountKey = 'slack:U0DEMO01'

function digestIn(now: Sight): Shown | undefined {
  return fromBot(channelOf(now, amira)).findLast((message) => message.onlyYou === undefined)
}

function toDigest(now: Sight) {
  const channel = channelOf(now, amira)
  return channel && linkTo(amira, channel, digestIn(now))
}

function pressInDigest(now: Sight, verb: string) {
  const channel = channelOf(now, amira)
  const digest = fromBot(channel).findLast((message) => verbsIn(message).includes(verb))
  return channel && digest && press({ who: amira, place: channel.id }, digest, verb)
}

/** What the bot answered her alone. */
function toAnswer(now: Sight) {
  const channel = channelOf(now, amira)
  return (
    channel &&
    linkTo(
      amira,
      channel,
      fromBot(channel).findLast(({ onlyYou }) => onlyYou),
    )
  )
}

/** The bot has answered her alone since the step began. */
function wasAnswered(now: Sight, { ms }: Began): boolean {
  const places = now.people.get(amira)?.places ?? []
  return places.some((place) => fromBot(place).some(({ onlyYou, cameAt }) => onlyYou && cameAt >= ms))
}

const dayMs = 86_400_000

/** Where the newest reminder of this night has come to. */
function remindedLately({ timeline, clock }: Sight) {
  const since = Date.parse(clock?.now ?? '') - dayMs
  return timeline.findLast(({ kind, link, at }) => kind === 'reminder' && link && Date.parse(at) > since)
    ?.link
}

export const coordinatorsWeek: Tour = {
  id: 'coordinators-week',
  title: 'A coordinator’s week',
  promise: 'Read the Monday digest, and help the pair that needs it. Two minutes.',
  people: [amira],
  steps: [
    {
      says: 'You are Amira. She looks after the new nurses and their mentors, and this is the channel where Rounds tells her, every Monday, where she is needed.',
      puts: () => [amira],
      goesTo: toDigest,
    },
    {
      says: 'Let a week go by.',
      puts: () => [amira],
      part: 'clock',
      points: '[data-clock="week"]',
      done: clockMoved,
      doIt: ({ clock }) => (clock?.until ? undefined : { deed: 'clock', by: 'week' }),
    },
    {
      says: 'Monday’s digest has come: how the pairs are doing, in figures, and below it the few that need attention, each with its reason. Nobody’s private words are in it.',
      puts: () => [amira],
      goesTo: toDigest,
      points: `[data-account="${amira}"] [data-message]`,
    },
    {
      says: 'A friendly word is often enough. Nudge one of these pairs.',
      puts: () => [amira],
      goesTo: toDigest,
      points: `[data-account="${amira}"] [data-action^="digest.nudge"]`,
      done: wasAnswered,
      doIt: (now) => pressInDigest(now, 'digest.nudge'),
    },
    {
      says: 'Rounds answers where only she sees it. It keeps to everybody’s hours: whoever works nights hears of it tonight.',
      puts: () => [amira],
      goesTo: toAnswer,
      points: `[data-account="${amira}"] [data-message]`,
    },
    {
      says: 'Let a day go by, and see it arrive.',
      puts: () => [amira],
      part: 'clock',
      points: '[data-clock="day"]',
      done: clockMoved,
      doIt: ({ clock }) => (clock?.until ? undefined : { deed: 'clock', by: 'day' }),
    },
    {
      says: (now) =>
        remindedLately(now)
          ? 'Here it is, in their own chat: a friendly word, and the way to answer. Nobody gets more than one a day.'
          : 'Nobody had a check-in open last night, so nobody was bothered: Rounds does not nag.',
      puts: (now) => [amira, remindedLately(now)?.account],
      goesTo: remindedLately,
    },
    {
      says: 'Does she know why a pair is quiet, a long leave perhaps? Snooze it, and the digest leaves it out for a while.',
      puts: () => [amira],
      goesTo: toDigest,
      points: `[data-account="${amira}"] [data-action^="digest.snooze"]`,
      done: wasAnswered,
      doIt: (now) => pressInDigest(now, 'digest.snooze'),
    },
    {
      says: 'That is a coordinator’s week: one message to read, a press or two. You may bring your own people and program next, and see how it would be for you.',
      puts: () => [amira],
    },
  ],
}
