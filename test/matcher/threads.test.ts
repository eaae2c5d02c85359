import { afterEach, expect, test } from 'vitest'
import type { Pool } from '../../src/core/match/eligibility.ts'
import { propose, type Wish } from '../../src/core/match/propose.ts'
import { programTemplates } from '../../src/core/program/types.ts'
import { createThreads } from '../../src/matcher/threads.ts'
import type { Matcher } from '../../src/ports/matcher.ts'
import { member, mentor, poolOf } from '../core/match/people.ts'

const { weights } = programTemplates['preceptorship-core']
const wish: Wish = {
  scoring: { weights, preferences: [], standing: [] },
  kept: [],
  setAside: new Set(['id-m2']),
}
let threads: Matcher | undefined

afterEach(() => threads?.stop())

test('a thread finds what is found without one: pairs, reasons, who is left over, and the proof', async () => {
  threads = createThreads()
  const pool = someone(30, 8)

  const matched = await threads.propose(pool, wish)

  const proposal = propose(pool, wish)
  expect(matched).toEqual({ kind: 'proposal', milliseconds: expect.any(Number), proposal })
  expect(proposal.pairs.length).toBeGreaterThan(0)
  expect(proposal.leftOver.length).toBeGreaterThan(0)
})

test('it says how far it is, always further and up to the end', async () => {
  threads = createThreads()
  const percents: number[] = []

  await threads.propose(someone(300, 80), wish, { onPercent: (percent) => percents.push(percent) })

  expect(percents).toEqual([...new Set(percents)].sort((a, b) => a - b))
  expect(percents.length).toBeGreaterThan(20)
  expect(percents.at(-1)).toBe(100)
})

test('while a thread searches, the process answers, and a signal ends the search at once', async () => {
  threads = createThreads()
  const calledOff = new AbortController()
  const began = Promise.withResolvers<void>()
  const search = threads.propose(someone(6_000, 3_000), wish, {
    onPercent: () => began.resolve(),
    signal: calledOff.signal,
  })
  await began.promise

  const at = performance.now()
  calledOff.abort()

  expect(await search).toEqual({ kind: 'cancelled' })
  expect(performance.now() - at).toBeLessThan(1_000)
})

test('a second search waits for the first, and one that was called off meanwhile does not begin', async () => {
  threads = createThreads()
  const calledOff = new AbortController()
  const order: string[] = []

  const all = [
    threads.propose(someone(300, 80), wish, { onPercent: () => order.push('first') }),
    threads.propose(someone(30, 8), wish, { onPercent: () => order.push('off'), signal: calledOff.signal }),
    threads.propose(someone(30, 8), wish, { onPercent: () => order.push('last') }),
  ]
  calledOff.abort()
  const kinds = (await Promise.all(all)).map(({ kind }) => kind)

  expect(kinds).toEqual(['proposal', 'cancelled', 'proposal'])
  expect(order).not.toContain('off')
  expect(order.indexOf('last')).toBeGreaterThan(order.lastIndexOf('first'))
})

test.each(['?throws', '?exits'])(
  'a thread that dies (%s) ends its search alone: the process lives on, and the next search has its turn',
  async (how) => {
    threads = createThreads(new URL(`./dying.ts${how}`, import.meta.url))

    const [first, second] = await Promise.all([
      threads.propose(someone(3, 2), wish),
      threads.propose(someone(3, 2), wish),
    ])

    expect(first).toEqual({ kind: 'broken', cause: expect.any(Error) })
    expect(second.kind).toBe('broken')
  },
)

test('one that is stopped ends its search, and begins no other', async () => {
  const stopped = createThreads()
  const search = stopped.propose(someone(6_000, 3_000), wish)

  await stopped.stop()

  expect(await search).toEqual({ kind: 'stopped' })
  expect(await stopped.propose(someone(3, 2), wish)).toEqual({ kind: 'stopped' })
})

function someone(mentees: number, mentors: number): Pool {
  return poolOf({
    mentees: Array.from({ length: mentees }, (_, at) =>
      member(`m${at}`, {
        skillsSought: [`skill ${at % 7}`],
        registeredOn: Temporal.PlainDate.from('2026-03-01'),
      }),
    ),
    mentors: Array.from({ length: mentors }, (_, at) =>
      mentor(`t${at}`, {
        skillsOffered: [`skill ${at % 5}`],
        joinedOn: Temporal.PlainDate.from('2019-10-01'),
      }),
    ),
  })
}
