import type { Block, Message } from '../message/message.ts'
import type { MatchRule } from '../program/types.ts'
import type { WaitingState } from './waiting.ts'

export interface WaitingFacts {
  readonly firstName: string
  readonly program: string
  readonly side: 'mentor' | 'mentee'
  readonly state: WaitingState
  /** The program's first day, in words, where it is still to come. */
  readonly startsOn: string | undefined
  /** Names of those who coordinate the program, but the reader. */
  readonly coordinators: readonly string[]
  /** They can leave by themselves. */
  readonly mayLeave: boolean
  readonly locale: string
  /** What their profile still lacks, as it is asked for. */
  readonly asks: readonly Block[]
}

/** How things stand, for somebody who waits to be paired. Names nobody but the coordinators. */
export function waitingMessage(facts: WaitingFacts): Message {
  const { firstName, program, startsOn, side, state } = facts
  const start = startsOn === undefined ? '' : ` ${program} starts on ${startsOn}.`
  const words = side === 'mentor' ? mentorWords(facts) : menteeWords(facts)
  return {
    preview: `How things stand in ${program}`,
    blocks: [
      { kind: 'text', text: `${firstName}, ${words}${start}` },
      ...facts.asks,
      ...(side === 'mentee' && mayWish(state) ? wishButtons : []),
      ...(state.kind === 'briefing' ? briefingButtons : []),
      { kind: 'note', text: noteWords(facts) },
    ],
  }
}

function menteeWords({ program, state }: WaitingFacts): string {
  const still = `I am still looking for a mentor for you in ${program}.`
  switch (state.kind) {
    case 'answer':
      return `somebody in ${program} would like to be your mentor and waits for your answer. You find my question further up in this chat.`
    case 'reviewed':
      return `${still} There is a proposal, and it is being looked at. I will tell you as soon as you have a mentor.`
    case 'needs-aims':
      return `I am ready to look for a mentor for you in ${program}.`
    case 'open':
      return `${still} There are mentors with a free place who could be right for you, and you are part of the next proposals.`
    case 'full':
      return `${still} No mentor who could be right for you has a place left at the moment. When one is free, you are part of the next proposals.`
    case 'nobody':
      return `${still} ${nobodyWords(state.rule)} That can change with everybody who joins, and you are part of all new proposals.`
    case 'briefing':
      return briefingWords(program)
    case 'next-round':
      return `you are on the list for the next round of ${program}. I will tell you whom you meet as soon as it begins.`
  }
}

function briefingWords(program: string): string {
  return `before I can look for somebody for you in ${program}, please go through the briefing: a few short cards, five minutes.`
}

function mentorWords({ program, state }: WaitingFacts): string {
  switch (state.kind) {
    case 'next-round':
      return `you are on the list for the next round of ${program}. I will tell you whom you meet as soon as it begins.`
    case 'briefing':
      return briefingWords(program)
    case 'reviewed':
      return `your coordinators are going through the proposals for ${program}, and one of them is for you. I will tell you what comes of it.`
    default:
      return `there is no mentee for you in ${program} yet. That says nothing about you: you are part of all new proposals, and it is good to know that you are there.`
  }
}

function nobodyWords(rule: MatchRule | undefined): string {
  const missing = rule && ruleWords[rule]
  return missing === undefined
    ? 'At the moment there is nobody free who fits the program’s rules.'
    : `At the moment no mentor there ${missing}, which the program asks for.`
}

const ruleWords: Readonly<Partial<Record<MatchRule, string>>> = {
  'same-profession': 'has your profession',
  'registered-12-months': 'has been registered for twelve months',
  'equal-or-senior-grade': 'has at least your grade',
  trained: 'has been trained for it',
  'same-area': 'works in your area',
}

/** The sooner of them: a proposal that is on its way is not changed by a wish. */
function mayWish({ kind }: WaitingState): boolean {
  return kind === 'open' || kind === 'full' || kind === 'nobody'
}

const wishButtons: readonly Block[] = [
  { kind: 'buttons', buttons: [{ label: 'Name whom I would like', verb: 'command.run', about: 'find' }] },
]

const briefingButtons: readonly Block[] = [
  {
    kind: 'buttons',
    buttons: [{ label: 'Start the briefing', verb: 'command.run', about: 'briefing', tone: 'primary' }],
  },
]

function noteWords({ coordinators, mayLeave, locale }: WaitingFacts): string {
  const names = new Intl.ListFormat(locale).format(coordinators)
  const ask =
    coordinators.length === 0
      ? 'You will hear from me again within a week.'
      : `You will hear from me again within a week; ${names} can tell you more.`
  return mayLeave ? `${ask} If you would rather not wait, “leave” is all it takes.` : ask
}
