import { labelOf } from '../message/label.ts'
import type { Block, Button, Message } from '../message/message.ts'
import { leadingOn, sentence } from '../message/messages.ts'
import { packWord } from '../message/packed-word.ts'
import { type MentorCard, skillsFor } from './card.ts'
import { cardWords } from './card-words.ts'

/** So many mentors stand on one page. */
const pageSize = 6

/** What a mentee asked for by `find`. */
export interface Search {
  readonly programId: string
  readonly program: string
  /** Empty: everybody. */
  readonly word: string
  /** How many are on the pages before this one. */
  readonly from: number
}

export interface Found {
  /** Best fitting first. */
  readonly cards: readonly MentorCard[]
  /** The mentee's skills sought. */
  readonly sought: readonly string[]
  /** Ids of those named as preferences, the first choice first. */
  readonly chosen: readonly string[]
  readonly locale: string
}

/** One page of the mentors whom a mentee can choose from. */
export function mentorsFound(search: Search, found: Found): Message {
  const { cards } = found
  const from = search.from < cards.length ? search.from - (search.from % pageSize) : 0
  const page = cards.slice(from, from + pageSize)
  const pageWords = cards.length > pageSize ? `${from + 1} to ${from + page.length} of ${cards.length}. ` : ''
  return {
    preview: 'Mentors to choose from',
    blocks: [
      { kind: 'heading', text: `Mentors in ${search.program}` },
      { kind: 'text', text: openingWords(search, found) },
      ...page.flatMap((card) => cardBlocks(card, search, found)),
      { kind: 'buttons', buttons: pageButtons(search, { from, of: cards.length }) },
      {
        kind: 'note',
        text: `${pageWords}Mentors decide what they show here. “find WORD” looks for a name, a skill or a specialty.`,
      },
    ],
  }
}

function openingWords({ word }: Search, { cards, sought }: Found): string {
  if (word !== '') return `Found for “${word}”:`
  if (sought.length === 0) return 'These are the mentors you can wish for.'
  const fitting = cards.filter((card) => skillsFor(card, sought).sought.length > 0).length
  if (fitting === 0) {
    return 'None of these mentors shows a skill that you seek. They may still be right for you.'
  }
  if (fitting === cards.length) return 'All of these mentors offer something that you seek.'
  return `${fitting} of these ${cards.length} mentors ${fitting === 1 ? 'offers' : 'offer'} something that you seek. Those who offer most of it come first.`
}

function cardBlocks(card: MentorCard, { programId }: Search, { sought, chosen, locale }: Found): Block[] {
  const rank = chosen.indexOf(card.id)
  const button: Button = {
    label: labelOf(`Wish for ${card.name}`),
    verb: 'find.like',
    about: `${programId}:${card.id}`,
  }
  return [
    { kind: 'text', text: cardWords(card, { sought, locale }) },
    rank < 0
      ? { kind: 'buttons', buttons: [button] }
      : { kind: 'note', text: `Your ${rankWord(rank)} choice.` },
  ]
}

/** By position: the first choice is 0. */
export function rankWord(position: number): string {
  return ['first', 'second', 'third'][position] ?? 'next'
}

function pageButtons({ programId, word }: Search, { from, of }: { from: number; of: number }): Button[] {
  const to = (start: number) => ({ verb: 'find.browse', about: [programId, start, packWord(word)].join(':') })
  return [
    { ...preferencesButton(programId, 'Name my preferences'), tone: 'primary' },
    ...(from > 0 ? [{ label: 'Back', ...to(from - pageSize) }] : []),
    ...(from + pageSize < of ? [{ label: 'Next', ...to(from + pageSize) }] : []),
    ...(word === '' ? [] : [{ label: 'See everybody', verb: 'find.browse', about: `${programId}:0` }]),
  ]
}

export function preferencesButton(programId: string, label: string): Button {
  return { label, verb: 'find.prefer', about: programId, opensForm: true }
}

/** Nobody can be chosen from, or nobody for the word. */
export function nobodyFound({ programId, program, word }: Search): Message {
  if (word === '') {
    return sentence(
      `There is nobody to choose from in ${program} at the moment. You need not do anything: I will tell you as soon as a mentor is found for you, and you can look again at any time.`,
    )
  }
  return {
    preview: 'Nobody found',
    blocks: [
      {
        kind: 'text',
        text: `I find nobody for “${word}” in ${program}. Please try a shorter word, or look at everybody.`,
      },
      {
        kind: 'buttons',
        buttons: [{ label: 'See everybody', verb: 'find.browse', about: `${programId}:0`, tone: 'primary' }],
      },
    ],
  }
}

/** Where somebody waits for a mentor in several programs. */
export function whichProgram(
  programs: readonly { readonly id: string; readonly name: string }[],
  word: string,
): Message {
  return {
    preview: 'Which program?',
    blocks: [
      { kind: 'text', text: 'In which program would you like to look for a mentor?' },
      {
        kind: 'buttons',
        buttons: programs.map(({ id, name }) => ({
          label: labelOf(name),
          verb: 'find.browse',
          about: [id, 0, packWord(word)].join(':'),
        })),
      },
    ],
  }
}

/** Why there is nothing to find in a program. */
export type NothingToFind = 'has-mentor' | 'invited' | 'paused' | 'peer'

export function describeNothingToFind(
  why: NothingToFind,
  { program, mentor }: { program: string; mentor?: string },
): Message {
  switch (why) {
    case 'has-mentor':
      return sentence(`${mentor ?? 'Somebody'} is your mentor in ${program}, so there is nobody to look for.`)
    case 'invited':
      return leadingOn(
        `You are invited to ${program}. Once you have joined, you can look for a mentor there.`,
        {
          label: 'Join',
          words: 'join',
        },
      )
    case 'paused':
      return leadingOn(
        `You are taking a break from ${program}. Once you are back, you can look for a mentor there.`,
        { label: 'Resume', words: 'resume' },
      )
    case 'peer':
      return sentence(
        `In ${program} nobody has to be found: people of the program meet in turn, and I will tell you each round whom you meet.`,
      )
  }
}

export function menteesFind(): Message {
  return {
    preview: 'Mentees look for mentors',
    blocks: [
      {
        kind: 'text',
        text: 'Looking for a mentor is for mentees. As a mentor you can say what you offer, and what mentees see of you.',
      },
      {
        kind: 'buttons',
        buttons: [{ label: 'What I offer', verb: 'find.offer', tone: 'primary', opensForm: true }],
      },
    ],
  }
}

export const inNoProgram: Message = leadingOn(
  'You are not in a mentoring program. Shall we see whether there is one for you?',
  { label: 'Look', words: 'join' },
)
export const notYourProgram =
  'I cannot find that among your programs any more. Type “find” to look for a mentor.'
