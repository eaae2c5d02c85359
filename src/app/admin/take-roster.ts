import type { HandedFile } from '../../core/message/handed-file.ts'
import type { Outcome } from '../../core/message/intent.ts'
import type { Message } from '../../core/message/message.ts'
import {
  noRosterFromYou,
  rosterForWhich,
  rosterNotRead,
  rosterRefused,
  rosterTaken,
} from '../../core/people/roster-messages.ts'
import type { StoredProgram } from '../../store/programs.ts'
import { admitRoster } from '../program/admit-roster.ts'
import { programsCoordinatedBy } from '../program/coordinators.ts'
import { importPeople } from '../program/import-people.ts'
import type { Turn } from '../turn.ts'

/**
 * So many take about two of the ten seconds that a transaction may take. While rows are read this process answers
 * nobody else, and Slack waits three seconds.
 */
const MOST_ROWS = 5000

/**
 * A coordinator sent a file in their chat: it is read as a roster and applied, all of it or nothing. Where they
 * coordinate several programs, `turn.rest` (the words sent along with it) names the one it is for. What people have set
 * themselves is kept; the file itself is not.
 */
export async function takeRoster(turn: Turn, file: HandedFile): Promise<Outcome> {
  const { scope, person } = turn
  const programs = await programsCoordinatedBy(scope, person)
  if (programs.length === 0) return show(noRosterFromYou)
  if ('unread' in file) return show(rosterNotRead(file.name, file.unread))
  const stored = programNamed(programs, turn.rest)
  if (!stored) return show(rosterForWhich(programs.map(({ program }) => program)))

  const { rows, errors, ignoredColumns } = admitRoster(file.bytes, MOST_ROWS)
  if (errors.length > 0) return show(rosterRefused(file.name, errors))
  const report = await importPeople(scope, {
    programId: stored.id,
    rows,
    overwrite: false,
    actor: person.id,
  })
  if (!report.applied) return show(rosterRefused(file.name, report.problems))
  return show(rosterTaken(stored.program.name, { ...report, ignoredColumns }))
}

function programNamed(programs: readonly StoredProgram[], words: string): StoredProgram | undefined {
  const named = words.toLowerCase().split(/[^a-z0-9-]+/)
  const meant = programs.filter(({ program }) => named.includes(program.slug))
  if (meant.length === 1) return meant[0]
  return programs.length === 1 ? programs[0] : undefined
}

function show(message: Message): Outcome {
  return { kind: 'show', message }
}
