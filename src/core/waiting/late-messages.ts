import type { Message, Text } from '../message/message.ts'

/** A mentee who came after the others, and what a small run found for them. */
export interface Latecomer {
  readonly name: string
  readonly came: Came
  /** Undefined: nobody. */
  readonly mentor: string | undefined
  /** What speaks for the two, or why there is nobody; in plain words without a full stop. */
  readonly reasons: readonly string[]
}

/** joined: after the others; back: from a break, or into the program; unpaired: their pair has ended. */
export type Came = 'joined' | 'back' | 'unpaired'

/** How somebody came to be in a draft, for the coordinators. */
export function cameWords(came: Came): string {
  return words[came]
}

const words: Readonly<Record<Came, string>> = {
  joined: 'joined late',
  back: 'back after a break',
  unpaired: 'without a mentor again',
}

/** One message stays one screen. */
const mostNamed = 5

/** To a coordinator: who came after the others, and whom I would propose. */
export function latecomersMessage(facts: {
  readonly programId: string
  readonly program: string
  readonly latecomers: readonly Latecomer[]
  /** More of them, whom the reader is too close to. */
  readonly unseen: number
}): Message {
  const { programId, program, latecomers, unseen } = facts
  const count = latecomers.length + unseen
  const more = latecomers.length - mostNamed
  return {
    preview:
      count === 1
        ? `Somebody in ${program} is waiting to be placed`
        : `${count} people in ${program} are waiting to be placed`,
    blocks: [
      {
        kind: 'heading',
        text: count === 1 ? 'Somebody is to be placed' : `${count} people are to be placed`,
      },
      {
        kind: 'text',
        text: `${program}: I looked only at the places that are free, and moved nobody.`,
      },
      {
        kind: 'list',
        items: [
          ...latecomers.slice(0, mostNamed).map(line),
          ...(more > 0 ? [`${more} more`] : []),
          ...(unseen > 0 ? [unseenWords(unseen, latecomers.length)] : []),
        ],
      },
      { kind: 'note', text: 'It stands in the draft. Nobody hears of it before you publish.' },
      {
        kind: 'buttons',
        buttons: [{ label: 'Review', verb: 'match.review', about: programId, tone: 'primary' }],
      },
    ],
  }
}

function line({ name, came, mentor, reasons }: Latecomer): Text {
  const found = mentor === undefined ? 'nobody yet' : `I propose ${mentor}`
  return [{ text: name, bold: true }, { text: ` (${words[came]}): ${found}: ${reasons.join('; ')}` }]
}

/** `named`: how many stand in the list before. */
function unseenWords(unseen: number, named: number): string {
  const whom = unseen === 1 ? '1 person' : `${unseen} people`
  const count = named === 0 ? whom : `${unseen} more`
  return `${count}, not shown to you because you are too close to them`
}

/** To a coordinator, where more came than a small run is for. */
export function manyLatecomers(facts: {
  readonly programId: string
  readonly program: string
  readonly count: number
}): Message {
  const { programId, program, count } = facts
  return {
    preview: `Many people in ${program} are waiting to be placed`,
    blocks: [
      {
        kind: 'text',
        text: `${count} people have come to ${program} or are without a mentor again: too many to place them beside the others. Proposing pairs once more takes them in; what is locked or published stays.`,
      },
      {
        kind: 'buttons',
        buttons: [{ label: 'Propose pairs', verb: 'match.propose', about: programId, tone: 'primary' }],
      },
    ],
  }
}
