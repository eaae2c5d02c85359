import { search } from '../../core/find/card.ts'
import { mentorsFound, nobodyFound, whichProgram } from '../../core/find/find-messages.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { shortened } from '../../core/message/label.ts'
import { unpackWord } from '../../core/message/packed-word.ts'
import { preferencesOf } from '../../store/preferences.ts'
import type { StoredProgram } from '../../store/programs.ts'
import type { Turn } from '../turn.ts'
import { readMentors } from './read-mentors.ts'
import { whereToFind } from './where-to-find.ts'

/** What is searched for; it travels with the buttons of the pages. */
const longestWord = 60

/** `find [WORD]`: the mentors whom a mentee can choose from; with several programs, in which. */
export async function findMentors(turn: Turn): Promise<Outcome> {
  const where = await whereToFind(turn.scope, turn.person)
  if ('refusal' in where) return { kind: 'show', message: where.refusal }
  const word = shortened(turn.rest.replace(/\s+/g, ' ').trim(), longestWord)
  const [only, ...more] = where.programs
  if (more.length === 0) return showPage(turn, only, { word, from: 0 })
  const programs = where.programs.map(({ id, program }) => ({ id, name: program.name }))
  return { kind: 'show', message: whichProgram(programs, word) }
}

/** Another page, or the program chosen: it takes the place of what was pressed. */
export async function browseMentors(turn: Turn): Promise<Outcome> {
  const [programId = '', start = '0', packed = ''] = turn.about
  const where = await whereToFind(turn.scope, turn.person, programId)
  if ('refusal' in where) return { kind: 'show', message: where.refusal }
  const from = /^\d{1,6}$/.test(start) ? Number(start) : 0
  const word = shortened(unpackWord(packed).trim(), longestWord)
  return { ...(await showPage(turn, where.programs[0], { word, from })), replace: true }
}

async function showPage(
  { scope, person }: Turn,
  stored: StoredProgram,
  { word, from }: { readonly word: string; readonly from: number },
): Promise<Outcome & { kind: 'show' }> {
  const { cards, sought } = await readMentors(scope, stored, person)
  const asked = { programId: stored.id, program: stored.program.name, word, from }
  const shown = word === '' ? cards : search(cards, word)
  if (shown.length === 0) return { kind: 'show', message: nobodyFound(asked) }
  const chosen = await preferencesOf(scope, { programId: stored.id, menteeId: person.id })
  return {
    kind: 'show',
    message: mentorsFound(asked, { cards: shown, sought, chosen, locale: person.locale }),
  }
}
