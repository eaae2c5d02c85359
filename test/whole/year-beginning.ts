import { expect } from 'vitest'
import { fieldOf } from '../../src/core/skills/skills.ts'
import { pairUp } from './staff.ts'
import { bothOf, type Chapter, handsOf, takeFile, timesTold } from './year-hands.ts'

const cards = {
  mentor: [
    'Listening',
    'What have you tried?',
    'Ask about their week',
    'Right at the start',
    'The way to report',
    'Ask before I give it',
  ],
  mentee: [
    'Somebody who listens',
    'Where I want to go',
    'Out loud',
    'Knowing the limits',
    'Whoever is in charge',
    'Something I do',
  ],
} as const

/** From joining to the first goal. Words with *quokka* occur nowhere else, so that they can be looked for everywhere. */
export const beginning: readonly Chapter[] = [
  {
    name: 'they join an open program and say what is needed to find them a pair',
    at: '2027-01-04T13:40:00Z',
    play: async (lives) => {
      const { mentor, mentee } = bothOf(lives)
      await mentor.openForm('join', 'The coordinator sees')
      await mentor.submit({ program: lives.program, role: 'mentor' }, `You are in ${lives.program}`)
      await mentor.pressInWindow('Complete my profile')
      await mentor.submit({ profession: 'nurse', skills_offered: 'wound care\nteaching' }, 'I have kept that')
      await mentor.openForm('hours')
      await mentor.submit({ from: '09:00', to: '19:00' }, 'I will keep to these hours')

      await mentee.openForm('join')
      await mentee.submit({ program: lives.program, role: 'mentee' }, 'What would you like to get out of')
      await mentee.pressInWindow('Say what I hope for')
      const sought = {
        aims: 'Lead a quokkaaim round',
        profession: 'nurse',
        skills_sought: 'wound care\nteaching',
      }
      await mentee.submit(sought, 'Lead a quokkaaim round')
      await mentee.openForm('hours')
      await mentee.submit({ from: '13:00', to: '17:00' })
    },
  },
  {
    name: 'the mentor walks through the briefing, the mentee leaves it half-way',
    at: '2027-01-05T14:00:00Z',
    play: async (lives) => {
      const { mentor, mentee } = bothOf(lives)
      await mentor.press('Start the briefing', 'card 1 of 6')
      for (const card of cards.mentor) await mentor.press(card)
      await mentor.press('Yes, I confirm', 'Thank you for taking the time')
      await mentee.command('briefing', 'card 1 of 6')
      for (const card of cards.mentee.slice(0, 2)) await mentee.press(card)
      if (!lives.elsewhere) return
      await mentee.command('profile')
      const given = await mentee.press('Use Rounds on Teams, too', 'Your code is')
      const there = handsOf(lives, lives.elsewhere)
      await there.say('profile')
      await there.press('I have a code')
      const [code = ''] = /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(given.words) ?? []
      await there.submit({ code }, 'from now on you can use Rounds here, too')
    },
  },
  {
    name: 'a week later the briefing goes on where it was left, wherever that is',
    at: '2027-01-12T14:00:00Z',
    play: async (lives) => {
      const mentee = handsOf(lives, lives.elsewhere ?? lives.mentee)
      await mentee.command('briefing', 'card 3 of 6')
      for (const card of cards.mentee.slice(2)) await mentee.press(card)
      await mentee.press('Yes, I confirm', 'Thank you for taking the time')
    },
  },
  {
    name: 'they are found for one another',
    at: '2027-01-13T14:00:00Z',
    play: async (lives) => {
      const { stage, time, slug, mentor, mentee } = lives
      if (lives.elsewhere) {
        await time.now(() => pairUp(stage, { slug, mentor, mentee }))
        return
      }
      const coordinator = handsOf(lives, lives.coordinator)
      await coordinator.command('admin match')
      if (lives.way === 'Slack') await coordinator.press(lives.program)
      await coordinator.press('Propose pairs', 'I am looking for the best pairs')
      await coordinator.press('Refresh')
      await coordinator.press('Publish all', 'Nobody has been told anything yet')
      await coordinator.press('Yes, publish')
      await bothOf(lives).mentor.press('Yes, gladly')
    },
  },
  {
    name: 'they know of one another, and plan to meet',
    at: '2027-01-14T14:00:00Z',
    play: async (lives) => {
      const { mentor, mentee } = bothOf(lives)
      expect(timesTold(lives, lives.mentor, 'A new pair for you')).toBe(lives.elsewhere ? 1 : 0)
      expect(timesTold(lives, lives.elsewhere ?? lives.mentee, 'A new pair for you')).toBe(1)
      await mentee.openForm('meet', `They lie inside your hours and those of ${lives.mentor.name}`)
      await mentee.submit({ ownDate: '2027-01-13', ownTime: '14:00', minutes: '45' }, 'gone by')
      await mentee.submit(
        { ownDate: '2027-01-20', ownTime: '14:00', minutes: '45', kind: 'in-person' },
        'Proposed.',
      )
      await mentor.press('Wed 20 Jan, 14:00', 'Your next meeting with')

      for (const one of [lives.mentor, lives.mentee]) {
        const ics = await takeFile(lives, one, 'meeting.ics')
        expect(ics).toContain('BEGIN:VEVENT')
        expect(ics).toMatch(/DTSTART[^\r]*20270120T140000/)
      }
    },
  },
  {
    name: 'the day before there is an agenda; afterwards both say that they have met',
    at: '2027-01-20T15:30:00Z',
    play: async (lives) => {
      const { mentor, mentee } = bothOf(lives)
      await mentee.command(
        'met 45 today We spoke of quokkafirst steps',
        'Your note: We spoke of quokkafirst steps',
      )
      await mentor.command('met 45 today')
      await mentee.press('Rate my skills', 'Only you see it')
      const rated = { [fieldOf('wound care')]: '2', [fieldOf('teaching')]: '1' }
      await mentee.submit(rated, 'ask you again later')
      if (!lives.newcomers) return
      await mentor.press('Tick off')
      const point = 'Meet the line manager, and know when they are about'
      await mentor.submit({ who: point }, `1 of 17 are done; ${lives.mentee.name} sees the same`)
    },
  },
  {
    name: 'the mentee begins the agreement, and leaves it',
    at: '2027-01-21T14:30:00Z',
    play: async (lives) => {
      const { mentor, mentee } = bothOf(lives)
      await mentor.command('agreement', 'writes first')
      await mentee.command('agreement')
      await mentee.press('Write my part')
      await mentee.submit({ aims: 'Lead a quokkaaims round' }, 'Agreement: 2 of 2')
    },
  },
  {
    name: 'a week later the agreement goes on, wherever that is, and both confirm it',
    at: '2027-01-28T14:30:00Z',
    play: async (lives) => {
      const { mentor } = bothOf(lives)
      const mentee = handsOf(lives, lives.elsewhere ?? lives.mentee)
      await mentee.command('agreement', 'kept just as you left it')
      await mentee.press('Go on', 'quokkaaims')
      const days = { until: '2027-12-17', reviewOn: '2027-06-30' }
      const terms = { frequency: 'Every two weeks', organizer: 'mentee', channel: 'The library', ...days }
      await mentee.submit(terms, 'adds theirs next')
      await mentor.press('Add my part', 'quokkaaims')
      await mentor.submit({ support: 'An answer within two quokkasupport days', notice: 'A day before' })
      await mentee.press('I confirm', 'It stands once')
      await mentor.press('I confirm', 'your agreement stands')
    },
  },
  {
    name: 'a goal is put into words; what is vague is asked back',
    at: '2027-01-29T14:30:00Z',
    play: async (lives) => {
      const { mentor, mentee } = bothOf(lives)
      await mentee.openForm('goal')
      await mentee.submit(
        { title: 'Get better at quokkagoal handovers', measure: 'yes-no' },
        'How will you know?',
      )
      const what = { title: 'Lead quokkagoal handovers', measure: 'count', target: '20', unit: 'handovers' }
      await mentee.submit(what, 'New goal: the way')
      await mentee.submit({ dueOn: '2027-01-08' }, 'This day has passed')
      await mentee.submit(
        { dueOn: '2027-10-29', attainable: 'One a week' },
        'What makes this matter to you now?',
      )
      const why = { relevant: 'I want to be heard', milestone1: 'Five on my own', milestone1On: '2027-04-30' }
      await mentee.submit(why, 'This is your goal:')
      await mentor.command('goal', 'Lead quokkagoal handovers')
    },
  },
]
