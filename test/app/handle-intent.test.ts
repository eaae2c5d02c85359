import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Acting, Hospital } from '../../src/catalogue/hospital.ts'
import { fieldsOf } from '../../src/core/message/check-values.ts'
import type { Values } from '../../src/core/message/form.ts'
import { openHospital, wordsIn } from '../support/hospital.ts'

let hospital: Hospital
let mia: Acting

beforeAll(async () => {
  hospital = await openHospital()
  const mentor = await hospital.person({ name: 'Sam Okafor' })
  const mentee = await hospital.person({ name: 'Mia Stone' })
  const { id } = await hospital.program()
  await hospital.pair(id, mentor, mentee)
  mia = hospital.as(mentee)
})

afterAll(() => hospital.close())

test('unknown words that hold a patient’s number are refused like any other, and never repeated', async () => {
  const words = wordsIn(await mia.command('foo the NHS number is 943 476 5919'))

  expect(words).not.toContain('943 476 5919')
  expect(words).toContain('943 ••• ••19')
})

test('a command that cannot be taken comes back whole, because Slack shows it no more', async () => {
  const long = `progres 2 60% ${'drafted the protocol with Sam, '.repeat(6)}at last`
  const tooLong = `progress 2 60% ${'word '.repeat(700)}end`

  expect(wordsIn(await mia.command(long))).toContain(long)
  expect(wordsIn(await mia.command('ask who covers the bay on Friday'))).toContain(
    'who covers the bay on Friday',
  )
  expect(wordsIn(await mia.command(tooLong))).toContain(tooLong)
  expect(wordsIn(await mia.command('pause until 32 March'))).toContain('pause until 32 March')
})

test('what stands in full in the answer already is not repeated under it', async () => {
  expect(wordsIn(await mia.command('progres'))).not.toContain('Nothing was stored')
  expect(wordsIn(await mia.command('profile'))).not.toContain('Nothing was stored')
})

test('a misspelt command in the personal chat gets the nearest suggestion, with what else it could be', async () => {
  const misspelt = wordsIn(await mia.say('progres 2 60%'))
  const smallTalk = wordsIn(await mia.say('what a shift that was'))

  expect(misspelt).toMatch(/Did you mean \s*progress/)
  expect(misspelt).toContain('What can you do?')
  expect(smallTalk).not.toContain('Did you mean')
})

test('the menu of coordinators is among the words that are suggested', async () => {
  expect(wordsIn(await mia.command('admn'))).toMatch(/Did you mean \s*admin/)
})

test('who says “join us for lunch” to the bot has not joined, and is asked what they meant', async () => {
  const invited = await hospital.person()
  const { id } = await hospital.program({ name: 'Peer support' })
  await hospital.enroll(id, invited, { state: 'invited' })

  const words = wordsIn(await hospital.as(invited).say('join us for lunch'))

  expect(words).toMatch(/Did you mean \s*join/)
  expect(wordsIn(await hospital.as(invited).home())).toContain('You are invited to Peer support')
})

test('what was written at a question that is not asked any more comes back, beside what was stored', async () => {
  const outcome = await mia.submit('person.hours-save', undefined, {
    ...(await hoursAsTheyStand()),
    removed: 'Words that would be lost otherwise',
  })

  expect(outcome).toMatchObject({ kind: 'show', holdsTyped: true })
  expect(wordsIn(outcome)).toContain('Words that would be lost otherwise')
})

test('an `about` that somebody has made up is answered in a sentence, be it a byte that no row can hold', async () => {
  expect(wordsIn(await mia.press('goal.show', '\u0000'))).toContain('goal')
  expect(wordsIn(await mia.press('goal.show', 'x\u0000y'))).toContain('not open any more')
})

async function hoursAsTheyStand(): Promise<Values> {
  const asked = await mia.command('hours')
  if (asked.kind !== 'form') throw new Error('the form did not open')
  return Object.fromEntries(
    fieldsOf(asked.form).flatMap((field) => {
      const value = field.kind === 'choices' ? field.values : field.value
      return value === undefined ? [] : [[field.name, value]]
    }),
  )
}
