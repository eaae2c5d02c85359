import type { ProgramProblem } from '../../core/program/parse-program.ts'
import type { Program } from '../../core/program/program.ts'
import { type ProgramFile, readProgramFile } from '../../files/program-file.ts'
import { refusalOf } from './admit-text.ts'

/** Reads a program file, and holds what is written in it to the rules of the one door for text. */
export function admitProgram(bytes: Uint8Array): ProgramFile {
  return readProgramFile(bytes, refusedWords)
}

type Path = readonly (string | number)[]

function refusedWords(program: Program): readonly ProgramProblem[] {
  const { patientSafety, wellbeing, speakUp } = program.routes
  const routes = { patient_safety: patientSafety, wellbeing, speak_up: speakUp }
  return [
    ...problem(['name'], refusalOf(program.name)),
    ...Object.entries(routes).flatMap(([name, route]) =>
      problem(['routes', name], route === undefined ? undefined : refusalOf(route, { phoneNumber: true })),
    ),
    ...refusedQuestions(program),
  ]
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

function problem(path: Path, refusal: string | undefined): readonly ProgramProblem[] {
  return refusal === undefined ? [] : [{ path, problem: refusal }]
}
