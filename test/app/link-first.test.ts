import { afterEach, beforeEach, expect, test } from 'vitest'
import { createIntentHandler } from '../../src/app/handle-intent.ts'
import type { Hospital } from '../../src/catalogue/hospital.ts'
import type { Account } from '../../src/core/people/account.ts'
import { openHospital, wordsIn } from '../support/hospital.ts'

let hospital: Hospital

beforeEach(async () => {
  hospital = await openHospital()
  await hospital.within((scope) => scope.tx.workspace.deleteMany({ where: { platform: 'teams' } }))
})

afterEach(() => hospital.close())

function say(workspace: string, world = hospital.world) {
  const account: Account = { platform: 'teams', workspace, user: 'somebody' }
  const place = { kind: 'personal' } as const
  return createIntentHandler(world).handle({ key: workspace, account, place, kind: 'command', words: 'help' })
}

test('where no tenant is configured, the first that speaks is taken for the hospital’s, and no other', async () => {
  const world = { ...hospital.world, linksFirst: new Set(['teams'] as const) }

  const first = await say('tenant-1', world)
  const second = await say('tenant-2', world)

  expect(wordsIn(first)).not.toContain('not linked')
  expect(wordsIn(second)).toContain('not linked')
})

test('where a tenant is configured, no other is taken', async () => {
  expect(wordsIn(await say('tenant-1'))).toContain('not linked')
})
