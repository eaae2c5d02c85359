import { addPair } from '../../app/pair/add-pair.ts'
import { applyProgram } from '../../app/program/apply-program.ts'
import { importPeople } from '../../app/program/import-people.ts'
import { inOrganization } from '../../app/world.ts'
import type { Running } from '../../serve.ts'
import type { DemoFiles } from '../demo-files.ts'
import type { Flow } from './flow.ts'

/** When people of the demonstration hospital are invited, are paired, and when a visitor comes. */
export const invited = Temporal.Instant.from('2026-12-28T09:00:00Z')
const paired = Temporal.Instant.from('2027-01-04T07:45:00Z')
/** When those join who wait for a pair when a visitor comes. */
export const joinedLater = Temporal.Instant.from('2027-01-15T12:15:00Z')
/** From here on what happens is told. */
export const told = Temporal.Instant.from('2027-01-18T00:00:00Z')
export const arrival = Temporal.Instant.from('2027-01-19T09:04:00Z')

const actor = 'demonstration'

/** Lives through the weeks before a visitor comes: programs, people, invitations, pairs, first check-ins. */
export async function livePast(running: Running, flow: Flow, files: DemoFiles): Promise<void> {
  await bringEverybody(running, files)
  await flow.passTo(invited)
  await flow.liveUntil(paired)
  await flow.passTo(paired)
  await pairEverybody(running, files)
  await flow.settle()
  await flow.liveUntil(arrival)
  await flow.passTo(arrival)
}

/** What a coordinator does in the week before. */
async function bringEverybody(
  { world, organizationId }: Running,
  { programs, rows }: DemoFiles,
): Promise<void> {
  await inOrganization(world, organizationId, async (scope) => {
    for (const program of programs) {
      const { programId } = await applyProgram(scope, program, { actor })
      if (program.join !== 'open') {
        await importPeople(scope, { programId, rows, overwrite: false, actor })
      }
    }
  })
}

/** And on the first day: pairs, by hand. */
async function pairEverybody(
  { world, organizationId }: Running,
  { programs, pairs }: DemoFiles,
): Promise<void> {
  const program = programs[0]?.slug ?? ''
  for (const two of pairs) {
    const added = await inOrganization(world, organizationId, (scope) =>
      addPair(scope, { program, ...two, actor }),
    )
    if (!added.ok) throw new Error(`demo/pairs.csv: ${added.problems.join('; ')}`)
  }
}
