import { addPair } from '../../src/app/pair/add-pair.ts'
import { admitProgram } from '../../src/app/program/admit-program.ts'
import { admitRoster } from '../../src/app/program/admit-roster.ts'
import { applyProgram } from '../../src/app/program/apply-program.ts'
import { importPeople } from '../../src/app/program/import-people.ts'
import type { Actor } from './actors.ts'
import type { Stage } from './stage.ts'

export interface Ward {
  readonly programId: string
  readonly slug: string
}

/** A program and its people, each from a file as a coordinator brings it. */
export async function bringIn(
  stage: Pick<Stage, 'within'>,
  given: {
    readonly slug: string
    readonly coordinator: Actor
    readonly mentor: Actor
    readonly mentee: Actor
    readonly digest: { readonly platform: 'slack' | 'teams'; readonly channel: string }
    /** 4 January 2027 where it is not given. */
    readonly startsOn?: string
    /** Further lines of the program's file. */
    readonly more?: readonly string[]
  },
): Promise<Ward> {
  const { slug, coordinator, mentor, mentee, digest, more = [] } = given
  const program = admitProgram(
    Buffer.from(
      [
        `slug: ${slug}`,
        `name: Program ${slug}`,
        'type: career',
        `starts_on: ${given.startsOn ?? '2027-01-04'}`,
        'time_zone: Europe/London',
        'join: invited',
        'cadence: { every: 2 weeks, weekday: tuesday, at: "09:00" }',
        `coordinators: [${coordinator.email}]`,
        `digest: { platform: ${digest.platform}, channel: "${digest.channel}", weekday: monday, at: "08:30" }`,
        ...more,
      ].join('\n'),
    ),
  )
  if ('problems' in program) throw new Error(JSON.stringify(program.problems))
  const accountOf = ({ platform, id }: Actor) => (platform === 'slack' ? `${id},` : `,${id}`)
  const roster = admitRoster(
    Buffer.from(
      [
        '\uFEFFemail,name,role,contact_from,contact_to,slack_user_id,teams_user_id',
        `${mentor.email},${mentor.name},mentor,09:00,19:00,${accountOf(mentor)}`,
        `${mentee.email},${mentee.name},mentee,13:00,17:00,${accountOf(mentee)}`,
      ].join('\r\n'),
    ),
  )
  if (roster.errors.length > 0) throw new Error(JSON.stringify(roster.errors))
  return await stage.within(async (scope) => {
    const { programId } = await applyProgram(scope, program.program, { actor: 'command line' })
    await importPeople(scope, { programId, rows: roster.rows, overwrite: false, actor: 'command line' })
    return { programId, slug }
  })
}

/** Pairs two by hand. */
export async function pairUp(
  stage: Pick<Stage, 'within'>,
  { slug, mentor, mentee }: { slug: string; mentor: Actor; mentee: Actor },
): Promise<string> {
  const added = await stage.within((scope) =>
    addPair(scope, { program: slug, mentor: mentor.email, mentee: mentee.email, actor: 'command line' }),
  )
  if (!added.ok) throw new Error(added.problems.join('; '))
  return added.pairId
}
