import type { z } from 'zod'
import {
  type QuestionKind,
  questionKinds,
  type Reader,
  readers,
  type Script,
  type ScriptQuestion,
} from './script-question.ts'
import { choosing, list, mapping, oneOf, shortId, words, yesOrNo } from './written.ts'

/** Kinds that a script holds at most once: their answers feed one figure. */
const onceOnly: readonly QuestionKind[] = ['met', 'goals', 'next-step', 'coordinator']

/** The reader at first, for kinds whose answers have one to choose. Free words are private unless it is said. */
const firstReader: Readonly<Partial<Record<QuestionKind, Reader>>> = {
  text: 'only-me',
  goals: 'pair',
  'next-step': 'pair',
  choice: 'only-me',
}

const wording = words(300)
const sameForBoth = wording.transform((text) => ({ mentor: text, mentee: text }))
const forEach = mapping({ mentor: wording, mentee: wording })
const ask = choosing<ScriptQuestion['ask']>((input) =>
  typeof input === 'object' && !Array.isArray(input) ? forEach : sameForBoth,
)

const question = mapping({
  id: shortId,
  kind: oneOf(questionKinds),
  ask,
  reader: oneOf(readers).optional(),
  required: yesOrNo.default(false),
  options: list(words(75), 10).optional(),
}).transform(({ reader, options, ...rest }, context): ScriptQuestion => {
  const refuse = (path: string, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message })
  const { kind } = rest
  const first = firstReader[kind]
  if (reader && !first) refuse('reader', `who reads an answer of the kind ${kind} is fixed`)
  if (options && kind !== 'choice') refuse('options', `only a choice has options, not ${kind}`)
  if (kind === 'choice' && (options?.length ?? 0) < 2)
    refuse('options', 'a choice needs at least two options')
  return { ...rest, ...(first && { reader: reader ?? first }), ...(options && { options }) }
})

const questions = list(question, 12).transform((read, context) => {
  if (read.length === 0) context.addIssue({ code: 'custom', message: 'a script needs at least one question' })
  read.forEach((one, index) => {
    const earlier = read.slice(0, index)
    const problem = clashOf(one, earlier)
    if (problem) context.addIssue({ code: 'custom', path: [index], message: problem })
  })
  return read
})

function clashOf(one: ScriptQuestion, earlier: readonly ScriptQuestion[]): string | undefined {
  if (earlier.some((other) => other.id === one.id)) return `there is already a question with the id ${one.id}`
  const twice = onceOnly.includes(one.kind) && earlier.some((other) => other.kind === one.kind)
  return twice ? `a script asks only one question of the kind ${one.kind}` : undefined
}

/** `default`, or the questions themselves. */
export const script: z.ZodType<Script> = choosing<Script>((input) =>
  Array.isArray(input) ? questions : oneOf(['default']),
)
