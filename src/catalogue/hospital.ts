import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { createIntentHandler } from '../app/handle-intent.ts'
import { inOrganization, type World } from '../app/world.ts'
import type { Values } from '../core/message/form.ts'
import type { HandedFile } from '../core/message/handed-file.ts'
import type { Deed, Outcome, Place } from '../core/message/intent.ts'
import type { Message } from '../core/message/message.ts'
import type { Pair } from '../core/pair/pair.ts'
import type { Account, Platform } from '../core/people/account.ts'
import type { EnrollmentState, Role } from '../core/people/enrollment.ts'
import type { Person } from '../core/people/person.ts'
import { parseProgram } from '../core/program/parse-program.ts'
import type { Program } from '../core/program/program.ts'
import { openStore } from '../store/database.ts'
import { enroll } from '../store/enrollments.ts'
import { ensureOrganization } from '../store/organizations.ts'
import { createPair } from '../store/pairs.ts'
import { linkAccount, personById } from '../store/people.ts'
import { saveProgram } from '../store/programs.ts'
import type { Scope } from '../store/scope.ts'
import { createSeal } from '../store/sealed.ts'
import { createDirectMatcher } from './direct-matcher.ts'

export const slackTeam = 'T0HOSPITAL'
export const teamsTenant = '11111111-2222-3333-4444-555555555555'

/** A migrated, empty database of its own. */
export interface Database {
  readonly url: string
  drop(): Promise<void>
}

/** A hospital with one organization on both platforms, a clock that stands still, and no network. */
export interface Hospital {
  readonly world: World
  readonly organizationId: string
  readonly url: string
  /** Sets the clock: an instant, or how far to move on. */
  at(moment: string | { days?: number; hours?: number; minutes?: number }): void
  /** Runs work in a transaction of the organization. */
  within<Result>(work: (scope: Scope) => Promise<Result>): Promise<Result>
  person(given?: Partial<PersonGiven>): Promise<Person>
  program(given?: Record<string, unknown>): Promise<{ id: string; program: Program }>
  enroll(programId: string, person: Person, how?: { role?: Role; state?: EnrollmentState }): Promise<string>
  /** Two active people in the program, paired; their check-ins are not planned. */
  pair(programId: string, mentor: Person, mentee: Person): Promise<Pair>
  as(person: Person): Acting
  /** Messages in the outbox, oldest first, opened. */
  outbox(): Promise<Queued[]>
  close(): Promise<void>
}

interface PersonGiven {
  name: string
  email: string
  platform: Platform | 'both' | 'none'
  zone: string
  contact: { days: number[]; from: string; to: string }
  leave: string[]
  managerEmail: string
  /** Columns of the staff list, by name. */
  profile: Record<string, string | number | string[]>
}

export interface Queued {
  readonly key: string
  readonly user: string | null
  readonly channel: string | null
  readonly kind: string
  readonly target: string | null
  readonly message: Message
}

/** What a person does; each call is a deed of its own unless a key is given. */
export interface Acting {
  command(words: string, more?: Partial<Sent>): Promise<Outcome>
  say(text: string, more?: Partial<Sent>): Promise<Outcome>
  edit(message: string, text: string): Promise<Outcome>
  unsay(message: string): Promise<Outcome>
  press(verb: string, about?: string, more?: Partial<Sent>): Promise<Outcome>
  submit(verb: string, about: string | undefined, values: Values): Promise<Outcome>
  handOver(file: HandedFile, words?: string, more?: Partial<Sent>): Promise<Outcome>
  home(): Promise<Outcome>
}

interface Sent {
  readonly key: string
  readonly message: string
  readonly place: Place
}

/** Opens it on a database that is migrated and empty; `drop` is called once it is closed. */
export async function openHospital(database: Database, start = '2027-01-04T09:00:00Z'): Promise<Hospital> {
  const store = openStore(database.url, createSeal([{ id: 'test', key: Buffer.alloc(32, 7) }]))
  let now = Temporal.Instant.from(start)
  const matcher = createDirectMatcher()
  const world: World = { store, now: () => now, directories: {}, log: pino({ level: 'silent' }), matcher }
  const handler = createIntentHandler(world)
  const organizationId = await store.transaction((tx) =>
    ensureOrganization(tx, {
      slug: 'default',
      workspaces: [
        { platform: 'slack', id: slackTeam },
        { platform: 'teams', id: teamsTenant },
      ],
    }),
  )
  const within = <Result>(work: (scope: Scope) => Promise<Result>) =>
    inOrganization(world, organizationId, work)

  return {
    world,
    organizationId,
    url: database.url,
    within,
    at: (moment) => {
      now = typeof moment === 'string' ? Temporal.Instant.from(moment) : later(now, moment)
    },
    person: (given = {}) => within((scope) => addPerson(scope, given)),
    program: (given = {}) => within((scope) => addProgram(scope, given)),
    enroll: (programId, { id: personId }, how) =>
      within((scope) => enroll(scope, { programId, personId, role: 'mentee', state: 'active', ...how })),
    pair: (programId, mentor, mentee) =>
      within(async (scope) => {
        await enrollOnce(scope, programId, { personId: mentor.id, role: 'mentor' })
        await enrollOnce(scope, programId, { personId: mentee.id, role: 'mentee' })
        const startedOn = scope.now.toZonedDateTimeISO('UTC').toPlainDate()
        return createPair(scope, { programId, mentorId: mentor.id, menteeId: mentee.id, startedOn })
      }),
    as: (person) =>
      acting(person, (account, deed, more) => {
        const place: Place = more?.place ?? { kind: deed.kind === 'open-home' ? 'home' : 'personal' }
        return handler.handle({ key: more?.key ?? randomUUID(), account, place, locale: 'en-GB', ...deed })
      }),
    outbox: () => within(readOutbox),
    close: async () => {
      await store.close()
      await database.drop()
    },
  }
}

function later(now: Temporal.Instant, { days = 0, hours = 0, minutes = 0 }): Temporal.Instant {
  return now.add({ hours: days * 24 + hours, minutes })
}

async function addPerson(scope: Scope, given: Partial<PersonGiven>): Promise<Person> {
  const id = randomUUID()
  const short = id.slice(0, 8)
  const contact = given.contact ?? { days: [1, 2, 3, 4, 5], from: '09:00', to: '19:00' }
  await scope.tx.person.create({
    data: {
      id,
      organizationId: scope.organizationId,
      email: given.email ?? `${short}@example.org`,
      name: given.name ?? `Person ${short}`,
      timeZone: given.zone ?? 'Europe/London',
      contactDays: contact.days,
      contactFrom: contact.from,
      contactTo: contact.to,
      leave: given.leave ?? [],
      managerEmail: given.managerEmail ?? null,
      profile: given.profile ?? {},
    },
  })
  for (const account of accountsOf(given.platform ?? 'slack', short)) {
    await linkAccount(scope, { personId: id, account })
  }
  const person = await personById(scope, id)
  if (!person) throw new Error('the person was not stored')
  return person
}

function accountsOf(platform: PersonGiven['platform'], short: string): Account[] {
  const slack: Account = { platform: 'slack', workspace: slackTeam, user: `U${short.toUpperCase()}` }
  const teams: Account = {
    platform: 'teams',
    workspace: teamsTenant,
    user: `${short}-0000-4000-8000-000000000000`,
  }
  if (platform === 'none') return []
  if (platform === 'both') return [slack, teams]
  return [platform === 'slack' ? slack : teams]
}

async function addProgram(
  scope: Scope,
  given: Record<string, unknown>,
): Promise<{ id: string; program: Program }> {
  const slug = `program-${randomUUID().slice(0, 8)}`
  const parsed = parseProgram({
    slug,
    name: 'Career mentoring',
    type: 'career',
    starts_on: '2027-01-04',
    cadence: { every: '2 weeks', weekday: 'tuesday', at: '09:00' },
    ...given,
  })
  if (!('program' in parsed)) throw new Error(JSON.stringify(parsed))
  const id = await saveProgram(scope, { program: parsed.program, nextDigestAt: undefined })
  return { id, program: parsed.program }
}

async function enrollOnce(
  scope: Scope,
  programId: string,
  { personId, role }: { personId: string; role: Role },
): Promise<void> {
  const known = await scope.tx.enrollment.findFirst({ where: { programId, personId } })
  if (known) return
  const id = await enroll(scope, { programId, personId, role, state: 'active' })
  await scope.tx.enrollment.update({ where: { id }, data: { noticedAt: new Date(0) } })
}

function acting(
  person: Person,
  send: (account: Account, deed: Deed, more?: Partial<Sent>) => Promise<Outcome>,
): Acting {
  const [account] = person.accounts
  if (!account) throw new Error('a person without an account does nothing')
  return {
    command: (words, more) => send(account, { kind: 'command', words }, more),
    say: (text, more) => send(account, { kind: 'say', text, message: more?.message ?? randomUUID() }, more),
    edit: (message, text) => send(account, { kind: 'edit', message, text }),
    unsay: (message) => send(account, { kind: 'unsay', message }),
    press: (verb, about, more) =>
      send(account, { kind: 'press', verb, ...(about !== undefined && { about }) }, more),
    submit: (verb, about, values) =>
      send(account, { kind: 'submit', verb, values, ...(about !== undefined && { about }) }),
    handOver: (file, words = '', more) => send(account, { kind: 'hand-over', file, words }, more),
    home: () => send(account, { kind: 'open-home' }),
  }
}

/** The clock stands still: what was queued at one instant comes in the order in which it was decided and is sent. */
async function readOutbox(scope: Scope): Promise<Queued[]> {
  const found = await scope.tx.outboxEntry.findMany()
  const order = await scope.tx.$queryRaw<{ id: string }[]>`
    select o.id from outbox o left join graphile_worker.jobs job on job.key = o.id
    order by o.created_at, job.created_at nulls first, job.run_at, o.id`
  const byId = new Map(found.map((row) => [row.id, row]))
  const rows = order.flatMap(({ id }) => byId.get(id) ?? [])
  return rows.map((row) => ({
    key: row.key,
    user: row.user,
    channel: row.channel,
    kind: row.kind,
    target: row.target,
    message: JSON.parse(
      row.body ? scope.seal.open(row.body, { table: 'outbox', row: row.id, column: 'body' }) : 'null',
    ),
  }))
}
