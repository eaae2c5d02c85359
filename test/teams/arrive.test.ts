import { expect, test } from 'vitest'
import { amira, digests, general, openHospital, showing } from './hospital.ts'

test('who adds the app is welcomed once, and where to write to them is kept', async () => {
  const { teams, deeds, addresses, answers } = await openHospital()
  answers(() => showing('Welcome'))

  await teams.as(amira.id).installs()

  expect(deeds).toMatchObject([{ kind: 'arrive' }, { kind: 'arrive' }])
  expect(deeds[0]?.key).toBe(deeds[1]?.key)
  expect(JSON.parse(addresses.get(amira.id) ?? '')).toEqual({
    serviceUrl: teams.serviceUrl,
    conversation: teams.tenant.personalChat(amira.id).id,
    tenant: teams.tenantId,
  })
})

test('who removes the app counts as gone', async () => {
  const { teams, events } = await openHospital()

  await teams.as(amira.id).uninstalls()

  expect(events).toMatchObject([
    { kind: 'deactivated', user: amira.id, workspace: { platform: 'teams', id: teams.tenantId } },
  ])
})

test('when members of a team change, each of its channels has changed', async () => {
  const { teams, events } = await openHospital()

  await teams.deliver(
    teams.activityOf(amira.id, {
      type: 'conversationUpdate',
      membersAdded: [{ id: '29:somebody' }],
      conversation: { id: general, conversationType: 'channel', isGroup: true, tenantId: teams.tenantId },
      channelData: { tenant: { id: teams.tenantId }, team: { id: general } },
    }),
  )

  expect(events.map((event) => event.kind === 'members-changed' && event.channel)).toContain(digests)
  expect(new Set(events.map((event) => event.key)).size).toBe(events.length)
})
