import type { AccountKey } from '../../wire.ts'
import { answerInChat, hasAnswered, isAnswering } from './check-in.ts'
import { chatOf, fromBot, linkTo, verbsIn } from './slack-messages.ts'
import { clockMoved, type Sight, type Tour } from './tour.ts'

const fatima: AccountKey = 'slack:U0DEMO09'
const joseph: AccountKey = 'slack:U0DEMO05'

function newestFor(now: Sight, who: AccountKey) {
  const chat = chatOf(now, who)
  return chat && linkTo(who, chat, fromBot(chat).at(-1))
}

/** What she shared, as it stands in his chat: the newest there, and nothing in it is to be answered. */
function sharedWithJoseph(now: Sight) {
  const isAsking = verbsIn(fromBot(chatOf(now, joseph)).at(-1)).length > 0
  return isAsking ? undefined : newestFor(now, joseph)
}

export const firstCheckIn: Tour = {
  id: 'first-check-in',
  title: 'My first check-in',
  promise: 'Answer one as a new nurse, and see what her mentor gets to read. Two minutes.',
  people: [fatima, joseph],
  steps: [
    {
      says: 'Good morning! You are Fatima, a new nurse in surgery, and this is her Slack. Rounds has just asked how she and Joseph, her mentor, are getting on.',
      puts: () => [fatima],
      goesTo: (now) => newestFor(now, fatima),
      points: `[data-account="${fatima}"] [data-message]`,
    },
    {
      says: 'It takes about forty seconds. Answer here in the chat, one question at a time, or open the form: whichever you like.',
      puts: () => [fatima],
      points: `[data-account="${fatima}"] [data-action^="checkin.answer"]`,
      done: (now) => isAnswering(now, fatima) || hasAnswered(now, fatima),
      doIt: (now, began) => answerInChat(now, fatima, began),
    },
    {
      says: 'Beside each question stands who will read the answer, and Fatima may change that. Answer as you like, and skip what you like.',
      puts: () => [fatima, joseph],
      goesTo: (now) => newestFor(now, fatima),
      points: `[data-account="${fatima}"] [data-message]`,
      done: (now) => hasAnswered(now, fatima),
      doIt: (now, began) => answerInChat(now, fatima, began),
    },
    {
      says: 'And this is Joseph’s side. Both have answered, so he now reads what Fatima shared with him: not how she rated it, and nothing that is hers alone.',
      puts: () => [fatima, joseph],
      goesTo: sharedWithJoseph,
      points: `[data-account="${joseph}"] [data-message]`,
    },
    {
      says: 'Nobody has to wait for the afternoon here. Move the clock on to the next thing that happens, as often as you like.',
      puts: () => [fatima, joseph],
      part: 'clock',
      points: '[data-clock="next"]',
      done: clockMoved,
      doIt: ({ clock }) => (clock?.until ? undefined : { deed: 'clock', by: 'next' }),
    },
    {
      says: 'Here is all that happened so far: whom Rounds wrote to, who did what, and when. Most lines lead to their message.',
      part: 'clock',
      points: '[aria-labelledby="timeline-title"]',
    },
    {
      says: 'That was a check-in. Be anybody you like now, or see the same week through a coordinator’s eyes.',
    },
  ],
}
