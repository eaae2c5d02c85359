import { expect, test } from 'vitest'
import type { Resource } from '../../../src/core/program/resource.ts'
import { aboutTopic, suggest, topicsOf } from '../../../src/core/resource/topics.ts'

const about = (title: string, ...topics: string[]): Resource => ({
  title,
  text: 'Words',
  topics,
  for: 'both',
})
const titles = (found: readonly Resource[]) => found.map(({ title }) => title)

test.each([
  ['handover', 'Handovers are too fast'],
  ['handover', 'HANDOVER at seven'],
  ['delegation', 'I find delegating hard'],
  ['night shift', 'My shifts at night wear me out'],
  ['rota', 'The rotas change'],
])('%s is found in “%s”', (topic, words) => {
  expect(titles(suggest([about('One', topic)], [words]))).toEqual(['One'])
})

test.each([
  ['rota', 'It rotates too much'],
  ['night shift', 'A bad night'],
  ['handover', 'I could not put the book down'],
  ['care', 'My career'],
])('%s is not found in “%s”', (topic, words) => {
  expect(suggest([about('One', topic)], [words])).toEqual([])
})

test('what fits by more topics comes first, and three are enough', () => {
  const resources = [about('A', 'rota'), about('B', 'rota', 'sleep'), about('C', 'sleep'), about('D', 'rota')]

  expect(titles(suggest(resources, ['My rota costs me my sleep']))).toEqual(['B', 'A', 'C'])
})

test('topics that differ only in how they are written are one', () => {
  expect(topicsOf([about('A', 'Feedback', 'rota'), about('B', 'feedback ')])).toEqual([
    { name: 'Feedback', count: 2 },
    { name: 'rota', count: 1 },
  ])
})

test('a topic is found by its name, else by a part of a topic or title', () => {
  const resources = [about('Sleeping well', 'nights'), about('B', 'sleep')]

  expect(titles(aboutTopic(resources, 'SLEEP'))).toEqual(['B'])
  expect(titles(aboutTopic(resources, 'sleeping'))).toEqual(['Sleeping well'])
  expect(aboutTopic(resources, 'parking')).toEqual([])
})
