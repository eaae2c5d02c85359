import type { ProgramProblem } from '../../core/program/parse-program.ts'
import type { Program } from '../../core/program/program.ts'
import { type ProgramFile, readProgramFile } from '../../files/program-file.ts'
import { refusalOf } from './admit-text.ts'

/** Reads a program file, and holds what is written in it to the rules of the one door for text. */
export function admitProgram(bytes: Uint8Array): ProgramFile {
  const read = readProgramFile(bytes, refusedWords)
  if ('program' in read) return read
  return { problems: read.problems.map((found) => ({ ...found, problem: withoutIdentifier(found.problem) })) }
}

/** What is wrong with a line is often said by repeating the line. */
function withoutIdentifier(said: string): string {
  return refusalOf(said, { phoneNumber: true }) ?? said
}

type Path = readonly (string | number)[]

function refusedWords(program: Program): readonly ProgramProblem[] {
  const { patientSafety, wellbeing, speakUp } = program.routes
  const routes = { patient_safety: patientSafety, wellbeing, speak_up: speakUp }
  return [
    ...problem(['slug'], refusalOf(program.slug)),
    ...problem(['name'], refusalOf(program.name)),
    ...Object.entries(routes).flatMap(([name, route]) => problem(['routes', name], refusalOfOptional(route))),
    ...refusedQuestions(program),
    ...program.evaluation.ratings.flatMap(({ ask }, index) =>
      problem(['evaluation', 'ratings', index, 'ask'], refusalOf(ask)),
    ),
    ...refusedPoints(program),
    ...refusedResources(program),
  ]
}

function refusedPoints({ orientation }: Program): readonly ProgramProblem[] {
  if (orientation === 'default') return []
  return orientation.flatMap(({ text, by, link }, index) => [
    ...problem(['orientation', index, 'text'], refusalOf(text)),
    ...problem(['orientation', index, 'by'], refusalOfOptional(by)),
    ...problem(['orientation', index, 'link'], refusalOfOptional(link)),
  ])
}

function refusedResources({ resources }: Program): readonly ProgramProblem[] {
  return resources.flatMap(({ title, text, link, topics }, index) => {
    const at: Path = ['resources', index]
    return [
      ...problem([...at, 'title'], refusalOf(title)),
      ...problem([...at, 'text'], refusalOfOptional(text)),
      ...problem([...at, 'link'], refusalOfOptional(link)),
      ...topics.flatMap((topic) => problem([...at, 'topics'], refusalOf(topic))),
    ]
  })
}

function refusedQuestions({ checkIn: { script } }: Program): readonly ProgramProblem[] {
  if (script === 'default') return []
  return script.flatMap(({ ask, options = [] }, index) => {
    const at: Path = ['check_in', 'script', index]
    const wordings = [...new Set([ask.mentor, ask.mentee])]
    return [
      ...wordings.flatMap((wording) => problem([...at, 'ask'], refusalOf(wording))),
      ...options.flatMap((option) => problem([...at, 'options'], refusalOf(option))),
    ]
  })
}

/** Where a telephone number is what one expects. */
function refusalOfOptional(text: string | undefined): string | undefined {
  return text === undefined ? undefined : refusalOf(text, { phoneNumber: true })
}

function problem(path: Path, refusal: string | undefined): readonly ProgramProblem[] {
  return refusal === undefined ? [] : [{ path, problem: refusal }]
}
