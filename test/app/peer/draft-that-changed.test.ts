import { setTimeout as later } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Outcome } from '../../../src/core/message/intent.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { changeEnrollment } from '../../../src/store/enrollments.ts'
import { activePairsOf } from '../../../src/store/pairs.ts'
import { lockPerson } from '../../../src/store/people.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
let coordinator: Person
let programId: string

beforeEach(async () => {
  hospital = await openHospital()
  coordinator = await hospital.person({ name: 'Amira Haddad', email: 'amira@example.org' })
  const program = await hospital.program({
    type: 'peer',
    coordinators: ['amira@example.org'],
    cadence: { every: 'round', weekday: 'tuesday', at: '09:00' },
  })
  programId = program.id
})

afterEach(() => hospital.close())

test('whoever leaves while a round is published is in no group of it', async () => {
  const [ann, place] = await join('Ann Lee')
  for (const name of ['Bo Li', 'Cy Da', 'Di Fo']) await join(name)
  const draft = await press(await hospital.as(coordinator).command('admin match'), 'peer.propose')
  const asked = await press(draft, 'peer.publish')
  const [begun, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const leaving = hospital.within(async (scope) => {
    await lockPerson(scope, ann.id)
    await changeEnrollment(scope, place, { state: 'left' })
    begun.resolve()
    await end.promise
  })
  await begun.promise

  const publishing = press(asked, 'peer.publish-now')
  await Promise.race([publishing, later(1_000)])
  end.resolve()
  await leaving

  expect(wordsIn(await publishing)).toContain('Ann Lee has left')
  expect(await hospital.within((scope) => activePairsOf(scope, ann.id))).toEqual([])
})

test('why a draft does not hold is not told of somebody whom the coordinator manages', async () => {
  const [ann] = await join('Ann Lee')
  await join('Bo Li')
  await press(await hospital.as(coordinator).command('admin match'), 'peer.propose')
  await hospital.within(({ tx }) =>
    tx.person.update({
      where: { id: ann.id },
      data: { managerEmail: coordinator.email, profile: { never_with: ['bo@example.org'] } },
    }),
  )

  const now = await hospital.as(coordinator).command('admin match')

  expect(wordsIn(now)).toContain('A group that another coordinator looks at does not hold any more')
  expect(wordsIn(now)).not.toMatch(/Ann Lee|Bo Li|never-with/)
})

async function join(name: string): Promise<[Person, string]> {
  const person = await hospital.person({ name, email: `${name.split(' ')[0]?.toLowerCase()}@example.org` })
  const enrollmentId = await hospital.enroll(programId, person, { role: 'both' })
  await hospital.within((scope) => changeEnrollment(scope, enrollmentId, { noticedAt: scope.now }))
  return [person, enrollmentId]
}

function press(shown: Outcome, verb: string): Promise<Outcome> {
  const blocks = shown.kind === 'show' ? shown.message.blocks : []
  const button = blocks
    .flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
    .find((one) => 'verb' in one && one.verb === verb)
  if (!button || !('verb' in button)) throw new Error(`there is no button ${verb}`)
  return hospital.as(coordinator).press(verb, button.about)
}
