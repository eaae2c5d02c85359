import { expect } from 'vitest'
import { fieldOf } from '../../src/core/skills/skills.ts'
import { bothOf, type Chapter, overviewOf, takeFile } from './year-hands.ts'

/** What the mentee has said in the year, and their record must hold. */
const said = [
  'quokkaaim',
  'quokkafirst',
  'quokkaaims',
  'quokkagoal',
  'quokkalearned',
  'quokkanext',
  'quokkaaction',
  'quokkaall',
  'quokkamine',
  'quokkapair',
  'quokkajournal',
  'quokkathanks',
  'quokkaask',
  'quokkanote',
  'quokkachance',
  'quokkaoutcome',
  'quokkawhy',
  'quokkahelped',
  'quokkaproud',
  'quokkalookback',
]

/** From the closing talk to being forgotten. */
export const ending: readonly Chapter[] = [
  {
    name: 'the closing talk',
    at: '2027-12-13T14:30:00Z',
    play: async (lives) => {
      const { mentor, mentee } = bothOf(lives)
      await mentee.press('Rate my skills')
      await mentee.submit({ [fieldOf('wound care')]: '5', [fieldOf('teaching')]: '4' }, '5 at the end')
      for (const one of [mentee, mentor]) {
        await one.press('Begin', 'Looking back')
        await one.submit(
          { reached: 'quokkalookback a lot', thanks: 'For quokkabye', next: 'A course' },
          'One last step',
        )
        await one.pressInWindow('Last step')
        await one.submit({ 'rating-mentoring': '5' }, 'It is kept, for you alone')
        await one.pressInWindow('Your record', 'Your record of this mentoring')
      }
      expect(lives.mentor.chat()).toContain('quokkabye')
      expect(lives.mentor.chat()).not.toContain('quokkalookback')
    },
  },
  {
    name: 'a form is left open on the last day',
    at: '2027-12-17T14:30:00Z',
    play: async (lives) => {
      const { mentee } = bothOf(lives)
      await mentee.command('plan')
      await mentee.press('Add an action', 'New action')
    },
  },
  {
    name: 'the pair is over: what was typed comes back, and the mentee would like to mentor',
    at: '2027-12-21T14:30:00Z',
    play: async (lives) => {
      const { mentee } = bothOf(lives)
      await mentee.submit({ title: 'Teach quokkatoolate', dueOn: '2027-12-30' }, 'quokkatoolate')
      expect(lives.mentee.chat()).toContain('Would you like to be a mentor?')
      await mentee.press('Become a mentor', 'would like to be a mentor in the next one')
    },
  },
  {
    name: 'the mentee asks what is kept, and takes it along',
    at: '2027-12-22T14:30:00Z',
    play: async (lives) => {
      const { mentee } = bothOf(lives)
      await mentee.command('privacy', 'your goals (1)')
      await mentee.command('export', 'on its way into your chat')
      await mentee.command('export', 'within the last hour')

      const page = await takeFile(lives, lives.mentee, 'rounds-record.html')
      const data = await takeFile(lives, lives.mentee, 'rounds-record.json')
      for (const word of said) {
        expect(page).toContain(word)
        expect(data).toContain(word)
      }
      expect(data).not.toContain('quokkatoolate')
      expect(() => JSON.parse(data)).not.toThrow()
    },
  },
  {
    name: 'the mentee is forgotten',
    at: '2027-12-23T14:30:00Z',
    play: async (lives) => {
      const { mentee } = bothOf(lives)
      await mentee.command('forget me', 'Nobody can bring them back')
      await mentee.press('Forget me…', 'This cannot be taken back')
      await mentee.submit({ sure: 'yes' }, 'I have forgotten you')
      await overviewOf(lives, lives.mentor)

      expect(lives.mentor.chat()).not.toMatch(/quokka(learned|all|pair|thanks|bye)/)
      expect(await lives.stage.sql('select id from people where email = $1', [lives.mentee.email])).toEqual(
        [],
      )
    },
  },
]
