import type { Reader, Script, ScriptQuestion } from '../program/script-question.ts'
import type { Answer } from './answer.ts'
import type { Stage } from './checkin.ts'
import { stageScripts } from './script.ts'

/** An open goal of the pair, as a check-in asks about it. */
export interface AskedGoal {
  readonly id: string
  /** The owner's own number of it. */
  readonly number: number
  readonly title: string
  readonly measure: 'number' | 'percent' | 'count' | 'yes-no'
  readonly target: number
  /** Where it stands so far. */
  readonly value: number
  readonly unit?: string
  /** Reads what is typed for where it stands; undefined if that is no value of this goal. */
  readonly read: (typed: string) => number | undefined
}

/** One concrete question of one person's check-in: the script with its goals unrolled. */
export interface Question {
  /** Answers are kept under it: the script question's id; for a goal `goal:ID`. */
  readonly id: string
  /** The question of the script it comes from: a remembered choice of reader holds for this. */
  readonly scriptId: string
  readonly kind: Exclude<ScriptQuestion['kind'], 'goals'> | 'goal'
  readonly ask: string
  readonly required: boolean
  /** Who reads the answer at first. Missing where it is fixed. */
  readonly reader?: Reader
  readonly options?: readonly string[]
  readonly goal?: AskedGoal
}

/** The questions of one side's check-in, in order. */
export function questionsFor(wish: {
  readonly script: Script
  readonly side: 'mentor' | 'mentee'
  readonly goals: readonly AskedGoal[]
  /** A program's own script is the same in every stage. */
  readonly stage: Stage
}): Question[] {
  const script = wish.script === 'default' ? stageScripts[wish.stage] : wish.script
  return script.flatMap((question): Question[] => {
    const { id, kind, reader, required, options } = question
    const ask = question.ask[wish.side]
    const common = { scriptId: id, ask, ...(reader && { reader }) }
    if (kind === 'goals')
      return wish.goals.map((goal) => ({
        ...common,
        id: `goal:${goal.id}`,
        kind: 'goal',
        required: false,
        goal,
      }))
    return [{ ...common, id, kind, required, ...(options && { options }) }]
  })
}

/** The first question that has no answer yet; a question passed over has one. */
export function nextQuestion(
  questions: readonly Question[],
  answers: readonly Pick<Answer, 'question'>[],
): Question | undefined {
  const answered = new Set(answers.map(({ question }) => question))
  return questions.find(({ id }) => !answered.has(id))
}

/** The part of a question that is being asked: most have one only. */
export interface Asked {
  readonly question: Question
  /** minutes: how long a meeting was. words: what the coordinator should know. */
  readonly part: 'whole' | 'minutes' | 'words'
}

/** The name of what is asked, as buttons and the conversation carry it. */
export function askedName({ question, part }: Asked): string {
  return part === 'whole' ? question.id : `${question.id}.${part}`
}

export function askedByName(questions: readonly Question[], name: string): Asked | undefined {
  const [, id, part] = /^(.*)\.(minutes|words)$/.exec(name) ?? []
  const question = questions.find((one) => one.id === (id ?? name))
  if (!question) return undefined
  return { question, part: part === 'minutes' || part === 'words' ? part : 'whole' }
}
