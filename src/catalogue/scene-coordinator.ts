import { randomUUID } from 'node:crypto'
import { tellGaveUp } from '../app/digest/gave-up.ts'
import { loseWorkspace } from '../app/digest/lose-workspace.ts'
import { asRepeated } from '../core/message/repeated.ts'
import type { Person } from '../core/people/person.ts'
import type { GaveUp } from '../delivery/give-up.ts'
import type { Channel } from '../ports/directory.ts'
import { setNextDigest } from '../store/digest.ts'
import { slackTeam } from './hospital.ts'
import type { Recorder } from './recorder.ts'
import { openNext } from './scene-check-in.ts'
import type { Two } from './scene-pair.ts'

const channel = 'C0DIGEST'

/** The settings of a program whose digest has a channel. */
export const withDigest = {
  digest: { platform: 'slack', channel, weekday: 'monday', at: '08:30' },
}

/** The menu, the digest in every state, nudges, snoozing, rosters. */
export async function playCoordinator(play: Recorder, two: Two): Promise<void> {
  const { mentor, mentee, coordinator } = two
  for (const words of ['admin', 'admin digest', 'admin nudge', 'admin import'])
    await play.command(`nobody’s coordinator: ${words}`, mentee, words)
  await play.command('coordinator: overview', coordinator, '')
  await play.command('coordinator: help', coordinator, 'help')
  await play.command('coordinator: menu', coordinator, 'admin')
  await play.command('coordinator: import', coordinator, 'admin import')
  await play.command('coordinator: digest of a new program', coordinator, 'admin digest')
  await play.command('coordinator: digest here, elsewhere', coordinator, 'admin digest here')
  await play.does('coordinator: digest here', coordinator, {
    kind: 'command',
    words: 'admin digest here',
    place: { kind: 'shared', channel },
  })
  await play.command('coordinator: nobody to nudge', coordinator, 'admin nudge')
  await openNext(play, 'coordinator: opening')
  const open = await play.command('coordinator: whom to nudge', coordinator, 'admin nudge')
  const nudged = await play.tap('coordinator: nudged', coordinator, { shown: open, verb: 'digest.nudge' })
  if (nudged.kind !== 'show') throw new Error('nobody was nudged')
  await play.tap('coordinator: nudged again', coordinator, { shown: open, verb: 'digest.nudge' })
  play.hospital.at({ hours: 40 })
  await play.tap('coordinator: nudged at night', coordinator, { shown: open, verb: 'digest.nudge' })
  await play.sent('coordinator')
  await play.tap('coordinator: a press of somebody else', mentor, { shown: open, verb: 'digest.nudge' })
  await playRosters(play, two)
}

async function playRosters(play: Recorder, { coordinator, mentee, slug }: Two): Promise<void> {
  const { hospital, cast } = play
  const one = csv(
    'email,name,role,shoe_size,graed',
    `new@example.org,"${cast.mentee.replaceAll('"', '')}",mentee,38,4`,
  )
  await hand(play, 'roster: from nobody’s coordinator', { from: mentee, file: one })
  await hand(play, 'roster: taken', { from: coordinator, file: one })
  const bad = Array.from(
    { length: 12 },
    (_, n) => `p${n}@example.org,${cast.mentee.replaceAll(',', ' ')},nurse`,
  )
  await hand(play, 'roster: refused', { from: coordinator, file: csv('email,name,role', ...bad) })
  for (const unread of ['too-large', 'not-csv', 'unreachable'] as const)
    await play.does('roster: not read', coordinator, {
      kind: 'hand-over',
      words: '',
      file: { name: 'staff.xlsx', unread },
    })
  const { program } = await hospital.program({ name: cast.program, coordinators: [coordinator.email] })
  await hand(play, 'roster: for which program', { from: coordinator, file: one })
  await hand(play, 'roster: taken for one of two', { from: coordinator, file: one, words: slug })
  await play.command('coordinator: menu of two programs', coordinator, 'admin')
  await play.command('coordinator: import, two programs', coordinator, 'admin import')
  await play.command('coordinator: which digest', coordinator, 'admin digest')
  await play.command('coordinator: an empty digest', coordinator, `admin digest ${program.slug}`)
}

/** A channel that fits or does not, readers who do not coordinate, a change since last time, and what went wrong. */
export async function playDigest(play: Recorder, two: Two): Promise<void> {
  const { hospital, cast } = play
  const { coordinator, mentor, mentee, programId, slug } = two
  const members = [coordinator, mentor].map(({ accounts }) => accounts[0]?.user ?? '')
  const found: { channel: Channel | undefined } = { channel: undefined }
  hospital.world.directories.slack = {
    platform: 'slack',
    member: (account) =>
      Promise.resolve(account.user === 'U0GUEST' ? undefined : { standing: 'full', name: cast.mentor }),
    findByEmail: () => Promise.resolve(undefined),
    channel: () => Promise.resolve(found.channel),
    doNotDisturb: () => Promise.resolve(new Map()),
  }
  const post = async (name: string, fitting?: Partial<Channel>) => {
    found.channel = fitting && { name: '#mentoring', fitting: true, members, ...fitting }
    await hospital.within((scope) => setNextDigest(scope, programId, scope.now))
    await play.beat(name)
    hospital.at({ days: 7 })
  }
  await post('digest: no channel')
  await post('digest: a public channel', { fitting: false })
  await post('digest: for coordinators alone', { members: members.slice(0, 1) })
  await post('digest: counts only', { members: [...members, 'U0GUEST', 'U0OTHER'] })
  await post('digest: one stranger', { members: [...members.slice(0, 1), 'U0GUEST'] })
  const digest = await play.command('digest: in person', coordinator, `admin digest ${slug}`)
  await play.tap('digest: nudged', coordinator, { shown: digest, verb: 'digest.nudge' })
  await play.tap('digest: snoozed', coordinator, { shown: digest, verb: 'digest.snooze' })
  await play.command('digest: with a pair snoozed', coordinator, `admin digest ${slug}`)
  await play.press('digest: the list', coordinator, { verb: 'digest.list', about: programId })
  await playFailures(play, { programId, mentee })
}

async function playFailures(
  play: Recorder,
  { programId, mentee }: { programId: string; mentee: Person },
): Promise<void> {
  const { hospital } = play
  const gaveUp = async (name: string, what: Partial<GaveUp> & { to: GaveUp['entry']['to']; key: string }) => {
    const { to, key, why = 'gone' } = what
    const entry = { id: randomUUID(), organizationId: hospital.organizationId, key, to } as const
    await hospital.within((scope) =>
      tellGaveUp(scope, { entry: { ...entry, platform: 'slack', kind: 'send' }, why, code: 'x' }),
    )
    await play.sent(name)
  }
  const person = { workspace: slackTeam, user: mentee.accounts[0]?.user ?? '' }
  await gaveUp('gave up: a person', { to: person, key: 'nudge:1' })
  await hospital.within(({ tx }) => tx.outboxEntry.deleteMany({ where: { key: { startsWith: 'gave-up' } } }))
  await gaveUp('gave up: a person refused', { to: person, key: 'nudge:2', why: 'forbidden' })
  const place = { workspace: slackTeam, channel }
  await gaveUp('gave up: a digest', { to: place, key: `digest:${programId}:1` })
  await gaveUp('gave up: a digest of unknown fate', {
    to: place,
    key: `digest:${programId}:2`,
    why: 'unknown-fate',
  })
  await hospital.within((scope) => loseWorkspace(scope, { platform: 'slack', id: slackTeam }))
  await play.sent('gave up: a workspace')
  const posted = (await hospital.outbox()).find((entry) => entry.channel === channel)
  if (posted) play.keep('repeated: a digest', asRepeated(posted.message))
}

/** So many pairs that need attention that they do not fit one screen, and people waiting for a pair. */
export async function playManyPairs(play: Recorder): Promise<void> {
  const { hospital, cast } = play
  const coordinator = await hospital.person({ name: cast.coordinator })
  const { id, program } = await hospital.program({ name: cast.program, coordinators: [coordinator.email] })
  for (let pair = 0; pair < 17; pair += 1) {
    const mentor = await hospital.person({ name: cast.mentor })
    const close = pair === 0 ? { managerEmail: coordinator.email } : {}
    const mentee = await hospital.person({ name: cast.mentee, ...close })
    await hospital.pair(id, mentor, mentee)
  }
  for (const state of [
    'active',
    'paused',
    'invited',
    'active',
    'active',
    'active',
    'active',
    'active',
  ] as const)
    await hospital.enroll(id, await hospital.person({ name: cast.mentee }), { state })
  await hospital.enroll(id, await hospital.person({ name: cast.mentee, platform: 'none' }))
  hospital.at({ days: 30 })
  await play.command('many: digest', coordinator, 'admin digest')
  await play.press('many: the list', coordinator, { verb: 'digest.list', about: id })
  await play.press('many: the end of the list', coordinator, { verb: 'digest.list', about: `${id}:15` })
  await play.press('many: a list of somebody else', coordinator, { verb: 'digest.list', about: 'nothing' })
  await play.command('many: overview', coordinator, '')
  if (program.slug === '') throw new Error('a program has a slug')
}

function csv(...lines: string[]): Uint8Array {
  return new TextEncoder().encode(lines.join('\r\n'))
}

async function hand(
  play: Recorder,
  name: string,
  { from, file, words = '' }: { from: Person; file: Uint8Array; words?: string },
): Promise<void> {
  await play.does(name, from, { kind: 'hand-over', words, file: { name: 'staff.csv', bytes: file } })
}
