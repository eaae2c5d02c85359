import type { Block, Message, Span } from '../message/message.ts'

/** Somebody whom the reader meets in a round. */
export interface Met {
  readonly name: string
  /** What is known that speaks for them, as the reader is told it. */
  readonly reasons: readonly string[]
  /** The round in which the two met before. */
  readonly before: number | undefined
}

/** To each in a round: whom they meet, and that the round before is over. */
export function roundBegun(facts: {
  readonly firstName: string
  readonly program: string
  readonly number: number
  readonly others: readonly Met[]
  /** Whom they met in the round that ends by this. */
  readonly until: readonly string[]
  /** When I ask how it went; undefined if I do not. */
  readonly asked: string | undefined
}): Message {
  const { program, number, others, asked } = facts
  const names = others.flatMap(({ name }, at): Span[] => [
    ...(at === 0 ? [] : [{ text: at === others.length - 1 ? ' and ' : ', ' }]),
    { text: name, bold: true },
  ])
  const [any, all] = others.length > 1 ? ['any', 'three'] : ['either', 'two']
  const reasons = others.flatMap(whyWords)
  const coming = asked === undefined ? [] : [note(`I will ask once how it went, on ${asked}.`)]
  return {
    preview: 'A new round',
    blocks: [
      {
        kind: 'text',
        text: [
          { text: `${greeting(facts)}In round ${number} of ${program} you meet ` },
          ...names,
          {
            text: `. A short hello from ${any} of you is a good start; what the ${all} of you talk about is yours.`,
          },
        ],
      },
      ...(reasons.length > 0 ? [{ kind: 'list', items: reasons } as const] : []),
      ...coming,
    ],
  }
}

/** To whoever is in no group of a round, whatever the reason. */
export function roundWithout(facts: {
  readonly firstName: string
  readonly program: string
  readonly number: number
  readonly until: readonly string[]
}): Message {
  const { program, number } = facts
  return {
    preview: 'A new round',
    blocks: [
      {
        kind: 'text',
        text: `${greeting(facts)}In round ${number} of ${program} there was nobody left for you to meet. That says nothing about you: I will look again for round ${number + 1}.`,
      },
    ],
  }
}

function greeting({
  firstName,
  until,
}: {
  readonly firstName: string
  readonly until: readonly string[]
}): string {
  if (until.length === 0) return `Hello ${firstName}. `
  return `${firstName}, your time with ${new Intl.ListFormat('en-GB').format(until)} ends here. Thank you for it; what you wrote stays yours. `
}

function whyWords({ name, reasons, before }: Met): string[] {
  const again = before === undefined ? [] : [`you met in round ${before}, and nobody new was left for you`]
  const words = [...again, ...reasons.slice(0, 2)]
  return words.length === 0 ? [] : [`${name}: ${words.join('; ')}`]
}

function note(text: string): Block {
  return { kind: 'note', text }
}
