import { afterEach, beforeEach, expect, test } from 'vitest'
import { scheduleFirst } from '../../../src/app/checkin/schedule.ts'
import { beat } from '../../../src/app/heartbeat.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { answer, delivered } from '../../support/answer-form.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
let amira: Person
let lena: Person
let mentee: Person
beforeEach(async () => {
  hospital = await openHospital()
  amira = await hospital.person({ name: 'Amira Haddad' })
  lena = await hospital.person({ name: 'Lena Manager' })
  mentee = await hospital.person({ name: 'Quentin Adeyemi', managerEmail: lena.email })
  const mentor = await hospital.person({ name: 'Marta Novak' })
  const { id, program } = await hospital.program({
    coordinators: [amira.email, lena.email],
    check_in: { script: [{ id: 'rota', kind: 'text', ask: 'How is the rota?', reader: 'coordinator' }] },
  })
  const pair = await hospital.pair(id, mentor, mentee)
  await hospital.within(async (scope) => {
    for (const person of [mentee, mentor]) await scheduleFirst(scope, person, { pair, program })
  })
  hospital.at('2027-01-19T12:00:00Z')
  await beat(hospital.world)
  await delivered(hospital)
  for (const person of [mentee, mentor]) await answerWith(person, { rota: `Nights again, ${person.name}` })
})
afterEach(() => hospital.close())

async function answerWith(person: Person, values: Record<string, string>): Promise<void> {
  const { id } = await hospital.within(({ tx }) =>
    tx.checkIn.findFirstOrThrow({ where: { personId: person.id, openedAt: { not: null } } }),
  )
  await answer(hospital, person, { form: await hospital.as(person).press('checkin.form', id), values })
}

const toldTo = async ({ accounts }: Person) =>
  (await hospital.outbox()).filter(({ key, user }) => key.startsWith('recap:') && user === accounts[0]?.user)

test('a coordinator reads what was written for them, and whose it is', async () => {
  const [told] = (await toldTo(amira)).filter(({ message }) =>
    wordsIn(message).includes('Quentin Adeyemi shared'),
  )

  expect(wordsIn(told?.message)).toContain('Nights again, Quentin Adeyemi')
  expect(wordsIn(told?.message)).toContain('the pair with Marta Novak')
  expect(told?.message.preview).not.toContain('Nights')
})

test('who manages one of the two does not, coordinator or not', async () => {
  expect(await toldTo(lena)).toEqual([])
})

test('taken back, the message says so and holds the words no more', async () => {
  await delivered(hospital)

  await answerWith(mentee, { rota: 'Nights again, Quentin Adeyemi', 'rota.reader': 'only-me' })

  const changed = (await toldTo(amira)).findLast(({ kind }) => kind === 'update')
  expect(wordsIn(changed?.message)).toContain('taken something back')
  expect(wordsIn(changed?.message)).not.toContain('Nights')
})
