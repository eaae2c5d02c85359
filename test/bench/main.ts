// The benchmarks, each against its yardstick in the same run: prints a table in Markdown, writes bench-results.json,
// and fails when a figure is not reached or could not be compared. Takes about nine minutes.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSlack } from '../../src/playground/slack/server.ts'
import { openEmbedded } from '../../src/store/embedded.ts'
import { measureDuringRun } from './answers-during-run.ts'
import { measureAcks, measureAnswers, measureRest } from './commands.ts'
import { type Figure, isGood, notCompared, table } from './figures.ts'
import { measureHeartbeat } from './heartbeat.ts'
import { gatherCrowd } from './load.ts'
import { describeMachine } from './machine.ts'
import { compareWithMunkres, compareWithScipy } from './match-yardsticks.ts'
import { measureMatching } from './matching.ts'
import { measurePeerRounds } from './peer-rounds.ts'
import { measurePlayground } from './playground.ts'
import { openStage } from './stage.ts'
import { measureStarts } from './starts.ts'

const figures: Figure[] = []

/** Takes the figures of one part. Where that fails, they are missing in the table, and so the run fails. */
async function take(what: string, measure: () => Promise<readonly Figure[]>): Promise<void> {
  const began = performance.now()
  const taken = await measure().catch((cause: unknown) => {
    process.stderr.write(
      `${what}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`,
    )
    return [notCompared(what)]
  })
  figures.push(...taken)
  process.stderr.write(`${what}: ${((performance.now() - began) / 1000).toFixed(0)} s\n`)
}

const dataDir = await mkdtemp(join(tmpdir(), 'rounds-bench-'))
const slack = await startSlack()
const crowd = gatherCrowd(slack)
await take('starts', () => measureStarts(slack))
await take('playground', measurePlayground)
await take('peer rounds', () => Promise.try(measurePeerRounds))
await take('matching', measureMatching)
await take('matching beside munkres', compareWithMunkres)
await take('matching beside scipy', compareWithScipy)

const database = await openEmbedded({ dataDir })
const machine = await describeMachine(database.url)
await take('commands', async () => {
  const stage = await openStage({ slack, dataDir, databaseUrl: database.url })
  try {
    await take('memory at rest', () => measureRest(stage))
    await take('acknowledgements', () => measureAcks(stage, crowd))
    await take('answers', () => measureAnswers(stage, crowd))
    const place = { databaseUrl: database.url, dataDir, workspace: slack.world.team }
    await take('answers during a run', () => measureDuringRun({ stage, crowd }, place))
    return []
  } finally {
    await stage.close()
  }
})
await take('heartbeat', () => measureHeartbeat(database.url))

crowd.close()
await slack.close()
await database.stop()
await rm(dataDir, { recursive: true, force: true })

process.stdout.write(`\n${table(figures)}\n\nMeasured on ${machine}.\n`)
await writeFile('bench-results.json', `${JSON.stringify({ machine, figures }, undefined, 2)}\n`)
process.exitCode = figures.every(isGood) ? 0 : 1
