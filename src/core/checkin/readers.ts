import type { Reader } from '../program/script-question.ts'
import type { Question } from './questions.ts'

/** Who else may be looking at an answer. */
export type Viewer = 'author' | 'other-of-pair' | 'coordinator' | 'others'

/** Whether this viewer may read an answer with this reader (PRODUCT, *Who may read what*). */
export function mayRead(reader: Reader, viewer: Viewer): boolean {
  switch (viewer) {
    case 'author':
      return true
    case 'other-of-pair':
      return reader === 'pair' || reader === 'pair-and-coordinator'
    case 'coordinator':
      return reader === 'coordinator' || reader === 'pair-and-coordinator'
    case 'others':
      return false
  }
}

/** Whether `reader` keeps somebody out whom `than` lets in, and lets nobody in whom `than` keeps out. */
export function isNarrower(reader: Reader, than: Reader): boolean {
  return reader !== than && both(reader, than) === reader
}

/** Who reads the answer unless the person says otherwise: what they chose last may narrow it, never widen it. */
export function usualReader(question: Question, remembered: Reader | undefined): Reader {
  const first = question.reader ?? fixedReader(question)
  return question.reader === undefined || remembered === undefined ? first : both(first, remembered)
}

/** Of questions whose reader cannot be chosen. Whether people met is status; a rating is its author's alone. */
function fixedReader({ kind }: Question): Reader {
  if (kind === 'met') return 'pair-and-coordinator'
  return kind === 'coordinator' ? 'coordinator' : 'only-me'
}

/** Those who may read by the one and by the other. */
function both(one: Reader, other: Reader): Reader {
  const pair = mayRead(one, 'other-of-pair') && mayRead(other, 'other-of-pair')
  const coordinator = mayRead(one, 'coordinator') && mayRead(other, 'coordinator')
  if (pair && coordinator) return 'pair-and-coordinator'
  if (pair) return 'pair'
  return coordinator ? 'coordinator' : 'only-me'
}
