import highsModule from 'highs'
import { expect, test } from 'vitest'
import { assign } from '../../../src/core/match/assign.ts'
import { boundOf } from '../../../src/core/match/bound.ts'
import { forbidden, type Problem } from '../../../src/core/match/problem.ts'
import { problem, totalOf } from './problems.ts'

const cases = 400
// Its types describe its CommonJS build, whose default export lies one step deeper.
const loadHighs = highsModule as unknown as typeof highsModule.default
const highs = await loadHighs()

test(`in ${cases} cases of mixed capacities, rules, ties and prices of being unmatched, a general solver finds no other total`, () => {
  const numbers = numbersFrom(20_260)
  for (let number = 0; number < cases; number += 1) {
    const drawn = draw(numbers)

    const { mentorOf, prices } = assign(drawn)

    const total = totalOf(drawn, mentorOf)
    expect(total, `case ${number}`).toBe(totalByHighs(drawn))
    expect(boundOf(drawn, prices), `case ${number}`).toBe(total)
  }
})

/** As a linear program: each mentee has one mentor or none, and no mentor more mentees than places. */
function totalByHighs(given: Problem): number {
  const { mentees, mentors } = sizesOf(given)
  const row = new Int32Array(mentors)
  const value: string[] = []
  const places: string[][] = Array.from({ length: mentors }, () => [])
  const oneEach: string[] = []
  for (let mentee = 0; mentee < mentees; mentee += 1) {
    given.scores(mentee, row)
    const choices = [`u${mentee}`]
    value.push(term(given.unmatched, `u${mentee}`))
    for (const [mentor, score] of row.entries()) {
      if (score === forbidden) continue
      const pair = `x${mentee}_${mentor}`
      choices.push(pair)
      places[mentor]?.push(pair)
      value.push(term(score, pair))
    }
    oneEach.push(`${choices.join(' +\n')} = 1`)
  }
  const full = places.flatMap((pairs, mentor) =>
    pairs.length === 0 ? [] : [`${pairs.join(' +\n')} <= ${given.capacities[mentor]}`],
  )
  const text = ['Maximize', ...value, 'Subject To', ...oneEach, ...full, 'End'].join('\n')
  const solution = highs.solve(text, { output_flag: false, presolve: 'off' })
  if (solution.Status !== 'Optimal') throw new Error(`The oracle says: ${solution.Status}.`)
  return Math.round(solution.ObjectiveValue)
}

function term(factor: number, name: string): string {
  return `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`
}

function sizesOf({ mentees, capacities }: Problem) {
  return { mentees, mentors: capacities.length }
}

/** Up to 30 mentees and 12 mentors: some are wanted by all, and often many scores are the same. */
function draw(below: (most: number) => number): Problem {
  const one = <Item>(items: readonly [Item, ...Item[]]): Item => items[below(items.length)] ?? items[0]
  const [mentees, mentors] = [1 + below(30), 1 + below(12)]
  const most = one([1, 2, 4, 20])
  const highest = one([1, 3, 50, 10_000])
  const forbiddenShare = one([0, 30, 80])
  const unmatched = one([-(1 + mentees * highest), -highest, 0, Math.ceil(highest / 2), highest])
  const capacities = Array.from({ length: mentors }, () => below(most + 1))
  const wanted = capacities.map(() => below(3) === 0)
  const rows = Array.from({ length: mentees }, () =>
    wanted.map((isWanted) => {
      if (below(100) < forbiddenShare) return forbidden
      return isWanted ? highest : below(highest + 1)
    }),
  )
  return problem(rows, capacities, unmatched)
}

/** Numbers as a stranger would draw them, the same for the same seed. */
function numbersFrom(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
    return (state >> 8) % most
  }
}
