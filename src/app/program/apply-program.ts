import { describeProgramChange } from '../../core/program/change.ts'
import { hasConflict } from '../../core/program/conflict.ts'
import type { Program } from '../../core/program/program.ts'
import { nextWeekly } from '../../core/time/weekly.ts'
import { audit } from '../../store/audit.ts'
import { activePairsOfProgram, lookAtPairs } from '../../store/pairs.ts'
import { peopleByEmail, peopleById } from '../../store/people.ts'
import { programBySlug, type StoredProgram, saveProgram } from '../../store/programs.ts'
import { newPersonId, savePeople } from '../../store/roster.ts'
import type { Scope } from '../../store/scope.ts'
import { moveToNewCadence } from './move-check-ins.ts'

export interface AppliedProgram {
  readonly programId: string
  readonly created: boolean
  /** A line for each thing that changed, in the file's own words; empty where nothing did. */
  readonly changes: readonly string[]
  /** What works, but not as somebody may expect; a sentence each. */
  readonly warnings: readonly string[]
}

/**
 * Creates the program or brings it in line with the file. Coordinators who are not in the staff list yet are put there;
 * check-ins to come move where the cadence, the blackouts or the last day changed. The same file again changes nothing.
 */
export async function applyProgram(
  scope: Scope,
  program: Program,
  { actor }: { actor: string },
): Promise<AppliedProgram> {
  const before = await programBySlug(scope, program.slug)
  const changes = describeProgramChange(before?.program, program)
  const programId =
    before && changes.length === 0 ? before.id : await save(scope, { before, program, actor, changes })
  await addCoordinators(scope, program)
  return { programId, created: !before, changes, warnings: await warningsFor(scope, programId, program) }
}

async function save(
  scope: Scope,
  {
    before,
    program,
    actor,
    changes,
  }: { before: StoredProgram | undefined; program: Program; actor: string; changes: readonly string[] },
): Promise<string> {
  const id = await saveProgram(scope, { program, nextDigestAt: nextDigest(scope, before, program) })
  await audit(scope, {
    actor,
    action: 'program.apply',
    subject: id,
    details: { created: !before, fields: changes.map((line) => line.split(':')[0] ?? '') },
  })
  if (before && courseOf(before.program) !== courseOf(program)) await moveToNewCadence(scope, id)
  if (before && lastDayIn(before.program) !== lastDayIn(program)) await lookAtPairsOf(scope, id)
  return id
}

/** One that stands already stays, also if it is due this minute, unless its time changed. */
function nextDigest(
  scope: Scope,
  before: StoredProgram | undefined,
  program: Program,
): Temporal.Instant | undefined {
  const { digest, timeZone: zone } = program
  if (!digest) return undefined
  if (before?.nextDigestAt && digestTimeOf(before.program) === digestTimeOf(program))
    return before.nextDigestAt
  return nextWeekly({ weekday: digest.weekday, at: digest.at, zone }, scope.now)
}

function digestTimeOf({ digest, timeZone }: Program): string {
  return JSON.stringify([digest?.weekday, digest?.at, timeZone])
}

/** With another last day the next beat looks again what the pairs' calendars bring. */
async function lookAtPairsOf(scope: Scope, programId: string): Promise<void> {
  const pairs = await activePairsOfProgram(scope, programId)
  await lookAtPairs(
    scope,
    pairs.map(({ id }) => id),
    scope.now,
  )
}

function lastDayIn({ endsOn, timeZone }: Program): string {
  return `${endsOn ?? ''} ${timeZone}`
}

/** What decides when check-ins are due. */
function courseOf({ cadence, blackouts, endsOn }: Program): string {
  return JSON.stringify([cadence, blackouts, endsOn])
}

/** The name is made from the address until an import or the person's account gives a better one. */
async function addCoordinators(scope: Scope, program: Program): Promise<void> {
  const known = new Set((await peopleByEmail(scope, program.coordinators)).map(({ email }) => email))
  const missing = program.coordinators.filter((email) => !known.has(email))
  await savePeople(
    scope,
    missing.map((email) => ({
      id: newPersonId(),
      email,
      cells: {
        name: nameFrom(email),
        time_zone: program.timeZone,
        contact_days: [1, 2, 3, 4, 5],
        contact_from: '09:00',
        contact_to: '19:00',
        leave: [],
      },
    })),
  )
}

function nameFrom(email: string): string {
  const [local = email] = email.split('@')
  const words = local.split(/[._+-]+/).filter(Boolean)
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || email
}

async function warningsFor(scope: Scope, programId: string, program: Program): Promise<string[]> {
  if (program.coordinators.length === 0) {
    return ['Nobody coordinates this program: requests and the digest reach nobody.']
  }
  const pairs = await activePairsOfProgram(scope, programId)
  const people = new Map(
    (
      await peopleById(scope, [...new Set(pairs.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))])
    ).map((person) => [person.id, person]),
  )
  return pairs.flatMap(({ mentorId, menteeId }) => {
    const two = [people.get(mentorId), people.get(menteeId)].filter((one) => one !== undefined)
    if (program.coordinators.some((email) => !hasConflict(email, two))) return []
    const names = two.map(({ name }) => name).join(' and ')
    return [
      `Every coordinator is in the pair of ${names}, or manages one of them: nobody sees its row or its requests. Please name another coordinator.`,
    ]
  })
}
