import { randomUUID } from 'node:crypto'
import { createIntentHandler } from '../app/handle-intent.ts'
import type { Person } from '../core/people/person.ts'
import type { Member } from '../ports/directory.ts'
import { slackTeam } from './hospital.ts'
import type { Recorder } from './recorder.ts'
import { optionsOf } from './scene-pair.ts'

/** Strangers, newcomers, invitations, notices, hours, breaks, leaving. */
export async function playJoining(play: Recorder): Promise<void> {
  await playStrangers(play)
  await playNewcomer(play)
  await playInvitations(play)
  await playHours(play)
  await playWords(play)
}

async function playStrangers({ hospital, keep, sent, cast }: Recorder): Promise<void> {
  const { world } = hospital
  const handler = createIntentHandler(world)
  let member: Member | undefined
  world.directories.slack = {
    platform: 'slack',
    member: () => Promise.resolve(member),
    findByEmail: () => Promise.resolve(undefined),
    channel: () => Promise.resolve(undefined),
    doNotDisturb: () => Promise.resolve(new Map()),
  }
  const knock = async (name: string, workspace = slackTeam) => {
    const account = { platform: 'slack', workspace, user: `U${randomUUID().slice(0, 8)}` } as const
    const deed = { kind: 'submit', verb: 'goal.save', values: { title: cast.words } } as const
    const outcome = await handler.handle({ key: randomUUID(), account, place: { kind: 'personal' }, ...deed })
    if (outcome.kind === 'show') keep(name, outcome.message)
  }

  await knock('strangers: another workspace', 'T0ELSEWHERE')
  await knock('strangers: from elsewhere')
  member = { standing: 'guest' }
  await knock('strangers: a guest')
  member = { standing: 'full', email: 'nobody@example.org' }
  await knock('strangers: not in the roster')
  delete world.directories.slack
  await knock('strangers: cannot ask')

  const known = await hospital.person({ platform: 'teams', name: cast.mentee, email: 'both@example.org' })
  world.directories.slack = {
    platform: 'slack',
    member: () => Promise.resolve({ standing: 'full', email: known.email }),
    findByEmail: () => Promise.resolve(undefined),
    channel: () => Promise.resolve(undefined),
    doNotDisturb: () => Promise.resolve(new Map()),
  }
  await knock('accounts: a second one')
  await sent('accounts')
  delete world.directories.slack
  const failed = handler.apologise({
    key: '',
    account: { platform: 'slack', workspace: slackTeam, user: 'U' },
    place: { kind: 'personal' },
    kind: 'say',
    text: cast.words,
    message: '',
  })
  if (failed.kind === 'show') keep('failed: nothing was stored', failed.message)
}

async function playNewcomer(play: Recorder): Promise<void> {
  const { hospital, cast } = play
  const newcomer = await hospital.person({ name: cast.mentee })
  await play.command('newcomer: overview', newcomer, '')
  await play.press('newcomer: overview: more', newcomer, 'overview.more')
  await play.command('newcomer: join, nothing there', newcomer, 'join')
  await play.command('newcomer: leave', newcomer, 'leave')
  await play.command('newcomer: pause', newcomer, 'pause')
  await play.command('newcomer: privacy', newcomer, 'privacy')
  for (const words of ['checkin', 'goal', 'progress 50%', 'met', 'progress'])
    await play.command(`newcomer: ${words}`, newcomer, words)
  await hospital.program({ name: cast.program, join: 'open', routes: cast.routes })
  const overview = await play.command('newcomer: overview, one to join', newcomer, '')
  const form = await play.command('newcomer: join', newcomer, 'join')
  await play.fill('newcomer: join without a role', newcomer, { form, values: {} })
  await play.fill('newcomer: joined', newcomer, { form, values: { role: 'both' } })
  for (const _ of ['one', 'another']) await hospital.program({ name: cast.program, join: 'open' })
  const several = await play.command('newcomer: join, two to choose from', newcomer, 'join')
  await play.fill('newcomer: joined one of two', newcomer, {
    form: several,
    values: { role: 'mentor', program: optionsOf(several, 'program')[0] ?? '' },
  })
  await play.tap('newcomer: join by the old button', newcomer, {
    shown: overview,
    verb: 'command.run',
    about: 'join',
  })
  await play.command('newcomer: overview, waiting for a pair', newcomer, '')
}

async function playInvitations(play: Recorder): Promise<void> {
  const { hospital, cast } = play
  const { id: career } = await hospital.program({ name: cast.program, routes: cast.routes })
  const { id: required } = await hospital.program({
    name: cast.program,
    type: 'preceptorship-core',
    routes: cast.routes,
  })
  const [invited, declining, nurse, two] = [
    await hospital.person({ name: cast.mentee }),
    await hospital.person({ name: cast.mentee }),
    await hospital.person({ name: cast.mentee }),
    await hospital.person({ name: cast.mentee }),
  ]
  for (const person of [invited, declining, two]) await hospital.enroll(career, person, { state: 'invited' })
  await hospital.enroll(required, nurse, { state: 'invited', role: 'both' })
  await hospital.enroll(required, two, { state: 'invited' })
  await play.command('invited: overview', invited, '')
  await play.command('invited: overview, required', nurse, '')
  await play.beat('invited')

  const notice = await play.latestTo(invited)
  await play.tap('invited: joined by button', invited, { shown: notice, verb: 'program.join' })
  await play.tap('invited: joined again', invited, { shown: notice, verb: 'program.join' })
  await play.tap('invited: not now, too late', invited, { shown: notice, verb: 'program.not-now' })
  const offered = await play.latestTo(declining)
  await play.tap('invited: not now', declining, { shown: offered, verb: 'program.not-now' })
  await play.command('invited: joined after all', declining, 'join')
  await play.tap('invited: understood', nurse, {
    shown: await play.latestTo(nurse),
    verb: 'program.understood',
  })
  await play.command('invited: nothing more to join', nurse, 'join')
  await play.command('required: leave', nurse, 'leave')
  const choice = await play.command('invited: join, which one', two, 'join')
  await play.tap('invited: joined one of two', two, { shown: choice, verb: 'program.join' })
  await play.press('invited: somebody else’s invitation', two, { verb: 'program.join', about: 'nobody' })
  await playBreak(play, invited)
}

async function playBreak(play: Recorder, person: Person): Promise<void> {
  await play.command('break: resume without one', person, 'resume')
  const form = await play.command('break: pause', person, 'pause')
  await play.fill('break: pause until yesterday', person, { form, values: { until: '2027-01-03' } })
  await play.command('break: pause until nonsense', person, 'pause until the cows come home')
  await play.command('break: pause until long ago', person, 'pause until 2020-01-01')
  await play.command('break: paused until', person, 'pause until 2027-03-01')
  await play.command('break: overview', person, '')
  await play.fill('break: paused for good', person, { form, values: {} })
  await play.command('break: overview, for good', person, '')
  await play.command('break: resumed', person, 'resume')
  const leave = await play.command('leaving: form', person, 'leave')
  await play.fill('leaving: left', person, { form: leave, values: {} })
  await play.fill('leaving: sent again', person, { form: leave, values: {} })
}

async function playHours(play: Recorder): Promise<void> {
  const person = await play.hospital.person({ name: play.cast.mentee, leave: ['2027-02-01/2027-02-07'] })
  const form = await play.command('hours: form', person, 'hours')
  const right = { days: ['1', '2'], from: '10:00', to: '18:30', zone: 'Europe/London', leave: '' }
  const wrong = { from: 'noonish', to: '26:00', zone: 'London', leave: play.cast.words.slice(0, 1000) }
  await play.fill('hours: all wrong', person, { form, values: { ...right, ...wrong } })
  await play.fill('hours: no day', person, { form, values: { ...right, days: [] } })
  await play.fill('hours: saved', person, { form, values: right })
}

async function playWords(play: Recorder): Promise<void> {
  const { cast, hospital } = play
  const person = await hospital.person({ name: cast.mentor })
  await play.command('words: help', person, 'help')
  await play.command('words: near a command', person, 'chekin')
  await play.command('words: near another', person, 'helo')
  await play.command('words: far from all', person, cast.words)
  await play.command('words: of a later release', person, 'admin report')
  await play.say('words: nothing was asked', person, cast.words)
  await play.say('words: an identifier', person, 'NHS number 943 476 5919 was here')
  await play.say('words: perhaps an identifier', person, 'She said 9434765919')
  await play.say('words: too long', person, 'word '.repeat(700))
  await play.say('words: hidden signs', person, 'a\u0007b')
  await play.press('words: a button of another release', person, 'plan.open')
}
