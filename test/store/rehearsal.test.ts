import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Hospital } from '../../src/catalogue/hospital.ts'
import type { Store } from '../../src/store/database.ts'
import { ensureOrganization, organizationSlugs } from '../../src/store/organizations.ts'
import { rehearse } from '../../src/store/rehearsal.ts'
import { openHospital } from '../support/hospital.ts'

let hospital: Hospital

beforeAll(async () => {
  hospital = await openHospital()
})

afterAll(() => hospital.close())

function found(store: Store, slug: string): Promise<string> {
  return store.transaction((tx) => ensureOrganization(tx, { slug, workspaces: [] }))
}

test('what is rehearsed is seen by the rehearsal, and gone afterwards', async () => {
  const { store } = hospital.world

  const during = await rehearse(store, async (rehearsed) => {
    await found(rehearsed, 'first')
    await found(rehearsed, 'second')
    return rehearsed.transaction(organizationSlugs)
  })

  expect(during).toEqual(['default', 'first', 'second'])
  expect(await store.transaction(organizationSlugs)).toEqual(['default'])
})

test('a step that fails takes only itself back, also beside others', async () => {
  const { store } = hospital.world

  const during = await rehearse(store, async (rehearsed) => {
    const failing = rehearsed.transaction(async (tx) => {
      await ensureOrganization(tx, { slug: 'failing', workspaces: [] })
      await tx.$executeRaw`select 1 / 0`
    })
    await Promise.allSettled([found(rehearsed, 'before'), failing, found(rehearsed, 'after')])
    return rehearsed.transaction(organizationSlugs)
  })

  expect(during).toEqual(['after', 'before', 'default'])
})

test('a rehearsal that fails says why', async () => {
  const failing = rehearse(hospital.world.store, () => Promise.reject(new Error('no such play')))

  await expect(failing).rejects.toThrow('no such play')
})
