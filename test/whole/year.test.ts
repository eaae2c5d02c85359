import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Passing, startTime } from './passing.ts'
import { openStage, type Stage } from './stage.ts'
import { beginning } from './year-beginning.ts'
import { bringStaff, cast, openProgram, type Two, twoOf, ways } from './year-cast.ts'
import { fullestDay, outsideHours, saidTwice, unasked } from './year-checks.ts'
import { ending } from './year-ending.ts'
import { working } from './year-working.ts'

const chapters = [...beginning, ...working, ...ending]

let stage: Stage
let time: Passing
const pairs = new Map<string, Two>()
beforeAll(async () => {
  stage = await openStage({ cast, roles: new Set(['web']) })
  stage.at('2027-01-04T13:30:00Z')
  time = startTime(stage)
  for (const way of ways) pairs.set(way, twoOf(stage, way))
  const twos = [...pairs.values()]
  await bringStaff(stage, twos)
  for (const two of twos) await openProgram(stage, two)
})
afterAll(() => stage.close())

describe.each(chapters)('$name', ({ at, play }) => {
  beforeAll(() => time.to(at), 60_000)

  test.each(ways)('on %s', async (way) => {
    const two = pairs.get(way)
    if (!two) throw new Error(`${way} has no pair`)
    await play({ ...two, stage, time })
    expect(stage.logged.filter((line) => /"level":(50|60)|step of the heartbeat failed/.test(line))).toEqual(
      [],
    )
  })
})

describe('of the whole year', () => {
  const hours = { mentor: { from: '09:00', to: '19:00' }, mentee: { from: '13:00', to: '17:00' } } as const
  const people = ways.flatMap((way) => (['mentor', 'mentee'] as const).map((side) => ({ way, side })))

  test.each(people)(
    'the $side on $way hears from Rounds at good hours, and not too often',
    ({ way, side }) => {
      const two = pairs.get(way)
      if (!two) throw new Error(`${way} has no pair`)
      const came = [two[side], side === 'mentee' && two.elsewhere].flatMap((one) =>
        one ? unasked(time.diary, one) : [],
      )
      const { day, count } = fullestDay(came)
      process.stderr.write(
        `${way}, ${side}: ${came.length} messages in the year, at most ${count} a day (${day})\n`,
      )

      expect(outsideHours(came, hours[side])).toEqual([])
      expect(came.length / 50).toBeLessThanOrEqual(3)
      expect(count).toBeLessThanOrEqual(4)
    },
  )

  test('nothing is said twice, and nothing is left behind', async () => {
    const keys = await stage.sql(
      `select key from outbox where (state in ('failed', 'abandoned') and fault not in ('forgotten', 'overtaken')) or key in
       (select key from outbox group by key having count(*) > 1)`,
    )

    expect(saidTwice(time.diary)).toEqual([])
    expect(keys).toEqual([])
  })
})
