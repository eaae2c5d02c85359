import { afterAll, beforeAll, expect, test } from 'vitest'
import { createIntentHandler } from '../../src/app/handle-intent.ts'
import type { Hospital } from '../../src/catalogue/hospital.ts'
import type { Values } from '../../src/core/message/form.ts'
import type { Outcome } from '../../src/core/message/intent.ts'
import type { Person } from '../../src/core/people/person.ts'
import { goalsOfOwner } from '../../src/store/goals.ts'
import { openHospital } from '../support/hospital.ts'

let hospital: Hospital
let mentee: Person

beforeAll(async () => {
  hospital = await openHospital()
  const mentor = await hospital.person()
  mentee = await hospital.person()
  const { id } = await hospital.program()
  await hospital.pair(id, mentor, mentee)
})

afterAll(() => hospital.close())

/** A form is sent in from a window, which keeps its name as long as nobody changes it. */
function send(about: string, values: Values): Promise<Outcome> {
  const [account] = mentee.accounts
  if (!account) throw new Error('there is nobody to send it')
  return createIntentHandler(hospital.world).handle({
    key: 'V1:156772938.1827394',
    account,
    place: { kind: 'personal' },
    kind: 'submit',
    verb: 'goal.save',
    about,
    values,
  })
}

const way = { attainable: 'With the registrar beside me', relevant: 'I want to teach', dueOn: '2027-02-01' }

test('a form put right is stored, though Slack sends it from the same window as the one refused; once, however often', async () => {
  const what = { title: 'Lead a ward round', measure: 'yes-no' }
  const begun = await hospital.as(mentee).submit('goal.begin', undefined, what)
  const about = begun.kind === 'form' ? (begun.form.about ?? '') : ''

  const refused = await send(about, { ...way, dueOn: '2020-01-01' })
  const stored = await send(about, way)
  const again = await send(about, way)

  expect([refused.kind, stored.kind, again.kind]).toEqual(['errors', 'show', 'silence'])
  const goals = await hospital.within((scope) => goalsOfOwner(scope, mentee.id))
  expect(goals.map(({ title }) => title)).toEqual(['Lead a ward round'])
})
