import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { queue } from '../../../src/store/outbox.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
beforeEach(async () => {
  hospital = await openHospital()
})
afterEach(() => hospital.close())

/** A pair with goals, meetings and answers of both. */
async function pairWithAPast() {
  const { id: programId } = await hospital.program()
  const mentor = await hospital.person({ name: 'Marta Novak', platform: 'teams' })
  const mentee = await hospital.person({ name: 'Quentin Quokka', email: 'quentin@example.org' })
  const pair = await hospital.pair(programId, mentor, mentee)
  const other = await hospital.pair(programId, await hospital.person({ name: 'Ola Berg' }), mentee)
  await hospital.as(mentee).submit('meeting.save', pair.id, {
    heldOn: '2027-01-04',
    minutes: '40',
    note: 'We spoke about handovers',
  })
  return { programId, mentor, mentee, pair, other }
}

function dump(): Promise<string> {
  return hospital.within(async ({ tx }) => {
    const tables = await tx.$queryRaw<{ name: string }[]>`
      select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'`
    const rows: string[] = []
    for (const { name } of tables) {
      const found = await tx.$queryRawUnsafe<{ row: string }[]>(`select t::text as row from "${name}" t`)
      rows.push(...found.map(({ row }) => `${name} ${row}`))
    }
    return rows.join('\n')
  })
}

function forget(person: Person) {
  return hospital.as(person).submit('person.forget-save', undefined, { sure: 'yes' })
}

test('who is asked twice and says yes leaves no trace of themselves in the database', async () => {
  const { mentee } = await pairWithAPast()
  const user = mentee.accounts[0]?.user ?? 'nobody'
  const before = await dump()

  await forget(mentee)

  const after = await dump()
  for (const trace of [mentee.id, mentee.email, mentee.name, user]) {
    expect(before).toContain(trace)
    expect(after).not.toContain(trace)
  }
})

test('meetings stay with their day and minutes, without what was noted', async () => {
  const { mentee } = await pairWithAPast()

  await forget(mentee)

  const meetings = await hospital.within(({ tx }) => tx.meeting.findMany())
  expect(meetings).toMatchObject([{ minutes: 40, note: null }])
})

test('the other hears that the pair ended, and nothing else', async () => {
  const { mentee, mentor } = await pairWithAPast()

  await forget(mentee)

  const toMentor = (await hospital.outbox()).filter(({ user }) => user === mentor.accounts[0]?.user).at(-1)
  expect(toMentor?.message.preview).toBe('Your pair has ended')
  expect(wordsIn(toMentor?.message)).not.toMatch(/forg|delet|left/i)
})

test('“no” keeps everything, and so does a command alone', async () => {
  const { mentee } = await pairWithAPast()

  const asked = await hospital.as(mentee).command('forget me')
  const answer = await hospital.as(mentee).submit('person.forget-save', undefined, { sure: 'no' })

  expect(wordsIn(asked)).toContain('for good')
  expect(wordsIn(answer)).toContain('keep everything')
  expect(await dump()).toContain(mentee.id)
})

test('who comes back is a stranger until the staff list names them again', async () => {
  const { mentee } = await pairWithAPast()

  await forget(mentee)
  const answer = await hospital.as(mentee).command('')

  expect(wordsIn(answer)).not.toContain('Ola')
})

test('a second yes from another window finds nobody', async () => {
  const { mentee } = await pairWithAPast()

  await forget(mentee)
  const again = await forget(mentee)

  expect(wordsIn(again)).not.toContain('Quokka')
})

test('the introduction in the two’s own conversation on Slack names a former member instead', async () => {
  const { id: programId } = await hospital.program()
  const mentor = await hospital.person({ name: 'Marta Novak' })
  const mentee = await hospital.person({ name: 'Quentin Quokka' })
  const { id } = await hospital.pair(programId, mentor, mentee)
  const users = [mentor, mentee].map(({ accounts }) => accounts[0]?.user ?? '')
  const { workspace = '' } = mentor.accounts[0] ?? {}
  const key = `pair:${id}:group`
  await hospital.within(async (scope) => {
    const to = { workspace, users }
    const message = {
      preview: 'Hello',
      blocks: [{ kind: 'text', text: 'Marta Novak, Quentin Quokka' }],
    } as const
    await queue(scope, [{ key, platform: 'slack', to, kind: 'send', repeat: 'once', message }])
    await scope.tx.outboxEntry.updateMany({
      where: { key },
      data: { state: 'sent', sentAt: new Date(), receiptChannel: 'G0123456789', receiptMessage: '1.2' },
    })
  })

  await forget(mentee)

  const rows = await hospital.within(({ tx }) =>
    tx.outboxEntry.findMany({ where: { OR: [{ key }, { target: key }] }, orderBy: { kind: 'asc' } }),
  )
  const update = (await hospital.outbox()).find((entry) => entry.key.startsWith(`${key}:`))
  expect(wordsIn(update?.message)).toContain('Here Marta Novak and a former member were introduced')
  expect(rows).toMatchObject([
    { users: [users[0]], body: null, receiptChannel: 'G0123456789', receiptMessage: '1.2' },
    { kind: 'update', channel: 'G0123456789', state: 'ready' },
  ])
  expect(await dump()).not.toContain(users[1])
})
