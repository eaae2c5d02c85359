import type { Account } from '../../core/people/account.ts'
import type { Enrollment } from '../../core/people/enrollment.ts'
import { availabilityOf, type Person } from '../../core/people/person.ts'
import type { Program } from '../../core/program/program.ts'
import { nextFit } from '../../core/time/slot.ts'
import type { Directory } from '../../ports/directory.ts'
import { audit } from '../../store/audit.ts'
import {
  noteNoticed,
  noteSought,
  ownerOf,
  takeUnnoticed,
  toSeek,
  type Unreached,
  withoutAccount,
} from '../../store/invitations.ts'
import { workspacesOf } from '../../store/organizations.ts'
import { type NewEntry, queue } from '../../store/outbox.ts'
import { linkAccount, peopleById } from '../../store/people.ts'
import { allPrograms, programsById } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { makeOfEach } from '../make-of-each.ts'
import { inOrganization, type World } from '../world.ts'
import { toPerson } from '../write-to.ts'
import { noticeMessage } from './notice.ts'
import { isOver } from './taking-part.ts'

/** How many people a heartbeat looks for: a directory answers some twenty questions a minute without complaint. */
const SOUGHT_AT_ONCE = 20
/** Whoever was not found is looked for again a day later. */
const SEEK_AGAIN = Temporal.Duration.from({ hours: 24 })
const BATCH = 200

/**
 * Finds out where people can be written to, and gives everybody who was invited the notice, once: as a message of its
 * own or, where a check-in is coming, with that. Returns how many notices were queued.
 */
export async function invitePeople(world: World, organizationId: string): Promise<number> {
  await seekAccounts(world, organizationId)
  let told = 0
  let after = ''
  for (;;) {
    const { taken, queued } = await inOrganization(world, organizationId, async (scope) => {
      const enrollments = await takeUnnoticed(scope, { after, limit: BATCH })
      return { taken: enrollments, queued: await giveNotice(world, scope, enrollments) }
    })
    told += queued
    if (taken.length < BATCH) return told
    after = taken.at(-1)?.id ?? ''
  }
}

/** People who take part or coordinate and whom the bot cannot write to, by name. */
export async function unreachable(scope: Scope): Promise<{ name: string; email: string }[]> {
  return await withoutAccount(scope, await coordinatorsOf(scope))
}

/** One person is written to at the first moment that suits them; who has none for over a year waits. */
async function giveNotice(world: World, scope: Scope, enrollments: readonly Enrollment[]): Promise<number> {
  const programs = await programsById(scope, [...new Set(enrollments.map(({ programId }) => programId))])
  const people = await peopleById(scope, [...new Set(enrollments.map(({ personId }) => personId))])
  const notices = makeOfEach(world, enrollments, (enrollment) => {
    const program = programs.find(({ id }) => id === enrollment.programId)?.program
    const person = people.find(({ id }) => id === enrollment.personId)
    return program && person ? noticeFor(scope, { enrollment, program, person }) : []
  })
  await noteNoticed(
    scope,
    notices.map(({ id, required }) => ({ id, required })),
  )
  return await queue(
    scope,
    notices.flatMap(({ entries }) => entries),
  )
}

function noticeFor(
  { now }: Scope,
  { enrollment, program, person }: { enrollment: Enrollment; program: Program; person: Person },
): { id: string; required: boolean; entries: NewEntry[] }[] {
  const availability = availabilityOf(person, program.blackouts)
  const after = isOver(program, person, now) ? undefined : nextFit({ instant: now, availability })
  if (!after) return []
  const { id } = enrollment
  const message = noticeMessage({ program, enrollment })
  const entries = toPerson(person, { key: `notice:${id}`, repeat: 'once', after, message })
  return [{ id, required: program.join === 'required', entries }]
}

/** Asks the directories, outside of any transaction, for people without an account. */
async function seekAccounts(world: World, organizationId: string): Promise<void> {
  const directory = world.directories.slack
  if (!directory) return
  const { people, workspaces } = await inOrganization(world, organizationId, async (scope) => ({
    people: await toSeek(scope, {
      coordinators: await coordinatorsOf(scope),
      soughtBefore: scope.now.subtract(SEEK_AGAIN),
      limit: SOUGHT_AT_ONCE,
    }),
    workspaces: (await workspacesOf(scope.tx, organizationId)).filter(({ platform }) => platform === 'slack'),
  }))
  if (people.length === 0 || workspaces.length === 0) return
  const ids = workspaces.map(({ id }) => id)
  for (const person of people) {
    const account = await find(world, { directory, workspaces: ids }, person)
    if (account === 'cannot-ask') return
    await inOrganization(world, organizationId, (scope) => noteFound(scope, person, account))
  }
}

async function find(
  world: World,
  { directory, workspaces }: { directory: Directory; workspaces: readonly string[] },
  { email }: Unreached,
): Promise<Account | undefined | 'cannot-ask'> {
  try {
    for (const workspace of workspaces) {
      const account = await directory.findByEmail(workspace, email)
      if (account) return account
    }
    return undefined
  } catch (fault) {
    world.log.warn({ err: fault }, 'the directory did not answer')
    return 'cannot-ask'
  }
}

/** An account belongs to one person for ever: one that is somebody else's already is left where it is. */
async function noteFound(scope: Scope, person: Unreached, account: Account | undefined): Promise<void> {
  await noteSought(scope, [person.id])
  if (!account || (await ownerOf(scope, account)) !== undefined) return
  await linkAccount(scope, { personId: person.id, account })
  await audit(scope, {
    actor: 'rounds',
    action: 'account.link',
    subject: person.id,
    details: { platform: account.platform },
  })
}

async function coordinatorsOf(scope: Scope): Promise<string[]> {
  return (await allPrograms(scope)).flatMap(({ program }) => program.coordinators)
}
