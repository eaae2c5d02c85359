import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Form } from '../../../src/core/message/form.ts'
import type { Outcome } from '../../../src/core/message/intent.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { createMeeting } from '../../../src/store/meetings.ts'
import { reflectionsOf } from '../../../src/store/reflections.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
let priya: Person
let pairId: string

beforeAll(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
})
afterAll(() => hospital.close())
beforeEach(async () => {
  const { id } = await hospital.program({ routes: { wellbeing: 'The care line, 5559' } })
  priya = await hospital.person({ name: 'Priya Shah' })
  pairId = (await hospital.pair(id, await hospital.person(), priya)).id
})

const journal = () => hospital.within((scope) => reflectionsOf(scope, priya.id))

function formOf(outcome: Outcome): Form {
  if (outcome.kind !== 'form') throw new Error(JSON.stringify(outcome))
  return outcome.form
}

async function write(moment: string, words: string): Promise<Outcome> {
  const { about } = formOf(await hospital.as(priya).press('reflect.write', moment))
  return hospital.as(priya).submit('reflect.save', about, { what: words })
}

test('what was written is kept with its question, and no message holds it', async () => {
  const said = await write('open', 'I was braver than I thought')

  expect(wordsIn(said)).not.toContain('braver')
  expect(wordsIn(await hospital.outbox())).not.toContain('braver')
  expect(await journal()).toMatchObject([
    {
      moment: 'open',
      parts: [{ ask: 'What is on your mind from the last few days?', text: 'I was braver than I thought' }],
    },
  ])
})

test('what the database holds of it cannot be read there', async () => {
  await write('open', 'I was braver than I thought')

  const rows = await hospital.within(({ tx }) => tx.reflection.findMany({ where: { personId: priya.id } }))
  expect(Buffer.from(rows[0]?.sealed ?? []).toString()).not.toContain('braver')
})

test('the questions are other ones each time', async () => {
  const first = formOf(await hospital.as(priya).press('reflect.write', 'meeting'))
  await write('meeting', 'One')

  const second = formOf(await hospital.as(priya).press('reflect.write', 'meeting'))

  expect(second.parts).not.toEqual(first.parts)
  expect(second.about).not.toBe(first.about)
})

test('after a hard shift the program’s own ways stand in the form and below the answer', async () => {
  const form = formOf(await hospital.as(priya).press('reflect.write', 'hard-shift'))

  expect(wordsIn(form)).toContain('The care line, 5559')
  expect(wordsIn(await write('hard-shift', 'It was a lot'))).toContain('The care line, 5559')
  expect(wordsIn(await write('meeting', 'It was good'))).not.toContain('The care line, 5559')
})

test('what happened last is offered first', async () => {
  const before = await hospital.as(priya).command('reflect')
  await hospital.within((scope) =>
    createMeeting(scope, { pairId, loggedBy: priya.id, heldOn: Temporal.PlainDate.from('2027-01-04') }),
  )

  const after = await hospital.as(priya).command('reflect')

  expect(before).toMatchObject({
    message: { blocks: [{}, { buttons: [{ about: 'open' }, {}, {}, {}] }, {}] },
  })
  expect(after).toMatchObject({
    message: { blocks: [{}, { buttons: [{ about: 'meeting' }, {}, {}, {}] }, {}] },
  })
})

test('words typed in the chat are never taken as a reflection', async () => {
  const form = await hospital.as(priya).command('reflect it was a long and sad week')
  await hospital.as(priya).say('reflect it was a long and sad week')

  expect(form.kind).toBe('form')
  expect(wordsIn(form)).toContain('it was a long and sad week')
  expect(await journal()).toEqual([])
})

test('an empty form is asked about, and nothing is kept', async () => {
  const said = await hospital.as(priya).submit('reflect.save', 'open:0', {})

  expect(said).toMatchObject({ kind: 'errors', errors: { what: expect.stringContaining('a few words') } })
  expect(await journal()).toEqual([])
})

test('the journal is a form, the latest entry first, and one can go back and forth', async () => {
  await write('open', 'The older one')
  hospital.at({ hours: 1 })
  await write('open', 'The newer one')

  const newest = formOf(await hospital.as(priya).press('reflect.journal'))
  const older = formOf(await hospital.as(priya).submit('reflect.turn', newest.about, { to: 'earlier' }))
  const back = formOf(await hospital.as(priya).submit('reflect.turn', older.about, { to: 'later' }))

  expect(wordsIn(newest)).toContain('The newer one')
  expect(wordsIn(older)).toContain('The older one')
  expect(back.about).toBe(newest.about)
})

test('an entry is deleted after a second question, for good and once', async () => {
  await write('open', 'Not for keeps')
  const page = formOf(await hospital.as(priya).command('reflect journal'))

  const second = formOf(await hospital.as(priya).submit('reflect.turn', page.about, { to: 'delete' }))
  const stillThere = (await journal()).length
  await hospital.as(priya).submit('reflect.delete', second.about, {})
  const again = await hospital.as(priya).submit('reflect.delete', second.about, {})

  expect(stillThere).toBe(1)
  expect(await journal()).toEqual([])
  expect(wordsIn(again)).toContain('not in your journal any more')
})

test('somebody else’s entry neither opens nor goes', async () => {
  await write('open', 'Mine alone')
  const [entry] = await journal()
  const stranger = hospital.as(await hospital.person())

  const opened = await stranger.submit('reflect.turn', entry?.id, { to: 'earlier' })
  const deleted = await stranger.submit('reflect.delete', entry?.id, {})

  expect(wordsIn([opened, deleted])).not.toContain('Mine alone')
  expect(await journal()).toHaveLength(1)
})

test('a patient’s number is refused at the field', async () => {
  const said = await hospital.as(priya).submit('reflect.save', 'open:0', { what: 'NHS number 943 476 5919' })

  expect(said.kind).toBe('errors')
  expect(await journal()).toEqual([])
})
