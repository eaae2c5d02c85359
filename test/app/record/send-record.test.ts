import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { handedOutFrom } from '../../../src/store/handed-out-files.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
beforeEach(async () => {
  hospital = await openHospital()
})
afterEach(() => hospital.close())

async function pairWithMeeting() {
  const { id: programId } = await hospital.program()
  const mentor = await hospital.person({ name: 'Marta Novak', platform: 'teams' })
  const mentee = await hospital.person({
    name: 'Quentin <b>Quokka</b>',
    profile: { aims: ['Lead a ward & rest'], capacity: 2 },
  })
  const pair = await hospital.pair(programId, mentor, mentee)
  await hospital.as(mentee).submit('meeting.save', pair.id, {
    heldOn: '2027-01-04',
    minutes: '40',
    note: 'We spoke about <i>handovers</i>',
  })
  return { mentor, mentee }
}

/** The files on their way to somebody, by name. */
async function filesTo(person: Person): Promise<Record<string, string>> {
  const [account] = person.accounts
  if (!account) throw new Error('nobody to send to')
  const mine = (await hospital.outbox()).filter(({ user }) => user === account.user)
  const refs = mine.flatMap(({ message }) =>
    (message?.blocks ?? []).flatMap((block) => (block.kind === 'file' ? [block.file] : [])),
  )
  const { store, now } = hospital.world
  const files = handedOutFrom(store, now)
  const found: [string, string][] = []
  for (const { id, name } of refs) {
    const file = await files.read(id, account)
    if (file.state === 'waiting') found.push([name, Buffer.from(file.content).toString()])
  }
  return Object.fromEntries(found)
}

test('everybody gets their own record, as a page and as data', async () => {
  const { mentee } = await pairWithMeeting()

  const answer = await hospital.as(mentee).command('export')
  const files = await filesTo(mentee)

  expect(wordsIn(answer)).toContain('on its way')
  const record = JSON.parse(files['rounds-record.json'] ?? '')
  const rows = (name: string) => record.parts.find((part: { name: string }) => part.name === name).rows
  expect(rows('meetings')).toEqual([
    { other: 'Marta Novak', held_on: '2027-01-04', minutes: 40, note: 'We spoke about <i>handovers</i>' },
  ])
  expect(rows('person')[0].profile).toEqual({ aims: ['Lead a ward & rest'], capacity: 2 })
  const page = files['rounds-record.html'] ?? ''
  expect(page).toContain('We spoke about &lt;i&gt;handovers&lt;/i&gt;')
  expect(page).not.toMatch(/<i>|<b>|<script/)
})

test('asked twice, it is sent once', async () => {
  const { mentee } = await pairWithMeeting()

  await hospital.as(mentee).command('export')
  const again = await hospital.as(mentee).command('export')

  const sent = (await hospital.outbox()).filter(({ key }) => key.startsWith('record:'))
  expect(sent).toHaveLength(2)
  expect(wordsIn(again)).toContain('within the last hour')
})

test('the other person in the pair finds nothing in theirs that is for its author alone', async () => {
  const { mentor, mentee } = await pairWithMeeting()
  await hospital.as(mentee).submit('reflect.save', 'open', { words: 'quokka alone' })

  await hospital.as(mentor).command('export')
  const files = await filesTo(mentor)

  expect(Object.values(files).join()).toContain('handovers')
  expect(Object.values(files).join()).not.toContain('quokka alone')
})
