import { createWriteStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { MatchRun, ProposedRun } from '../app/match/propose-pairs.ts'
import type { DraftProblem, DraftRow } from '../core/match/draft.ts'
import type { Allowed } from '../core/match/propose.ts'
import type { Matched } from '../ports/matcher.ts'
import type { StoredProgram } from '../store/programs.ts'
import type { Answer } from './answer.ts'
import { cannotWrite } from './cannot-write.ts'
import type { SharedOptions } from './options.ts'
import { readInput } from './read-input.ts'
import type { Opened } from './with-world.ts'

export interface ProgramOptions extends SharedOptions {
  readonly scores?: string
  readonly draft?: string
  readonly publish?: boolean
}

/** Proposes pairs for a program with mentors, or a round of a peer program, and publishes what it proposed. */
export async function matchProgram(slug: string, options: ProgramOptions): Promise<Answer> {
  const { withWorld } = await import('./with-world.ts')
  return withWorld({ org: options.org }, async (opened) => {
    const stored = await findIn(opened, slug)
    if ('refused' in stored) return stored
    if (stored.program.type !== 'peer') return matchMentors(opened, stored, options)
    const { matchRound } = await import('./match-round.ts')
    return matchRound(opened, stored, options)
  })
}

/**
 * Proposes pairs around a draft where its file is there, and writes the files that are asked for before anything is
 * published: what cannot be written has published nothing.
 */
async function matchMentors(opened: Opened, stored: StoredProgram, options: ProgramOptions): Promise<Answer> {
  const draft = await readRows(options.draft)
  if ('refused' in draft) return draft
  const run = await beginRun(opened, stored)
  if ('refused' in run) return run
  const { proposePairs } = await import('../app/match/propose-pairs.ts')
  const { watchSearch } = await import('./watch-search.ts')
  const proposed = await watchSearch((control) =>
    proposePairs(opened.world.matcher, { run, rows: draft.rows }, control),
  )
  if ('unfinished' in proposed) return refuseUnfinished(proposed.unfinished)
  if ('problems' in proposed) return refuseDraft(options.draft, proposed.problems)
  const unwritten = await writeFiles(proposed, { ...options, draftIsThere: draft.rows !== undefined })
  if (unwritten) return { refused: [unwritten] }
  const { dataOf, describeRun } = await import('./match-words.ts')
  const shown = { ...describeRun(proposed), data: dataOf(proposed) }
  return options.publish ? publish(opened, proposed, shown) : shown
}

async function readRows(
  draft: string | undefined,
): Promise<{ readonly rows?: readonly DraftRow[] } | { readonly refused: readonly string[] }> {
  if (draft === undefined || !(await isThere(draft))) return {}
  const input = await readInput(draft)
  if ('problem' in input) return { refused: [input.problem] }
  const { readDraftFile } = await import('../files/draft.ts')
  const { rows, problems } = readDraftFile(input.bytes)
  return problems.length > 0 ? refuseDraft(draft, problems) : { rows }
}

function refuseDraft(
  file: string | undefined,
  problems: readonly DraftProblem[],
): { readonly refused: readonly string[] } {
  return { refused: problems.map(({ line, problem }) => `${file ?? 'the draft'}: line ${line}: ${problem}`) }
}

function refuseUnfinished(unfinished: Exclude<Matched, { kind: 'proposal' }>): Answer {
  if (unfinished.kind === 'broken') throw unfinished.cause
  return { refused: ['Interrupted: no pairs were proposed, and nothing was published.'] }
}

async function findIn(
  { world, organizationId }: Opened,
  slug: string,
): Promise<StoredProgram | { readonly refused: readonly string[] }> {
  const { inOrganization } = await import('../app/world.ts')
  const { findProgram } = await import('./find-program.ts')
  return inOrganization(world, organizationId, (scope) => findProgram(scope, slug))
}

async function beginRun(
  { world, organizationId }: Opened,
  stored: StoredProgram,
): Promise<MatchRun | { readonly refused: readonly string[] }> {
  const { inOrganization } = await import('../app/world.ts')
  const { readRun } = await import('../app/match/propose-pairs.ts')
  return inOrganization(world, organizationId, async (scope) => {
    const run = await readRun(scope, stored)
    return 'problem' in run ? { refused: [`${run.problem}.`] } : run
  })
}

async function writeFiles(
  proposed: ProposedRun,
  { scores, draft, draftIsThere }: ProgramOptions & { readonly draftIsThere: boolean },
): Promise<string | undefined> {
  if (scores !== undefined) {
    const { csvLine } = await import('../files/write-csv.ts')
    const { allowedIn } = await import('../core/match/propose.ts')
    const allowed = allowedIn(proposed.pool, proposed.scoring)
    const unwritten = await writeOut(scores, scoreLines(proposed.pool, allowed, csvLine))
    if (unwritten) return unwritten
  }
  if (draft === undefined || draftIsThere) return undefined
  const { writeDraft } = await import('../files/draft.ts')
  return writeOut(draft, [writeDraft(proposed.proposal)])
}

/**
 * A mentee at a time: all pairs of a large hospital do not fit into memory as text. Who is held back from runs is left
 * out, so that a solver of whatever kind looks for the same mentees.
 */
function* scoreLines(
  { mentees, heldBack = [] }: ProposedRun['pool'],
  allowed: Allowed,
  line: (cells: readonly (string | number)[]) => string,
): Generator<string> {
  yield line(['mentee', 'mentor', 'score'])
  const held = new Set(heldBack.map(({ menteeId }) => menteeId))
  for (const [position, mentee] of mentees.entries()) {
    if (held.has(mentee.id)) continue
    const rows = allowed(position).map(({ mentor, score }) => line([mentee.email, mentor.email, score]))
    yield rows.join('')
  }
}

/** Why the file cannot be written; undefined once it is. */
async function writeOut(file: string, pieces: Iterable<string>): Promise<string | undefined> {
  try {
    await pipeline(Readable.from(pieces), createWriteStream(file))
    return undefined
  } catch (error) {
    return `${cannotWrite(file, error)}. Nothing was published.`
  }
}

async function publish(
  { world, organizationId }: Opened,
  { stored, proposal }: ProposedRun,
  shown: Answer,
): Promise<Answer> {
  const { inOrganization } = await import('../app/world.ts')
  const { publishPairs } = await import('../app/match/publish-pairs.ts')
  const pairs = proposal.pairs.map(({ mentee, mentor }) => ({ mentee: mentee.email, mentor: mentor.email }))
  const published = await inOrganization(world, organizationId, (scope) =>
    publishPairs(scope, { programId: stored.id, pairs, actor: 'command line' }),
  )
  if (!published.ok) {
    return {
      refused: [
        ...published.problems.map((problem) => `${problem}.`),
        'Nothing was published: run it again.',
      ],
    }
  }
  const { describePublished } = await import('./match-words.ts')
  return {
    ...shown,
    lines: [...(shown.lines ?? []), describePublished(published, stored.program)],
    data: { ...Object(shown.data), published: published.offers + published.pairs },
  }
}

async function isThere(file: string): Promise<boolean> {
  try {
    await access(file)
    return true
  } catch {
    return false
  }
}
