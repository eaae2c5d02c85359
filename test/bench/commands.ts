import { setTimeout as wait } from 'node:timers/promises'
import { against, atMost, type Figure, noted } from './figures.ts'
import { userOf } from './hospital.ts'
import type { Command, Crowd, Timing } from './load.ts'
import { memoryOf, watchMemory } from './machine.ts'
import type { Stage } from './stage.ts'
import { median, percentile } from './statistics.ts'

const perSecond = 20
const warmUpSeconds = 3
const restSeconds = 30
const ackRounds = 5
const ackSeconds = 12
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
export async function measureAcks({ rounds, bare, pairs }: Stage, crowd: Crowd): Promise<Figure[]> {
  const commands = reads(pairs)
  const ours = { address: rounds.commands, perSecond, answered: true }
  const theirs = { address: bare.commands, perSecond, answered: false }
  await crowd.send(commands, { ...theirs, seconds: warmUpSeconds })
  await crowd.send(commands, { ...ours, seconds: warmUpSeconds })
  const taken: { ours: number[]; theirs: number[] }[] = []
  for (let round = 0; round < ackRounds; round += 1) {
    const seconds = ackSeconds
    taken.push({
      theirs: (await crowd.send(commands, { ...theirs, seconds })).map(({ ackMs }) => ackMs),
      ours: (await crowd.send(commands, { ...ours, seconds })).map(({ ackMs }) => ackMs),
    })
  }
  const over = (who: 'ours' | 'theirs', percent: number) =>
    median(taken.map((round) => percentile(round[who], percent)))
  const what = (percent: number) =>
    `acknowledgement of reads, p${percent}, ${perSecond} a second (median of ${ackRounds} rounds)`
  return [
    noted(
      { what: what(50), value: over('ours', 50), unit: 'ms' },
      { name: bareName, value: over('theirs', 50) },
    ),
    against(
      { name: bareName, value: over('theirs', 99), times: ackTimes },
      { what: what(99), value: over('ours', 99), unit: 'ms' },
    ),
  ]
}

/** How long people wait for words, for reads and for writes; and what memory that takes at most. */
export async function measureAnswers({ rounds, pairs }: Stage, crowd: Crowd): Promise<Figure[]> {
  const load = { address: rounds.commands, perSecond, seconds: answerSeconds, answered: true }
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
function* reads(pairs: number): Generator<Command> {
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
