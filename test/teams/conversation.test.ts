import { expect, test } from 'vitest'
import { fromAddress, toAddress, withMemory } from '../../src/teams/conversation.ts'

const amira = { platform: 'teams' as const, workspace: 't1', user: 'u1' }

test('an address is remembered also where the store does not know the account', async () => {
  const addresses = withMemory({
    save: () => Promise.resolve(),
    load: () => Promise.resolve(undefined),
  })

  await addresses.save(amira, 'where she wrote')

  expect(await addresses.load(amira)).toBe('where she wrote')
  expect(await addresses.load({ ...amira, workspace: 't2' })).toBeUndefined()
})

test('what the store knows counts more than what the process remembers', async () => {
  const addresses = withMemory({
    save: () => Promise.resolve(),
    load: () => Promise.resolve('stored by another process'),
  })

  await addresses.save(amira, 'older')

  expect(await addresses.load(amira)).toBe('stored by another process')
})

test('an address survives being stored, and one that cannot be read counts as none', () => {
  const kept = { serviceUrl: 'https://smba.example/teams/', conversation: 'a:1', tenant: 't1', team: '19:g' }

  expect(fromAddress(toAddress(kept))).toEqual(kept)
  expect([fromAddress(undefined), fromAddress('{'), fromAddress('{"serviceUrl":7}')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})
