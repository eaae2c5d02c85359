import { expect, test } from 'vitest'
import type { Message } from '../../src/core/message/message.ts'
import { messageActivity } from '../../src/teams/render/card.ts'
import { aChart, pixel } from '../support/pictures-and-files.ts'
import { amira, openHospital } from './hospital.ts'

const alt = 'From 0% on 1 September to 60% on 2 November.'
const withChart: Message = { preview: 'How it goes', blocks: [{ kind: 'chart', chart: aChart, alt }] }
const picture = `data:image/png;base64,${Buffer.from(pixel).toString('base64')}`

test('a chart stands in the card as a picture, with all its words for who cannot see it', async () => {
  const hospital = await openHospital()

  await hospital.app.messenger.send({ workspace: hospital.teams.tenantId, user: amira.id }, withChart, 'e1')

  const [post] = hospital.teams.as(amira.id).chat()
  expect(post?.content).toMatchObject({ body: [{ type: 'Image', url: picture, altText: alt }] })
})

test('an answer shows its charts', async () => {
  const hospital = await openHospital()
  hospital.answers(() => ({ kind: 'show', message: withChart }))

  const { posts } = await hospital.teams.as(amira.id).say('/mentor goal')

  expect(JSON.stringify(posts)).toContain(picture)
})

test('a chart that cannot be drawn is told in words', async () => {
  const hospital = await openHospital()
  hospital.painter.fails = true
  hospital.answers(() => ({ kind: 'show', message: withChart }))

  const { posts } = await hospital.teams.as(amira.id).say('/mentor goal')

  expect(posts[0]?.words).toContain(alt)
})

test('a picture that is too large for a message gives way to its words', () => {
  const large = `data:image/png;base64,${'A'.repeat(90_000)}`
  const blocks = [{ kind: 'chart' as const, chart: aChart, alt, picture: large }]

  const [card] = messageActivity({ preview: 'How it goes', blocks }).attachments

  expect(JSON.stringify(card)).toContain(alt)
  expect(JSON.stringify(card)).not.toContain('data:image')
})
