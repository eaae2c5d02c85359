import { setTimeout as wait } from 'node:timers/promises'
import { against, atMost, type Figure, noted } from './figures.ts'
import { userOf } from './hospital.ts'
import type { Command, Crowd, Load, Timing } from './load.ts'
import { memoryOf, watchMemory } from './machine.ts'
import type { Stage } from './stage.ts'
import { median, percentile } from './statistics.ts'

const perSecond = 20
const warmUpSeconds = 3
const restSeconds = 30
const ackRounds = 7
const ackSeconds = 5
const answerSeconds = 20
const ackTimes = 1.5
const answerLimitMs = 500
const bareName = 'a bare Bolt app'

/** How much memory both occupy once they have had nothing to do for a while. */
export async function measureRest({ rounds, bare }: Stage): Promise<Figure[]> {
  await wait(restSeconds * 1000)
  const [value, beside] = await Promise.all([memoryOf(rounds.processId), memoryOf(bare.processId)])
  const what = `memory of the server process at rest (${restSeconds} s after the start)`
  return [noted({ what, value, unit: 'MB' }, { name: bareName, value: beside })]
}

/** How long Slack waits for the acknowledgement of what only reads; both take turns under the same load. */
export async function measureAcks(stage: Stage, crowd: Crowd): Promise<Figure[]> {
  const even = await takeTurns(stage, crowd, 'even')
  const random = await takeTurns(stage, crowd, 'random')
  const what = (percent: number) =>
    `acknowledgement of reads, p${percent}, ${perSecond} a second (median of ${ackRounds} rounds)`
  const atRandom = `acknowledgement of reads, p99, arriving at random, ${perSecond} a second on average`
  return [
    noted({ what: what(50), value: even.rounds.p50, unit: 'ms' }, { name: bareName, value: even.bare.p50 }),
    against(
      { name: bareName, value: even.bare.p99, times: ackTimes },
      { what: what(99), value: even.rounds.p99, unit: 'ms' },
    ),
    noted(
      { what: atRandom, value: random.rounds.p99, unit: 'ms' },
      { name: bareName, value: random.bare.p99 },
    ),
  ]
}

/** The rounds are short, so that whatever else the machine does falls upon both. */
async function takeTurns(stage: Stage, crowd: Crowd, arrivals: Load['arrivals']) {
  const commands = reads(stage.pairs)
  const loads = {
    bare: { address: stage.bare.commands, perSecond, arrivals, answered: false },
    rounds: { address: stage.rounds.commands, perSecond, arrivals, answered: true },
  }
  const taken: Record<keyof typeof loads, number[][]> = { bare: [], rounds: [] }
  for (let round = 0; round <= ackRounds; round += 1) {
    for (const who of ['bare', 'rounds'] as const) {
      const timings = await crowd.send(commands, { ...loads[who], seconds: ackSeconds })
      // The first round warms both up.
      if (round > 0) taken[who].push(timings.map(({ ackMs }) => ackMs))
    }
  }
  const over = (who: keyof typeof loads) => ({
    p50: median(taken[who].map((round) => percentile(round, 50))),
    p99: median(taken[who].map((round) => percentile(round, 99))),
  })
  return { bare: over('bare'), rounds: over('rounds') }
}

/** How long people wait for words, for reads and for writes; and what memory that takes at most. */
export async function measureAnswers({ rounds, pairs }: Stage, crowd: Crowd): Promise<Figure[]> {
  const load = {
    address: rounds.commands,
    perSecond,
    seconds: answerSeconds,
    arrivals: 'random',
    answered: true,
  } as const
  await crowd.send(writes(pairs), { ...load, seconds: warmUpSeconds })
  const peak = watchMemory(rounds.processId)
  const read = await crowd.send(reads(pairs), load)
  const written = await crowd.send(writes(pairs), load)
  const value = await peak()
  return [
    ...waits('reads', read),
    ...waits('writes', written),
    noted({ what: `memory of the server process under this load, at most`, value, unit: 'MB' }),
  ]
}

function waits(kind: string, timings: readonly Timing[]): Figure[] {
  const answers = timings.map(({ answerMs }) => answerMs)
  const what = (percent: number) => `command to answer, ${kind}, p${percent}, ${perSecond} a second`
  return [
    noted({ what: what(50), value: percentile(answers, 50), unit: 'ms' }),
    atMost(answerLimitMs, { what: what(99), value: percentile(answers, 99), unit: 'ms' }),
  ]
}

/** Everybody in turn, mentors and mentees, each with the next of the three. */
export function* reads(pairs: number): Generator<Command> {
  for (let number = 0; ; number += 1) {
    const pair = 1 + (Math.floor(number / 2) % pairs)
    const user = userOf(number % 2 === 0 ? 'mentor' : 'mentee', pair)
    yield { user, ...turn(number, kindsOfReads) }
  }
}

/** Mentees in turn; those who have had theirs log a meeting, the next moves a goal. */
function* writes(pairs: number): Generator<Command> {
  for (let number = 0; ; number += 1) {
    yield { user: userOf('mentee', 1 + (number % pairs)), ...turn(number, kindsOfWrites) }
  }
}

type Kind = Omit<Command, 'user'>

const kindsOfReads: readonly [Kind, ...Kind[]] = [
  { words: '', answer: /Hello/ },
  { words: 'goal', answer: /Lead ward rounds/ },
  { words: 'help', answer: /What I can do/ },
]

const kindsOfWrites: readonly [Kind, ...Kind[]] = [
  { words: 'met 30', answer: /30/ },
  { words: 'progress 1 50%', answer: /50/ },
]

function turn(number: number, kinds: readonly [Kind, ...Kind[]]): Kind {
  return kinds[number % kinds.length] ?? kinds[0]
}
