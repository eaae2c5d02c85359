import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Message } from '../../../src/core/message/message.ts'
import type { Pair } from '../../../src/core/pair/pair.ts'
import type { Person } from '../../../src/core/people/person.ts'
import type { Channel, Directory, Member } from '../../../src/ports/directory.ts'
import { setNextDigest } from '../../../src/store/digest.ts'
import { openHospital } from '../../support/hospital.ts'

/** A Monday, half past eight in London. */
export const monday = '2027-02-01T08:30:00Z'
export const channelId = 'C0DIGEST'

/** A hospital with one program, whose coordinator Amira has a private channel for its digest. */
export interface Scene extends Hospital {
  readonly amira: Person
  readonly ola: Person
  readonly priya: Person
  readonly programId: string
  readonly slug: string
  readonly paired: Pair
  /** What the platform says of the channel; `undefined`: there is none. */
  channel: Channel | undefined
  /** What the platform says of accounts nobody here knows. */
  member: Member | undefined
}

/** Opens the scene once for a file; `renew` it before each test. */
export function openStage(): Promise<Hospital> {
  return openHospital('2027-01-04T09:00:00Z')
}

/** As if nobody had ever done anything. */
export async function renew(hospital: Hospital): Promise<Scene> {
  await hospital.within(
    ({ tx }) => tx.$executeRaw`
      truncate people, programs, outbox, audit, published_digests, processed_events,
        graphile_worker._private_jobs, graphile_worker._private_job_queues cascade`,
  )
  hospital.at('2027-01-04T09:00:00Z')
  const unique = hospital.organizationId.slice(0, 8)
  const amira = await hospital.person({ name: 'Amira Haddad', email: `amira-${unique}@example.org` })
  const ola = await hospital.person({ name: 'Ola Berg' })
  const priya = await hospital.person({ name: 'Priya Shah' })
  const { id: programId, program } = await hospital.program({
    coordinators: [amira.email],
    digest: { platform: 'slack', channel: channelId, weekday: 'monday', at: '08:30' },
  })
  const paired = await hospital.pair(programId, ola, priya)
  const scene: Scene = Object.assign(hospital, {
    amira,
    ola,
    priya,
    programId,
    slug: program.slug,
    paired,
    channel: { name: '#mentoring', fitting: true, members: [userOf(amira)] } as Channel | undefined,
    member: undefined as Member | undefined,
  })
  Object.assign(hospital.world.directories, { slack: directoryOf(scene) })
  await hospital.within((scope) => setNextDigest(scope, programId, Temporal.Instant.from(monday)))
  hospital.at(monday)
  return scene
}

export function userOf({ accounts }: Person): string {
  return accounts[0]?.user ?? ''
}

/** The digests in the outbox, oldest first. */
export async function posted(scene: Scene): Promise<Message[]> {
  return (await scene.outbox()).filter(({ channel }) => channel === channelId).map(({ message }) => message)
}

/** What the outbox holds for a person. */
export async function toldTo(scene: Scene, person: Person): Promise<Message[]> {
  return (await scene.outbox()).filter(({ user }) => user === userOf(person)).map(({ message }) => message)
}

function directoryOf(scene: Scene): Directory {
  return {
    platform: 'slack',
    member: () => Promise.resolve(scene.member),
    findByEmail: () => Promise.resolve(undefined),
    channel: (_, channel) => Promise.resolve(channel === channelId ? scene.channel : undefined),
    doNotDisturb: () => Promise.resolve(new Map()),
  }
}
