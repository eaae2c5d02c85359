import { nearestWord } from '../../core/message/nearest-word.ts'
import type { Person } from '../../core/people/person.ts'
import { peopleByEmail } from '../../store/people.ts'
import { allPrograms, type StoredProgram } from '../../store/programs.ts'
import { listedEmails } from '../../store/roster.ts'
import type { Scope } from '../../store/scope.ts'

/** `needsReason`: the same with a reason would do it. */
export interface PairRefusal {
  readonly ok: false
  readonly problems: readonly string[]
  readonly needsReason: boolean
}

export interface FoundTwo {
  readonly stored: StoredProgram
  readonly mentor: Person
  readonly mentee: Person
}

/** The program and the two, or which of them cannot be found, with the nearest that can. */
export async function findTwo(
  scope: Scope,
  wanted: { readonly program: string; readonly mentor: string; readonly mentee: string },
): Promise<FoundTwo | PairRefusal> {
  const programs = await allPrograms(scope)
  const stored = programs.find(({ id, program }) => id === wanted.program || program.slug === wanted.program)
  if (!stored) {
    const slugs = programs.map(({ program }) => program.slug)
    return refused([`There is no program “${wanted.program}”${didYouMean(wanted.program, slugs)}`])
  }
  const emails = [wanted.mentor, wanted.mentee].map((email) => email.trim().toLowerCase())
  const people = new Map((await peopleByEmail(scope, emails)).map((person) => [person.email, person]))
  const [mentor, mentee] = emails.map((email) => people.get(email))
  if (mentor && mentee) return { stored, mentor, mentee }
  const known = await listedEmails(scope)
  const unknown = [...new Set(emails)].filter((email) => !people.has(email))
  return refused(unknown.map((email) => `Nobody has the address ${email}${didYouMean(email, known)}`))
}

function didYouMean(written: string, known: readonly string[]): string {
  const meant = nearestWord(written, known)
  return meant === undefined ? '' : `: did you mean ${meant}?`
}

export function refused(problems: readonly string[]): PairRefusal {
  return { ok: false, problems, needsReason: false }
}
