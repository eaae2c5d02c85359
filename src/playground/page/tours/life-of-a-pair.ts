import type { AccountKey, Deed, Shown } from '../../wire.ts'
import { isThanked, newestWith, onTheWay, sawPicture, thankedWith, type Way } from './both-platforms.ts'
import { chatOf, fromBot, linkTo } from './slack-messages.ts'
import { type Began, clockMoved, type Sight, type Tour } from './tour.ts'

/** Her mentor is on the other platform. */
const abena: AccountKey = 'slack:U0DEMO10'
const patricia: AccountKey = 'teams:57750a60-a904-4157-a3bf-41da139d7412'
const both = () => [abena, patricia] as const
const inPane = (who: AccountKey, rest: string) => `[data-account="${who}"] ${rest}`
const box = (who: AccountKey) => inPane(who, '.composer-box')
const button = (who: AccountKey, verb: string) => inPane(who, `[data-action^="${verb}"]`)

/** One of these was told, since then or ever. */
function wasTold({ timeline }: Sight, preview: string, since = 0): boolean {
  return timeline.slice(since).some(({ text, kind }) => kind === 'message' && text === preview)
}

function to(now: Sight, who: AccountKey, verb: string) {
  const chat = chatOf(now, who)
  return chat && linkTo(who, chat, newestWith(now, who, verb))
}

function newestForAbena(now: Sight) {
  const chat = chatOf(now, abena)
  return chat && linkTo(abena, chat, fromBot(chat).at(-1))
}

const theirAgreement: Way = {
  words: {
    aims: 'Write my first care plans together with the families, and know when I am on the right way.',
    frequency: 'An hour every two weeks.',
    organizer: 'mentee',
    channel: 'In the day room, and through Rounds in between.',
    support: 'An honest word, an open ear, and an answer within two days.',
    notice: 'A message the day before, and a new time in the same week.',
  },
  verbs: ['agreement.confirm', 'agreement.complete', 'agreement.write', 'agreement.show'],
  afterwards: 'agreement.confirm',
}

/** Patricia adds her part, Abena confirms, Patricia confirms: whoever has something to do does it. */
function completing(now: Sight): Deed | undefined {
  if (newestWith(now, patricia, 'agreement.complete')) return onTheWay(now, patricia, theirAgreement)
  const confirming = [abena, patricia].find((who) => newestWith(now, who, 'agreement.confirm'))
  return confirming && onTheWay(now, confirming, theirAgreement)
}

const daysForGoal = 60
const dayMs = 86_400_000

function aGoal({ clock }: Sight): Way {
  const dueOn = new Date(Date.parse(clock?.now ?? '') + daysForGoal * dayMs).toISOString().slice(0, 10)
  return {
    words: {
      title: 'Write care plans together with the family',
      measure: 'count',
      baseline: '0',
      target: '3',
      unit: 'care plans',
      attainable: 'I sit down with one family a week, and Patricia reads it over.',
      relevant: 'They know best what a good day is.',
      dueOn,
    },
    verbs: [],
    says: '/mentor goal',
  }
}

const askingForHelp: Way = {
  words: { words: 'We never find a quiet room. Could somebody help us with one?', urgent: 'no' },
  verbs: [],
  says: '/mentor ask',
}

function hasTicks(list: Shown | undefined): boolean {
  return JSON.stringify(list?.blocks ?? '').includes('✓')
}

const ending: Way = {
  words: { how: 'together' },
  verbs: ['pair.close-agree', 'pair.close', 'overview.more'],
  says: '/mentor',
}

function endingTogether(now: Sight): Deed | undefined {
  if (newestWith(now, patricia, 'pair.close-agree')) return onTheWay(now, patricia, ending)
  // She has asked: it is on its way.
  if (isThanked(now, abena) && thankedWith(now, abena).length === 0) return undefined
  return onTheWay(now, abena, ending)
}

const lookingBack: Way = {
  words: {
    reached: 'I write a care plan with the family, and I ask before I worry.',
    thanks: 'For staying ten minutes longer after that hard shift.',
    next: 'The course in dementia care.',
    'rating-mentoring': '5',
  },
  verbs: ['review.open'],
  afterwards: 'review.open',
}

/** Files of hers have come. */
function hasRecord(now: Sight, { ms }: Began): boolean {
  return fromBot(chatOf(now, abena)).some(({ shared = [], cameAt }) => shared.length > 0 && cameAt >= ms)
}

export const lifeOfAPair: Tour = {
  id: 'life-of-a-pair',
  title: 'The life of a pair',
  promise: 'From the first hello to the thanks at the end, Slack here and Teams there. Five minutes.',
  people: [abena, patricia],
  steps: [
    {
      says: 'Meet Abena, a new nurse on Slack, and Patricia, her mentor, on Teams. Rounds brought them together, told each why the two of them, and carries what they write to each other across.',
      puts: both,
      goesTo: (now) => to(now, abena, 'agreement.show'),
      points: inPane(abena, '[data-message]'),
    },
    {
      says: 'A few sentences that both stand by come first, and Abena begins, because the agenda is hers. Open their agreement, and write her part: one question is enough.',
      puts: both,
      goesTo: (now) => to(now, abena, 'agreement.show'),
      points: (now) =>
        button(abena, newestWith(now, abena, 'agreement.write') ? 'agreement.write' : 'agreement.show'),
      done: (now) =>
        thankedWith(now, abena).includes('agreement.write') || wasTold(now, 'Your agreement stands'),
      doIt: (now) => onTheWay(now, abena, theirAgreement),
    },
    {
      says: 'While Patricia’s part is on its way, a goal in Abena’s own words: write “/mentor goal”. Rounds answers weak words with a question, never with advice.',
      puts: both,
      points: box(abena),
      done: (now) => thankedWith(now, abena).some((verb) => verb.startsWith('goal.')),
      doIt: (now) => onTheWay(now, abena, aGoal(now)),
    },
    {
      says: 'Patricia is not at work every day, and Rounds does not write to her when she is off. Let a day go by.',
      puts: both,
      part: 'clock',
      points: '[data-clock="day"]',
      done: clockMoved,
      doIt: ({ clock }) => (clock?.until ? undefined : { deed: 'clock', by: 'day' }),
    },
    {
      says: 'Here it is, at an hour of hers. Add Patricia’s part in Teams. Then Abena confirms, then Patricia: it stands once both have, and nobody else can read it.',
      puts: both,
      goesTo: (now) => to(now, patricia, 'agreement.complete'),
      points: (now) => {
        const who = [abena, patricia].find((one) => newestWith(now, one, 'agreement.confirm'))
        return who ? button(who, 'agreement.confirm') : button(patricia, 'agreement.complete')
      },
      done: (now) => wasTold(now, 'Your agreement stands'),
      doIt: completing,
    },
    {
      says: 'They have met. One of them says so in a line: as Patricia, write “met 45 today”. The minutes add up for her protected time.',
      puts: both,
      points: box(patricia),
      done: (now, { ms }) => (newestWith(now, patricia, 'meeting.correct')?.cameAt ?? 0) >= ms,
      doIt: (now) => onTheWay(now, patricia, { words: {}, verbs: [], says: 'met 45 today' }),
    },
    {
      says: 'The goal moves along: as Abena write “/mentor progress 1 1 The first one”, and then “/mentor goal 1” to see its chart.',
      puts: both,
      points: box(abena),
      done: (now, { ms }) => sawPicture(now, abena, ms),
      doIt: (now, { ms }) => {
        const moved = fromBot(chatOf(now, abena)).some(({ cameAt }) => cameAt >= ms)
        const says = moved ? '/mentor goal 1' : '/mentor progress 1 1 The first one, with Patricia beside me.'
        return onTheWay(now, abena, { words: {}, verbs: [], says })
      },
    },
    {
      says: 'New here means: who is who, how do things run, where is what? The two tick this list off together. Tick something off as Patricia, and see it on Abena’s side.',
      puts: both,
      goesTo: (now) => to(now, patricia, 'orientation.tick'),
      points: button(patricia, 'orientation.tick'),
      done: (now) =>
        thankedWith(now, patricia).includes('orientation.list') ||
        hasTicks(newestWith(now, abena, 'orientation.tick')),
      doIt: (now) =>
        onTheWay(now, patricia, { words: { who: 'ward-manager,in-charge' }, verbs: ['orientation.tick'] }),
    },
    {
      says: 'Some things are for nobody else. Write “/mentor reflect”, choose, and write a few words: they are kept sealed, in a form, and never stand in a chat.',
      puts: both,
      points: box(abena),
      done: (now) => thankedWith(now, abena).includes('reflect.journal'),
      doIt: (now) =>
        onTheWay(now, abena, {
          words: { what: 'A son was angry, and I stayed calm. I did not know that I could.' },
          verbs: ['reflect.write'],
          says: '/mentor reflect',
        }),
    },
    {
      says: 'And where the two cannot help themselves: as Abena, write “/mentor ask”. Only the coordinators read it, each in their own chat, and she hears once one of them has seen it.',
      puts: both,
      points: box(abena),
      done: (now) => thankedWith(now, abena).includes('help.add'),
      doIt: (now) => onTheWay(now, abena, askingForHelp),
    },
    {
      says: 'A mentoring ends by its date, with a review half-way and at the end; or sooner, without a reason. As Abena, write “/mentor” and end it under “More”, together; then say yes as Patricia.',
      puts: both,
      goesTo: newestForAbena,
      points: (now) => {
        if (newestWith(now, patricia, 'pair.close-agree')) return button(patricia, 'pair.close-agree')
        const verb = ['pair.close', 'overview.more'].find((one) => newestWith(now, abena, one))
        return verb === undefined ? box(abena) : button(abena, verb)
      },
      done: (now) => wasTold(now, 'Your pair has ended'),
      doIt: endingTogether,
    },
    {
      says: 'What was reached, thanks, what comes next: look back as Abena, in two short forms. Her thanks go to Patricia; how she rates it, nobody reads but herself.',
      puts: both,
      goesTo: (now) => to(now, abena, 'review.open'),
      points: button(abena, 'review.open'),
      done: (now) => thankedWith(now, abena).includes('pair.record'),
      doIt: (now) => onTheWay(now, abena, lookingBack),
    },
    {
      says: 'All of it is hers to keep: write “/mentor export”, and her record comes as a page and as data. “/mentor forget me” would delete it.',
      puts: both,
      points: box(abena),
      done: hasRecord,
      doIt: (now) => onTheWay(now, abena, { words: {}, verbs: [], says: '/mentor export' }),
    },
    {
      says: 'That was the life of a pair. Most take half a year for it, with a check-in every other week: move the clock by weeks, and see how the others get on.',
      puts: both,
    },
  ],
}
