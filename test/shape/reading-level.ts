import type { Block, Message, Text } from '../../src/core/message/message.ts'

/** Fewer words than these say nothing about how hard something is to read. */
const FEWEST_WORDS = 15

/**
 * How many years of school the words of a message ask for, by the formula of Flesch and Kincaid, in which a colon or
 * semicolon ends a sentence as a full stop does. `unread`: names and other words that count as one easy word each.
 * Undefined for a message of few words.
 */
export function gradeOf(message: Message, unread: readonly string[]): number | undefined {
  const text = unread.reduce((all, name) => all.replaceAll(name, 'Sam'), textsOf(message).join('\n'))
  const words = text.match(/[a-z’]+/gi) ?? []
  if (words.length < FEWEST_WORDS) return undefined
  const sentences = text.split(/[.?!:;]\s|\n/).filter((part) => /[a-z]/i.test(part))
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
}

export function medianOf(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}

function textsOf({ blocks }: Message): string[] {
  return blocks.flatMap((block: Block) => {
    if (block.kind === 'list') return block.items.map(plainly)
    return block.kind === 'text' || block.kind === 'note' ? [plainly(block.text)] : []
  })
}

function plainly(text: Text): string {
  return typeof text === 'string' ? text : text.map((span) => span.text).join('')
}

/** Groups of vowels, without the silent endings of English. */
function syllablesOf(word: string): number {
  const sounded = word.toLowerCase().replace(/(?:[^laeiouy]es|[^aeiouydt]ed|[^laeiouy]e)$/, '')
  return Math.max(1, sounded.match(/[aeiouy]{1,2}/g)?.length ?? 0)
}
