import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import { openCasesOf } from '../../../src/store/help-cases.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital

beforeAll(async () => {
  hospital = await openHospital('2027-01-08T10:00:00Z')
})
afterAll(() => hospital.close())

test('what is added once no coordinator can read it any more is not kept, and comes back with the other ways', async () => {
  const coordinator = await hospital.person({ email: 'cora@example.org' })
  const priya = await hospital.person()
  const routes = { patient_safety: 'Ring 5555' }
  const { id } = await hospital.program({ coordinators: [coordinator.email], routes })
  const pair = await hospital.pair(id, await hospital.person(), priya)
  await hospital.as(priya).submit('help.save', pair.id, { words: 'My rota', urgent: 'no' })
  const [request] = await hospital.within((scope) => openCasesOf(scope, priya.id))
  await hospital.within(({ tx }) =>
    tx.person.update({ where: { id: priya.id }, data: { managerEmail: coordinator.email } }),
  )

  const said = await hospital.as(priya).submit('help.add-save', request?.id, { words: 'And the nights' })

  const [after] = await hospital.within((scope) => openCasesOf(scope, priya.id))
  expect(said).toMatchObject({ holdsTyped: true })
  expect(wordsIn(said)).toContain('And the nights')
  expect(wordsIn(said)).toContain('Ring 5555')
  expect(after?.words).toEqual(['My rota'])
})
