import { askForRun } from '../app/match/ask-run.ts'
import { carryOutRuns } from '../app/match/carry-out-runs.ts'
import { proposalsReady, type RunFailure, runFailed } from '../core/match/review/run-messages.ts'
import type { Person } from '../core/people/person.ts'
import type { Recorder } from './recorder.ts'

/** Runs of matching that a coordinator asks for, with everything that can come of them. */
export async function playRuns(play: Recorder): Promise<void> {
  const { hospital, cast } = play
  const coordinator = await hospital.person({ name: cast.coordinator })
  const given = { name: cast.program, coordinators: [coordinator.email] }
  const { id } = await hospital.program(given)
  await run(play, coordinator, { id, name: 'run: nobody waits' })
  await enroll(play, id)
  await run(play, coordinator, { id, name: 'run: all but one' })

  const strict = await hospital.program({ ...given, match: { require: ['same-profession', 'trained'] } })
  await enroll(play, strict.id)
  await run(play, coordinator, { id: strict.id, name: 'run: the rules allow nobody' })
  playFound(play)
  playFailures(play)
}

async function enroll({ hospital, cast }: Recorder, programId: string): Promise<void> {
  await hospital.enroll(programId, await hospital.person({ name: cast.mentor }), { role: 'mentor' })
  for (const name of [cast.mentee, cast.coordinator])
    await hospital.enroll(programId, await hospital.person({ name }))
}

async function run(
  { hospital, sent }: Recorder,
  { id: askedBy }: Person,
  { id: programId, name }: { readonly id: string; readonly name: string },
): Promise<void> {
  hospital.at({ minutes: 1 })
  const asked = await hospital.within((scope) => askForRun(scope, { programId, askedBy }))
  if ('problem' in asked) throw new Error(asked.problem)
  await carryOutRuns(hospital.world, hospital.organizationId)
  await sent(name)
}

function playFound({ keep, cast }: Recorder): void {
  const { mentee, mentor, program } = cast
  const found = {
    programId: 'program',
    program,
    pairs: 9_990,
    kept: 4_000,
    leftOver: { 'nobody-allowed': 12, 'all-full': 3, 'set-aside': 1, 'held-back': 0 },
    wishes: { named: 40, met: 31 },
    tail: { worst: 12, fifthPercentile: 3_400 },
    exclusions: [],
    dropped: Array.from({ length: 40 }, () => `${mentee} with ${mentor}: ${mentor} has no place left`),
    droppedUnseen: 2,
  }
  keep('run: much does not hold any more', proposalsReady(found, 'en-GB'))
  const all = { 'nobody-allowed': 0, 'all-full': 0, 'set-aside': 0, 'held-back': 0 }
  keep(
    'run: everybody',
    proposalsReady({ ...found, kept: 0, leftOver: all, dropped: [], droppedUnseen: 1 }, 'en-GB'),
  )
}

function playFailures({ keep, cast }: Recorder): void {
  const { program } = cast
  const failures: RunFailure[] = [
    { kind: 'broken' },
    { kind: 'restless' },
    { kind: 'impossible', problem: `${program} is over` },
  ]
  for (const failure of failures)
    keep(`run: ${failure.kind}`, runFailed({ programId: 'program', program }, failure))
}
