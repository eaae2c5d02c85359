import type { Message } from '../../message/message.ts'
import type { MatchPart } from '../../program/types.ts'
import { inDigits } from './review.ts'
import { type RowFacts, rowButton } from './row-messages.ts'
import type { WeighedPair } from './weigh.ts'

/** Two pairs side by side: what each part of the score gives to them, and what speaks for each in words. */
export function comparison(
  facts: Pick<RowFacts, 'review' | 'row' | 'back'>,
  { one, other, objection }: { one: WeighedPair; other: WeighedPair; objection: string | undefined },
): Message {
  const rows = [...one.parts.keys()].flatMap((part) => {
    const [first, second] = [one.parts.get(part) ?? 0, other.parts.get(part) ?? 0]
    return first + second === 0
      ? []
      : [{ label: words[part], value: `${inDigits(first)} · ${inDigits(second)}` }]
  })
  return {
    preview: 'Two pairs side by side',
    blocks: [
      { kind: 'text', text: [{ text: callOf(one), bold: true }, { text: `: ${one.reasons.join('; ')}` }] },
      {
        kind: 'text',
        text: [{ text: callOf(other), bold: true }, { text: `: ${other.reasons.join('; ')}` }],
      },
      {
        kind: 'facts',
        facts: [
          ...rows,
          { label: 'Together, of 10,000', value: `${inDigits(one.score)} · ${inDigits(other.score)}` },
        ],
      },
      ...(objection === undefined
        ? []
        : [{ kind: 'text', text: `The second may not be: ${objection}.` } as const]),
      { kind: 'buttons', buttons: [rowButton(facts, 'Back to the pair')] },
    ],
  }
}

/** Why somebody does not get a mentor, and the way back. */
export function whyNotAnswer(
  facts: Pick<RowFacts, 'review' | 'row' | 'back'>,
  { mentor, answer }: { readonly mentor: string; readonly answer: readonly string[] },
): Message {
  const [first = '', ...more] = answer
  return {
    preview: 'Why not?',
    blocks: [
      {
        kind: 'text',
        text: [
          { text: `Why does ${facts.row.mentee.name} not get ${mentor}? `, bold: true },
          { text: first },
        ],
      },
      ...(more.length > 0 ? [{ kind: 'list', items: more } as const] : []),
      { kind: 'buttons', buttons: [rowButton(facts, 'Back to the pair')] },
    ],
  }
}

function callOf({ mentee, mentor }: WeighedPair): string {
  return `${mentee.name} ← ${mentor.name}`
}

const words: Readonly<Record<MatchPart, string>> = {
  skills: 'Skills sought',
  aims: 'Aims',
  specialty: 'Specialty',
  site: 'Site',
  hours: 'Hours',
  grade: 'Grade',
  experience: 'Experience',
  languages: 'Languages',
  style: 'Contact style',
  preference: 'Asked for',
  standing: 'In the draft already',
}
