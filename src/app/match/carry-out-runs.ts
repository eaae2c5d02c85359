import { setTimeout as later, setImmediate as soon } from 'node:timers/promises'
import type { Proposal } from '../../core/match/propose.ts'
import { proposalsReady, type RunFailure, runFailed } from '../../core/match/review/run-messages.ts'
import { type Held, stillHold } from '../../core/match/review/still-hold.ts'
import type { Matched } from '../../ports/matcher.ts'
import { draftOf, lockDraft, openDraft } from '../../store/drafts.ts'
import {
  type ClaimedRun,
  claimRun,
  endRun,
  noteProgress,
  releaseRun,
  requeueRuns,
  type StoredRun,
} from '../../store/match-runs.ts'
import { queue } from '../../store/outbox.ts'
import { personById } from '../../store/people.ts'
import { programsById } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { coordinates } from '../program/coordinators.ts'
import { inOrganization, unhurried, type World } from '../world.ts'
import { toPerson } from '../write-to.ts'
import { foundFor, keepProposal } from './keep-proposal.ts'
import { type MatchRun, readRun } from './propose-pairs.ts'
import { scoringOf } from './read-scoring.ts'

/** How often a search says how far it is, and sees whether it was called off. */
const watchMs = 500
/** A draft that was changed during each of so many searches is left alone. */
const mostSearches = 4
/**
 * Thousands of people, or a draft of thousands of rows, take their time on a busy machine. Less than a minute: after
 * that another process takes a run up of which nothing is heard.
 */
const transactionMs = 50_000

/** One run, on its way. */
interface Task {
  readonly world: World
  readonly organizationId: string
  readonly run: StoredRun
  readonly claimed: ClaimedRun
}

/**
 * Carries out the runs that wait, and those that a dead process has left, one at a time: it reads who can be matched,
 * searches outside any transaction, and stores the draft and the word to whoever asked in one. What coordinators have
 * changed meanwhile is not overwritten: then the search begins anew.
 */
export async function carryOutRuns(world: World, organizationId: string): Promise<void> {
  const claimant = world.process ?? 'unannounced'
  for (;;) {
    const run = await inOrganization(world, organizationId, (scope) => claimRun(scope, claimant))
    if (!run) return
    const task = { world, organizationId, run, claimed: { id: run.id, claimant } }
    if ((await carryOut(task)) === 'stopped') return
  }
}

/** Sees to it that every run that waits, or that a dead process has left, has a job again. */
export async function takeUpRuns(world: World, organizationId: string): Promise<void> {
  await inOrganization(world, organizationId, requeueRuns)
}

type Ending = 'over' | 'stopped'

async function carryOut(task: Task): Promise<Ending> {
  let lastFault: unknown
  for (let searches = 0; searches < mostSearches; searches += 1) {
    try {
      lastFault = undefined
      const ending = await tryOnce(task)
      if (ending !== 'again') return ending
    } catch (cause) {
      // A database that was too slow, for instance, may not be so the next time.
      lastFault = cause
      logFault(task, cause)
    }
  }
  return await fail(task, { kind: lastFault === undefined ? 'restless' : 'broken' })
}

async function tryOnce(task: Task): Promise<Ending | 'again'> {
  const start = await atLength(task, (scope) => beginSearch(scope, task.run))
  if ('problem' in start) return await fail(task, { kind: 'impossible', problem: start.problem })
  return await settle(task, start, await search(task, start))
}

function logFault({ world, run }: Task, cause: unknown): void {
  world.log.error({ run: run.id, err: cause }, 'a run of matching could not be carried out')
}

/** What a search works on. */
interface Start {
  readonly run: MatchRun
  readonly held: Held
  /** The draft as it was read: which, and its version. */
  readonly draft: { readonly id: string; readonly version: number } | undefined
}

async function beginSearch(
  scope: Scope,
  { programId }: StoredRun,
): Promise<Start | { readonly problem: string }> {
  const [stored] = await programsById(scope, [programId])
  if (!stored) return { problem: 'the program is gone' }
  // First: whatever is changed in it from here on is seen by its version.
  const draft = await draftOf(scope, programId)
  const run = await readRun(scope, stored)
  if ('problem' in run) return run
  await soon()
  return { run, draft, held: stillHold(draft?.rows ?? [], run.pool) }
}

async function search(task: Task, { run, held }: Start): Promise<Matched> {
  const over = new AbortController()
  const calledOff = new AbortController()
  let percent = 0
  const onPercent = (now: number) => {
    percent = now
  }
  const watching = watch(task, { percent: () => percent, over: over.signal, calledOff })
  const { kept, setAside, standing } = held
  const wish = { kept, setAside, scoring: scoringOf(run, standing) }
  try {
    return await task.world.matcher.propose(run.pool, wish, { onPercent, signal: calledOff.signal })
  } finally {
    over.abort()
    await watching
  }
}

/** Notes how far the search is until it is over, and calls it off where it is not this process's any more. */
async function watch(
  task: Task,
  watched: { percent: () => number; over: AbortSignal; calledOff: AbortController },
): Promise<void> {
  while (await passes(watchMs, watched.over)) {
    const goesOn = inTask(task, (scope) => noteProgress(scope, task.claimed, watched.percent()))
    // A database that is away for a moment calls nothing off.
    if (!(await goesOn.catch(() => true))) watched.calledOff.abort()
  }
}

function passes(milliseconds: number, over: AbortSignal): Promise<boolean> {
  return later(milliseconds, true, { signal: over }).catch(() => false)
}

async function settle(task: Task, start: Start, matched: Matched): Promise<Ending | 'again'> {
  switch (matched.kind) {
    case 'cancelled':
      return 'over'
    case 'stopped':
      await inTask(task, (scope) => releaseRun(scope, task.claimed))
      return 'stopped'
    case 'broken':
      logFault(task, matched.cause)
      return await fail(task, { kind: 'broken' })
    case 'proposal':
      return await atLength(task, (scope) => store(scope, { task, start, proposal: matched.proposal }))
  }
}

async function store(
  scope: Scope,
  { task, start, proposal }: { readonly task: Task; readonly start: Start; readonly proposal: Proposal },
): Promise<Ending | 'again'> {
  const { run, claimed } = task
  if (proposal.total !== proposal.bound) throw new Error('the proposal is not proved')
  // From here on nobody can call it off.
  if (!(await noteProgress(scope, claimed, 100))) return 'over'
  const there = await lockDraft(scope, run.programId)
  if (there?.id !== start.draft?.id || there?.version !== start.draft?.version) return 'again'
  const draft = there ?? (await openDraft(scope, run.programId))
  if (!there && draft.version > 1) return 'again'
  await endRun(scope, claimed, 'done')

  const proposed = { run: start.run, held: start.held, proposal }
  await keepProposal(scope, proposed, { draft, actor: run.askedBy })
  const [stored] = await programsById(scope, [run.programId])
  const asker = await personById(scope, run.askedBy)
  // It may be long ago that they asked.
  if (asker && stored && coordinates(asker, stored.program)) {
    const message = proposalsReady(await foundFor(scope, proposed, asker), asker.locale)
    await queue(scope, toPerson(asker, { key: `match-run:${run.id}:ready`, message, repeat: 'once' }))
  }
  return 'over'
}

async function fail(task: Task, failure: RunFailure): Promise<Ending> {
  const { run, claimed } = task
  await inTask(task, async (scope) => {
    if (!(await endRun(scope, claimed, 'failed'))) return
    const [stored] = await programsById(scope, [run.programId])
    const asker = await personById(scope, run.askedBy)
    if (!asker) return
    const message = runFailed(
      { programId: run.programId, program: stored?.program.name ?? 'a program' },
      failure,
    )
    await queue(scope, toPerson(asker, { key: `match-run:${run.id}:failed`, message, repeat: 'once' }))
  })
  return 'over'
}

function atLength<Result>(task: Task, work: (scope: Scope) => Promise<Result>) {
  return inTask({ ...task, world: unhurried(task.world, transactionMs) }, work)
}

function inTask<Result>({ world, organizationId }: Task, work: (scope: Scope) => Promise<Result>) {
  return inOrganization(world, organizationId, work)
}
