import { expect } from 'vitest'
import { fieldOf } from '../../src/core/skills/skills.ts'
import {
  answerBriefly,
  bothOf,
  type Chapter,
  handsOf,
  type Lives,
  overviewOf,
  timesTold,
} from './year-hands.ts'

/** The days of check-ins that both answer; the others they let pass. At half past two in London. */
const answered = [
  '2027-04-13',
  '2027-04-27',
  '2027-05-25',
  '2027-06-22',
  '2027-07-06',
  '2027-08-03',
  '2027-08-31',
  '2027-09-28',
  '2027-11-09',
  '2027-12-07',
]
const halfPastTwo = (day: string) =>
  Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: 'Europe/London', plainTime: '14:30' })
    .toInstant()
    .toString()

async function answerBoth(lives: Lives): Promise<void> {
  await answerBriefly(lives, 'mentee')
  await answerBriefly(lives, 'mentor')
}

const deeds: readonly Chapter[] = [
  {
    name: 'the first check-in, question by question and in the form',
    at: '2027-02-02T14:00:00Z',
    play: async (lives) => {
      const { mentor, mentee } = bothOf(lives)
      await mentee.press('Answer here', 'Have the two of you met')
      await mentee.press('We did not')
      await mentee.press('4', 'You and')
      await mentee.say('I kept calm in a quokkalearned handover', 'What is in the way')
      await mentee.press('Skip this one', 'Where does this goal stand?')
      await mentee.say('3', 'What is your next step')
      await mentee.say('Shadow the quokkanext team by 12 February')
      await mentee.press('No', 'That is all for this time.')
      await answerBriefly(lives, 'mentor', { met: 'no', learned: 'Listening, as quokkataught shows' })

      expect(lives.mentor.chat()).toContain('quokkalearned')
      expect(lives.mentee.chat()).toContain('quokkataught')
      await mentor.command('goal', '3 of 20')
    },
  },
  {
    name: 'an action is planned',
    at: '2027-02-03T14:30:00Z',
    play: async (lives) => {
      const { mentee } = bothOf(lives)
      await mentee.command('plan', 'Shadow the quokkanext team')
      await mentee.press('Add an action')
      await mentee.submit(
        { title: 'Ask the quokkaaction lead', dueOn: '2027-02-10' },
        'Ask the quokkaaction lead',
      )
    },
  },
  {
    name: 'it is reminded of, and done with one press',
    at: '2027-02-09T14:30:00Z',
    play: async (lives) => {
      const { mentee } = bothOf(lives)
      expect(lives.mentee.chat()).toContain('Coming up in your plan')
      await mentee.press('It is done')
    },
  },
  {
    name: 'a check-in with every kind of reader, and something to read',
    at: '2027-02-16T14:30:00Z',
    play: async (lives) => {
      const { mentee } = bothOf(lives)
      const { mentor: other, coordinator } = lives
      await answerBriefly(lives, 'mentee', {
        learned: 'quokkaall words',
        'learned.reader': 'pair-and-coordinator',
        'in-the-way': 'The rota quokkamine leaves no time for notes',
        'in-the-way.reader': 'only-me',
        'next-step': 'quokkapair step',
        'next-step.reader': 'pair',
      })
      await mentee.pressInWindow('Yes, please')
      await mentee.submit({ tried: 'I wrote quokkatried lists' }, 'worth a look')
      const blocked = { 'in-the-way': 'quokkastaff clinics', 'in-the-way.reader': 'coordinator' }
      await answerBriefly(lives, 'mentor', blocked)

      expect(other.chat()).toContain('quokkaall')
      expect(other.chat()).toContain('quokkapair')
      expect(coordinator.chat()).toContain('quokkaall')
      expect(coordinator.chat()).toContain('quokkastaff')
      expect(coordinator.chat()).not.toContain('quokkapair')
      const everywhere = [other, coordinator, lives.mentee].map((one) => one.chat()).join()
      expect(everywhere).not.toMatch(/quokkamine|quokkatried/)
    },
  },
  {
    name: 'they look back, thank, and get to know a colleague',
    at: '2027-02-17T14:30:00Z',
    play: async (lives) => {
      const { mentor, mentee } = bothOf(lives)
      await mentee.command('reflect')
      await mentee.press('A hard shift', 'https://stmarys.example/care')
      await mentee.submit({ what: 'quokkajournal night' }, 'It is in your journal')
      await mentee.openForm('thanks')
      await mentee.submit({ words: 'quokkathanks for the patience', counted: 'yes' }, 'on their way')
      await mentor.openForm(`intro ${lives.colleague.name}`, 'your mentee first')
      await mentor.submit({ why: 'quokkaintro both teach' }, lives.colleague.name)
      await mentee.press('Yes, please ask')
      await handsOf(lives, lives.colleague).press('Yes, gladly', lives.mentee.name)

      expect(lives.mentor.chat()).toContain('quokkathanks')
      expect(lives.mentee.chat()).toContain('introduces you to')
      expect(lives.mentee.chat()).not.toContain('quokkajournal')
    },
  },
  {
    name: 'a request to the coordinator is seen, answered and closed',
    at: '2027-03-02T14:30:00Z',
    play: async (lives) => {
      const { mentee } = bothOf(lives)
      await answerBoth(lives)
      await mentee.openForm('ask')
      await mentee.submit({ words: 'quokkaask a quiet room', urgent: 'no' }, 'one of them has seen it')
      const coordinator = handsOf(lives, lives.coordinator)
      await coordinator.press('I have seen it', 'quokkaask')
      await coordinator.press('Answer')
      await coordinator.submit({ words: 'quokkaanswer room 4' }, 'on its way')
      await coordinator.press('Close it', 'has closed')

      expect(lives.mentee.chat()).toContain('quokkaanswer')
      expect(lives.coordinator.chat()).not.toContain('quokkaask')
    },
  },
  {
    name: 'the mentee takes a break while the clocks change',
    at: '2027-03-05T14:30:00Z',
    play: async (lives) => {
      await bothOf(lives).mentee.command('pause until 2027-04-05', 'Have a good break')
    },
  },
  {
    name: 'nobody has written to them during the break; progress is told in three ways',
    at: '2027-04-14T13:30:00Z',
    play: async (lives) => {
      const { mentee } = bothOf(lives)
      const during = lives.time.diary.filter(
        ({ who, at, own, changed }) =>
          who === lives.mentee.name &&
          !own &&
          !changed &&
          at.toString() > '2027-03-05T15' &&
          at.toString() < '2027-04-05',
      )
      expect(during.map(({ preview }) => preview)).toEqual([])
      await mentee.command('progress 1 8 quokkanote eight are done', '8 of 20')
      await mentee.command('goal', 'Next: Five on my own')
      await mentee.press('Goal 1')
      await mentee.press('Next milestone is done', 'Done: Five on my own')
      await mentee.press('Progress')
      await mentee.submit({ value: '9' }, '9 of 20')
    },
  },
  {
    name: 'an opportunity is written down',
    at: '2027-06-02T13:30:00Z',
    play: async (lives) => {
      const { mentee } = bothOf(lives)
      await overviewOf(lives, lives.mentee)
      await mentee.press('More')
      await mentee.press('Opportunities')
      await mentee.press('Write one down')
      const chance = { kind: 'shadowing', title: 'A day with quokkachance', on: '2027-06-14' }
      await mentee.submit(chance, `${lives.mentor.name} sees it, too`)
    },
  },
  {
    name: 'and has an outcome',
    at: '2027-06-17T13:30:00Z',
    play: async (lives) => {
      const { mentee } = bothOf(lives)
      await mentee.press('What became of it')
      await mentee.submit({ state: 'taken', outcome: 'quokkaoutcome an invitation' }, 'that is kept')
    },
  },
  {
    name: 'half-way both look back, goals are looked at again and skills are rated again',
    at: '2027-07-02T13:30:00Z',
    play: async (lives) => {
      const { mentor, mentee } = bothOf(lives)
      await mentee.press('Adjust 1')
      await mentee.submit({ target: '12', why: 'quokkawhy fewer nights' }, 'Adjusted')
      for (const one of [mentee, mentor]) {
        await one.press('Begin', 'never one answer')
        await one.submit({ 'rating-mentoring': '5', helped: 'quokkahelped' }, 'It is kept, for you alone')
      }
      await mentee.press('Rate my skills', '2 at the start')
      await mentee.submit({ [fieldOf('wound care')]: '4', [fieldOf('teaching')]: '2' }, '4 half-way')
    },
  },
  {
    name: 'the goal is reached, and celebrated once',
    at: '2027-10-13T13:30:00Z',
    play: async (lives) => {
      const { mentor, mentee } = bothOf(lives)
      await mentee.command('progress 1 12 quokkareached it', 'You have reached this goal')
      await mentee.press('Reflect on it')
      await mentee.submit({ what: 'quokkaproud' }, 'It is in your journal')
      await mentor.command('goal')
    },
  },
  {
    name: 'after the clocks have changed back the hour of the check-in is the same',
    at: '2027-11-01T14:30:00Z',
    play: (lives) => {
      for (const one of [lives.mentor, lives.mentee])
        expect(timesTold(lives, one, 'A goal is reached')).toBe(1)
      const hours = lives.time.diary
        .filter(({ who, preview }) => who === lives.mentee.name && preview === 'Your check-in is ready')
        .map(({ at }) => at.round('minute').toZonedDateTimeISO('Europe/London').toPlainTime().toString())
      expect(new Set(hours)).toEqual(new Set(['13:00:00']))
      return Promise.resolve()
    },
  },
]

/** From the first check-in to the last, in the order of the calendar. */
export const working: readonly Chapter[] = [
  ...deeds,
  ...answered.map(
    (day): Chapter => ({ name: `they answer on ${day}`, at: halfPastTwo(day), play: answerBoth }),
  ),
].sort((one, other) => (one.at < other.at ? -1 : 1))
