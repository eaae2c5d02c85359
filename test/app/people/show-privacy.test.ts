import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital

beforeAll(async () => {
  hospital = await openHospital()
})
afterAll(() => hospital.close())

test('privacy says who reads what, the limits, the routes and who coordinates', async () => {
  await hospital.person({ email: 'carla@example.org', name: 'Carla Coord' })
  const [mentor, mentee] = [await hospital.person(), await hospital.person()]
  const { id } = await hospital.program({
    coordinators: ['carla@example.org', 'new@example.org'],
    routes: { speak_up: 'Guardian, 5557' },
  })
  await hospital.pair(id, mentor, mentee)

  const words = wordsIn(await hospital.as(mentee).command('privacy'))

  expect(words).toMatch(/line manager and others: \s*nothing/)
  expect(words).toContain('retention and legal access')
  expect(words).toContain('must be reported')
  expect(words).toContain('Guardian, 5557')
  expect(words).toContain('Carla Coord and new@example.org')
})

test('privacy counts what is kept of the person who asks, and nobody else’s', async () => {
  const [mentor, mentee] = [await hospital.person(), await hospital.person()]
  const { id } = await hospital.program()
  await hospital.pair(id, mentor, mentee)
  await hospital.as(mentee).command('met 30 today')

  const mine = wordsIn(await hospital.as(mentee).command('privacy'))
  const strangers = wordsIn(await hospital.as(await hospital.person()).command('privacy'))

  expect(mine).toMatch(
    /You, the other person in the pair and the coordinator: \s*your pairs \(1\), meetings \(1\)/,
  )
  expect(strangers).not.toContain('meetings (')
})
