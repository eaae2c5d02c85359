import { afterAll, beforeAll, expect, test } from 'vitest'
import { consentActivity } from '../../../src/teams/render/file-card.ts'
import { teamsPeople } from '../../whole/cast.ts'
import { deed, type FarSide, openFarSide } from './far-side.ts'

let far: FarSide
beforeAll(async () => {
  far = await openFarSide()
})
afterAll(() => far.close())

const get = (query: string) => fetch(new URL(`/playground/file?${query}`, far.address))

test('a file that the bot shared can be had under its name, one that it did not cannot', async () => {
  const { world } = far.stage.slack
  const [user = ''] = [...world.users.keys()].filter((id) => id !== world.bot)
  const bytes = Buffer.from('BEGIN:VCALENDAR')
  world.files.set('F1', { id: 'F1', name: 'Día 1.ics', bytes, permalink: 'http://slack/files/F1' })
  world.files.set('F2', { id: 'F2', name: 'other.ics', bytes, permalink: 'http://slack/files/F2' })
  world.post({ channel: world.direct(user).id, author: world.bot, text: '', blocks: [], files: ['F1'] })

  const shared = await get('platform=slack&id=F1')
  const other = await get('platform=slack&id=F2')

  expect(await shared.text()).toBe('BEGIN:VCALENDAR')
  expect(shared.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''D%C3%ADa%201.ics")
  expect(other.status).toBe(404)
})

test('who says yes in Teams answers the bot, and where it does nothing there is no file', async () => {
  const { tenant } = far.stage.teams
  const [person] = teamsPeople
  const user = person?.id ?? tenant.people[0]?.id ?? ''
  const offered = consentActivity({ id: 'no-such', name: 'a.ics', title: 'A meeting', bytes: 3 })
  const chat = tenant.personalChat(user)
  const post = tenant.post(chat, { activity: { ...offered } })

  const answer = await deed(far.address, {
    who: `teams:${user}`,
    deed: 'teams-consent',
    place: chat.id,
    message: post.id,
    action: 'accept',
  })

  const shown = chat.posts.find(({ id }) => id === post.id)
  expect(answer).toEqual({ ok: true })
  expect(JSON.stringify(shown?.activity)).toContain('The file is not here any more')
  expect((await get('platform=teams&id=no-such')).status).toBe(404)
})
