import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findIdentifiers } from '../../../src/core/care/identifiers.ts'
import { FOURTH_NEGATIVES, FOURTH_POSITIVES } from './fourth-corpus.ts'
import { FRESH_POSITIVES, type JudgedText } from './fresh-corpus.ts'
import { FRESH_NEGATIVES } from './fresh-negatives.ts'
import { SECOND_POSITIVES } from './second-corpus.ts'
import { SECOND_NEGATIVES } from './second-negatives.ts'
import { THIRD_NEGATIVES, THIRD_POSITIVES } from './third-corpus.ts'

/** Texts by what is to become of them, as somebody wrote them who had not seen how identifiers are found. */
function written(file: string): { positives: JudgedText[]; negatives: JudgedText[] } {
  const texts: Readonly<Record<JudgedText['expected'], readonly string[]>> = JSON.parse(
    readFileSync(join(import.meta.dirname, file), 'utf8'),
  )
  const judged = (expected: JudgedText['expected']) => texts[expected].map((text) => ({ text, expected }))
  return { positives: [...judged('refuse'), ...judged('ask')], negatives: judged('pass') }
}

const CORPORA = [
  {
    name: 'the first fresh corpus',
    positives: FRESH_POSITIVES,
    negatives: FRESH_NEGATIVES,
    atLeast: { positives: 400, negatives: 1500 },
  },
  {
    name: 'the second fresh corpus',
    positives: SECOND_POSITIVES,
    negatives: SECOND_NEGATIVES,
    atLeast: { positives: 200, negatives: 500 },
  },
  {
    name: 'the third fresh corpus',
    positives: THIRD_POSITIVES,
    negatives: THIRD_NEGATIVES,
    atLeast: { positives: 190, negatives: 450 },
  },
  {
    name: 'the fourth fresh corpus',
    positives: FOURTH_POSITIVES,
    negatives: FOURTH_NEGATIVES,
    atLeast: { positives: 200, negatives: 450 },
  },
  {
    // At the first try 97.1 % were noticed (a quarter of it was meant to be hard), and 0.27 % of the others held up.
    name: 'the fifth fresh corpus',
    ...written('fifth-corpus.json'),
    atLeast: { positives: 480, negatives: 1100 },
  },
  {
    // Mended by the fifth, 96.2 % of this one were noticed at the first try, and 0.08 % of the others held up.
    name: 'the sixth fresh corpus',
    ...written('sixth-corpus.json'),
    atLeast: { positives: 440, negatives: 1200 },
  },
  {
    // Mended by the sixth, 99.77 % of this one were noticed at the first try, and none of the others held up.
    name: 'the seventh fresh corpus',
    ...written('seventh-corpus.json'),
    atLeast: { positives: 420, negatives: 1100 },
  },
]

/** Certain findings count before those that are only asked about. */
function verdictOf(text: string): JudgedText['expected'] {
  return findIdentifiers(text)[0]?.verdict ?? 'pass'
}

function misjudged(texts: readonly JudgedText[]): string[] {
  return texts
    .map(({ text, expected }) => ({ text, expected, got: verdictOf(text) }))
    .filter(({ expected, got }) => expected !== got)
    .map(({ text, expected, got }) => `${expected} -> ${got}: ${text}`)
}

describe.each(CORPORA)('$name', ({ name, positives, negatives, atLeast }) => {
  test('at least 99 of 100 texts with a patient identifier are noticed', () => {
    const missed = misjudged(positives)

    const recall = 1 - missed.length / positives.length
    process.stdout.write(`${name}: recall ${(100 * recall).toFixed(2)}% of ${positives.length}\n`)
    expect(positives.length).toBeGreaterThanOrEqual(atLeast.positives)
    expect(recall, missed.join('\n')).toBeGreaterThanOrEqual(0.99)
  })

  test('at most 5 of 1000 texts without one are held up', () => {
    const alarms = misjudged(negatives)

    const rate = alarms.length / negatives.length
    process.stdout.write(`${name}: false alarms ${(100 * rate).toFixed(2)}% of ${negatives.length}\n`)
    expect(negatives.length).toBeGreaterThanOrEqual(atLeast.negatives)
    expect(rate, alarms.join('\n')).toBeLessThanOrEqual(0.005)
  })
})
