import { randomUUID } from 'node:crypto'
import type { Program } from '../core/program/program.ts'
import type { Prisma } from './generated/client.ts'
import { fromInstant, toInstant } from './instants.ts'
import type { Scope } from './scope.ts'

/** A program as it stands in an organization. */
export interface StoredProgram {
  readonly id: string
  readonly program: Program
  readonly nextDigestAt?: Temporal.Instant
  /** When pairs of a run were first published. */
  readonly publishedAt?: Temporal.Instant
}

export async function programBySlug(scope: Scope, slug: string): Promise<StoredProgram | undefined> {
  const [found] = await findPrograms(scope, { slug })
  return found
}

export async function programsById(scope: Scope, ids: readonly string[]): Promise<StoredProgram[]> {
  return ids.length === 0 ? [] : await findPrograms(scope, { id: { in: [...ids] } })
}

export function allPrograms(scope: Scope): Promise<StoredProgram[]> {
  return findPrograms(scope, {})
}

/** Creates the program or replaces what is set in it; its people and pairs stay as they are. */
export async function saveProgram(
  scope: Scope,
  saved: { program: Program; nextDigestAt: Temporal.Instant | undefined },
): Promise<string> {
  const { organizationId } = scope
  const { slug } = saved.program
  const settings: Prisma.InputJsonValue = JSON.parse(JSON.stringify(saved.program))
  const nextDigestAt = saved.nextDigestAt ? fromInstant(saved.nextDigestAt) : null
  const { id } = await scope.tx.program.upsert({
    where: { organizationId_slug: { organizationId, slug } },
    create: { id: randomUUID(), organizationId, slug, settings, nextDigestAt },
    update: { settings, nextDigestAt },
    select: { id: true },
  })
  return id
}

/** Pairs of a run are published; the first time counts. */
export async function notePublished(scope: Scope, id: string): Promise<void> {
  await scope.tx.program.updateMany({
    where: { id, organizationId: scope.organizationId, publishedAt: null },
    data: { publishedAt: fromInstant(scope.now) },
  })
}

async function findPrograms(scope: Scope, where: Prisma.ProgramWhereInput): Promise<StoredProgram[]> {
  const rows = await scope.tx.program.findMany({
    where: { ...where, organizationId: scope.organizationId },
    orderBy: { slug: 'asc' },
  })
  return rows.map((row) => ({
    id: row.id,
    program: revive(row.settings as unknown as WrittenProgram),
    ...(row.nextDigestAt && { nextDigestAt: toInstant(row.nextDigestAt) }),
    ...(row.publishedAt && { publishedAt: toInstant(row.publishedAt) }),
  }))
}

/** A program as JSON has it: dates are ISO text. */
type WrittenProgram = Omit<Program, 'startsOn' | 'endsOn' | 'blackouts' | 'meetings'> & {
  /** Missing in programs that were applied before meetings could be required. */
  meetings?: Program['meetings']
  startsOn: string
  endsOn?: string
  blackouts: { from: string; to: string }[]
}

/** What programs that an earlier release stored do not say. */
const absentBefore: Pick<Program, 'evaluation' | 'briefing' | 'orientation' | 'resources'> = {
  evaluation: { middle: true, end: true, ratings: [] },
  briefing: { required: false },
  orientation: 'default',
  resources: [],
}

function revive({ startsOn, endsOn, blackouts, meetings, ...rest }: WrittenProgram): Program {
  const date = Temporal.PlainDate.from
  return {
    ...absentBefore,
    ...rest,
    startsOn: date(startsOn),
    ...(endsOn !== undefined && { endsOn: date(endsOn) }),
    meetings: meetings ?? [],
    blackouts: blackouts.map(({ from, to }) => ({ from: date(from), to: date(to) })),
  }
}
