import { handleEvent } from '../app/handle-event.ts'
import type { Person } from '../core/people/person.ts'
import { teamsTenant } from './hospital.ts'
import type { Recorder } from './recorder.ts'
import { optionsOf } from './scene-pair.ts'

/** What people say of themselves, whom they would rather not be paired with, their further accounts, and leaving. */
export async function playProfile(play: Recorder): Promise<void> {
  await playForms(play)
  await playOwnList(play)
  await playCodes(play)
  await playFarewell(play)
  await playLost(play)
}

async function playForms(play: Recorder): Promise<void> {
  const { hospital, cast } = play
  const { id } = await hospital.program({ name: cast.program })
  const person = await hospital.person({ name: cast.mentor })
  await play.command('profile: nothing in it', person, 'profile')
  await hospital.enroll(id, person, { role: 'both' })
  const work = await play.press('profile: work', person, 'profile.work')
  const words = cast.words.slice(0, 500)
  const item = cast.words.replace(/[,;]/g, '').slice(0, 120)
  const right = {
    profession: words,
    specialty: words,
    sites: item,
    languages: 'English\nArabic',
    grade: '6,5',
  }
  await play.fill('profile: wrong', person, {
    form: work,
    values: { ...right, registered_on: '2030-01-01', sites: 'x'.repeat(200) },
  })
  await play.fill('profile: long ago', person, { form: work, values: { registered_on: '1900-01-01' } })
  await play.fill('profile: kept', person, { form: work, values: { ...right, registered_on: '2020-09-01' } })
  await play.fill('profile: as before', person, { form: work, values: {} })
  const mentoring = await play.press('profile: mentoring', person, 'profile.mentoring')
  const aims = Array.from({ length: 5 }, (_, at) => `${at} ${words}`.slice(0, 500)).join('\n')
  const offered = Array.from({ length: 7 }, (_, at) => `skill ${at}`).join('\n')
  const own = { aims, skills_sought: item, skills_offered: offered, capacity: '2', contact_style: 'video' }
  await play.fill('profile: too many mentees', person, {
    form: mentoring,
    values: { ...own, capacity: '21' },
  })
  await play.fill('profile: mentoring kept', person, { form: mentoring, values: own })
  await play.press('profile: a part that is not theirs', person, {
    verb: 'profile.missing',
    about: 'manager',
  })
  const profile = {
    contact_style: words,
    aims: Array.from({ length: 20 }, (_, at) => `${at} ${'words '.repeat(80)}`.slice(0, 500)),
  }
  const imported = await hospital.person({ name: cast.mentee, profile })
  await hospital.enroll(id, imported)
  await play.press('profile: too long for a form', imported, 'profile.mentoring')
  const waiting = await hospital.person({ name: cast.mentee, profile: { aims: ['Learn'] } })
  await hospital.enroll(id, waiting)
  await play.command('profile: not complete', waiting, '')
}

async function playOwnList(play: Recorder): Promise<void> {
  const { hospital, cast } = play
  const person = await hospital.person({ name: cast.mentee })
  const other = await hospital.person({ name: cast.mentor })
  const form = await play.press('own list: empty', person, 'profile.apart')
  for (const add of ['Nobody Atall', person.email, cast.mentor])
    await play.fill('own list: not understood', person, { form, values: { add } })
  await play.fill('own list: kept', person, { form, values: { add: other.email } })
  const full = await play.press('own list: as it stands', person, 'profile.apart')
  const many = await Promise.all(Array.from({ length: 21 }, () => hospital.person()))
  const add = many.map(({ email }) => email).join('\n')
  await play.fill('own list: too many', person, { form: full, values: { add } })
  await play.fill('own list: taken off', person, { form: full, values: { off: optionsOf(full, 'off') } })
}

async function playCodes(play: Recorder): Promise<void> {
  const { hospital, cast } = play
  const known = await hospital.person({ name: cast.mentee })
  const stranger = await unknownAccount(play)
  hospital.world.directories.teams = {
    platform: 'teams',
    member: () => Promise.resolve({ standing: 'full' }),
    findByEmail: () => Promise.resolve(undefined),
    channel: () => Promise.resolve(undefined),
    doNotDisturb: () => Promise.resolve(new Map()),
  }
  await play.command('codes: who is that', stranger, 'profile')
  const form = await play.press('codes: I have one', stranger, 'account.code')
  await play.fill('codes: wrong', stranger, { form, values: { code: 'ABCD-EFGH' } })
  const card = await play.command('codes: profile', known, 'profile')
  const given = await play.tap('codes: given', known, { shown: card, verb: 'account.link' })
  const [code = ''] = /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(JSON.stringify(given)) ?? []
  hospital.at({ minutes: 11 })
  await play.fill('codes: over', stranger, { form, values: { code } })
  await play.tap('codes: another', known, { shown: card, verb: 'account.link' })
  for (let tries = 0; tries < 4; tries += 1)
    await play.fill('codes: too often', stranger, { form, values: { code: 'ABCD-EFGH' } })
  const fresh = await play.tap('codes: a third', known, { shown: card, verb: 'account.link' })
  const [good = ''] = /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(JSON.stringify(fresh)) ?? []
  const second = await unknownAccount(play)
  await play.fill('codes: linked', second, { form, values: { code: good } })
  await play.press('codes: known already', second, 'account.code')
  await play.fill('codes: known already, by form', second, { form, values: { code: good } })
  await play.press('codes: nowhere else', second, 'account.link')
  await play.sent('codes')
  delete hospital.world.directories.teams
}

/** Somebody in the tenant whom nobody has linked yet. */
async function unknownAccount({ hospital, cast }: Recorder): Promise<Person> {
  const nobody = await hospital.person({ name: cast.mentee, platform: 'none' })
  const user = `${nobody.id.slice(0, 8)}-0000-4000-9000-000000000000`
  return { ...nobody, accounts: [{ platform: 'teams', workspace: teamsTenant, user }] }
}

async function playFarewell(play: Recorder): Promise<void> {
  const { hospital, cast } = play
  const { id } = await hospital.program({ name: cast.program })
  const people = await Promise.all(
    [cast.mentor, cast.mentee, cast.mentee].map((name) => hospital.person({ name })),
  )
  const [leaver, mentee, alone] = people
  if (!leaver || !mentee || !alone) throw new Error('nobody to leave')
  await hospital.pair(id, leaver, mentee)
  await hospital.enroll(id, alone)
  const ids = [leaver.id, alone.id]
  const day = hospital.world.now().toZonedDateTimeISO('UTC').toPlainDate().add({ days: 10 })
  await hospital.within(({ tx }) =>
    tx.person.updateMany({ where: { id: { in: ids } }, data: { leavesOn: new Date(day.toString()) } }),
  )
  await play.beat('leaving soon')
  hospital.at({ days: 12 })
  await play.beat('left')
}

async function playLost(play: Recorder): Promise<void> {
  const { hospital, cast } = play
  const coordinator = await hospital.person({ name: cast.coordinator })
  const { id } = await hospital.program({ name: cast.program, coordinators: [coordinator.email] })
  const people = await Promise.all(
    [cast.mentor, cast.mentee, cast.mentee].map((name) => hospital.person({ name })),
  )
  const [gone, mentee, alone] = people
  if (!gone || !mentee || !alone) throw new Error('nobody is gone')
  await hospital.pair(id, gone, mentee)
  await hospital.enroll(id, alone)
  for (const { accounts } of [gone, alone]) {
    const [account] = accounts
    if (!account) continue
    const workspace = { platform: account.platform, id: account.workspace }
    await handleEvent(hospital.world, {
      key: account.user,
      kind: 'deactivated',
      user: account.user,
      workspace,
    })
  }
  await play.beat('account gone')
  hospital.at({ days: 8 })
  await play.beat('account gone for good')
}
