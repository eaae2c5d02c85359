import type { Outcome } from '../../core/message/intent.ts'
import type { Routes } from '../../core/program/program.ts'
import { reflectionForm } from '../../core/reflect/messages.ts'
import { type Moment, readMoment, setAfter } from '../../core/reflect/prompts.ts'
import { enrollmentsOfPerson } from '../../store/enrollments.ts'
import { programsById } from '../../store/programs.ts'
import { countReflections } from '../../store/reflections.ts'
import type { Scope } from '../../store/scope.ts'
import type { Turn } from '../turn.ts'

/** The form for a moment, with other questions each time. */
export async function askReflection({ scope, person, about, rest }: Turn): Promise<Outcome> {
  const [written, set] = about
  const moment = readMoment(written) ?? 'open'
  const entries = await countReflections(scope, person.id)
  const chosen = set !== undefined && /^\d$/.test(set) ? Number(set) : setAfter(entries)
  const routes = await routesFor(scope, person.id, moment)
  return { kind: 'form', form: reflectionForm({ moment, set: chosen, routes, typed: rest }) }
}

/** The ways out of the person's programs, for hard moments. */
export async function routesFor(scope: Scope, personId: string, moment: Moment): Promise<Routes[]> {
  if (moment !== 'hard-shift') return []
  const enrollments = (await enrollmentsOfPerson(scope, personId)).filter(({ state }) => state !== 'left')
  const programs = await programsById(
    scope,
    enrollments.map(({ programId }) => programId),
  )
  return programs.map(({ program }) => program.routes)
}
