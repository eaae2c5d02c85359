import { expect, test } from 'vitest'
import type { Pool } from '../../../src/core/match/eligibility.ts'
import { type Proposal, propose } from '../../../src/core/match/propose.ts'
import { lossByPrices, lossBySearch } from '../../../src/core/match/review/loss.ts'
import type { DraftProof, OpenRow, RowStanding } from '../../../src/core/match/review/open-draft.ts'
import { openWeighing } from '../../../src/core/match/review/weigh.ts'
import { whyNotFacts } from '../../../src/core/match/review/why-not-facts.ts'
import type { Scoring } from '../../../src/core/match/score.ts'
import { type Loss, whyNot } from '../../../src/core/match/why-not.ts'
import { programTemplates } from '../../../src/core/program/types.ts'
import { member, mentor, poolOf } from './people.ts'

const { weights } = programTemplates['preceptorship-core']

/** Scores by preference alone: 10,000 times the share. */
function wishes(shares: Readonly<Record<string, number>>): Scoring {
  const none = Object.fromEntries(
    Object.keys(weights).map((part) => [part, 0]),
  ) as unknown as Scoring['weights']
  const preferences = Object.entries(shares).map(([two, share]) => {
    const [menteeId, mentorId] = two.split(' ')
    return { menteeId: `id-${menteeId}`, mentorId: `id-${mentorId}`, share }
  })
  return { weights: { ...none, preference: 10 }, preferences, standing: [] }
}

interface Draft {
  readonly pool: Pool
  readonly scoring: Scoring
  readonly rows: readonly OpenRow[]
  readonly proof: DraftProof
}

function draftOf(given: Partial<Pool>, scoring: Scoring): Draft {
  const pool = poolOf(given)
  const proposal = propose(pool, { scoring, kept: [], setAside: new Set() })
  return { pool, scoring, rows: rowsOf(proposal), proof: proofOf(pool, proposal) }
}

function rowsOf({ pairs, leftOver }: Proposal): OpenRow[] {
  const more = { standing: 'open', reasons: [], version: 1 } as const
  return [
    ...pairs.map(({ mentee, mentor: { id }, score }) => ({
      ...more,
      menteeId: mentee.id,
      mentorId: id,
      proposedId: id,
      score,
    })),
    ...leftOver.map(({ mentee }) => ({
      ...more,
      menteeId: mentee.id,
      mentorId: undefined,
      proposedId: undefined,
      score: undefined,
    })),
  ]
}

function proofOf({ mentors }: Pool, { total, bound, unmatched, prices }: Proposal): DraftProof {
  const priced = mentors.map(({ id }, at) => [id, prices[at] ?? 0])
  return { total, bound, unmatched, moved: 0, prices: Object.fromEntries(priced) }
}

function changed(draft: Draft, mentee: string, change: Partial<OpenRow>): Draft {
  const rows = draft.rows.map((row) => (row.menteeId === `id-${mentee}` ? { ...row, ...change } : row))
  return { ...draft, rows }
}

function standing(draft: Draft, mentee: string, how: RowStanding): Draft {
  return changed(draft, mentee, { standing: how, ...(how === 'set-aside' && { mentorId: undefined }) })
}

function ask(draft: Draft, two: string, hidden?: string): string[] {
  const [mentee, whom] = two.split(' ')
  const weighing = openWeighing(draft.pool, draft.scoring, draft.rows)
  const facts = whyNotFacts(weighing, draft, {
    menteeId: `id-${mentee}`,
    mentorId: `id-${whom}`,
    nameOf: (id) => (id === `id-${hidden}` ? undefined : id.slice(3)),
  })
  if (!facts) throw new Error('one of the two cannot be matched')
  return whyNot(facts)
}

const contested = () =>
  draftOf(
    {
      mentees: [member('ana'), member('ben'), member('priya')],
      mentors: [mentor('grace', { places: 2 }), mentor('hugo')],
    },
    wishes({
      'ana grace': 0.71,
      'ben grace': 0.69,
      'priya grace': 0.62,
      'ana hugo': 0.1,
      'ben hugo': 0.1,
      'priya hugo': 0.1,
    }),
  )

test('who has the places is named, and what giving one of them would cost all together', () => {
  const draft = contested()

  const answer = ask(draft, 'priya grace')

  expect(answer).toEqual([
    'grace’s 2 places went to ana (7,100) and ben (6,900); for priya grace would count 6,200.',
    'Giving priya one of them would take it from ben, and all pairs together would score 700 less.',
  ])
})

test('for somebody left over, too; and where it would leave one more without a mentor, that is said', () => {
  const scoring = wishes({ 'ana grace': 0.7, 'priya grace': 0.6, 'priya hugo': 0.2 })
  const mentees = [member('ana'), member('priya')]
  const contest = draftOf({ mentees, mentors: [mentor('grace')] }, scoring)
  const only = draftOf(
    {
      mentees,
      mentors: [mentor('grace'), mentor('hugo')],
      rejected: [{ menteeId: 'id-ana', mentorId: 'id-hugo' }],
    },
    scoring,
  )

  expect(ask(contest, 'priya grace')).toEqual([
    'grace’s one place went to ana (7,000); for priya grace would count 6,000.',
    'Giving priya it would take it from ana, and all pairs together would score 1,000 less.',
  ])
  expect(ask(only, 'priya grace')[1]).toBe(
    'Giving priya it would take it from ana, and one mentee more would be left without a mentor.',
  )
})

test('whom the rules forbid is answered by the rule, and somebody’s own list by nothing but a full mentor', () => {
  const scoring = wishes({ 'priya grace': 0.9, 'priya hugo': 0.2 })
  const mentees = [member('priya')]
  const apart: Pool['apart'] = [['id-grace', 'id-priya']]
  const hugo = mentor('hugo')
  const kept = draftOf({ mentees, mentors: [mentor('grace'), hugo], apart }, scoring)
  const full = draftOf({ mentees, mentors: [mentor('grace', { places: 0 }), hugo] }, scoring)
  const rejected = draftOf(
    { mentees, mentors: [mentor('grace'), hugo], rejected: [{ menteeId: 'id-priya', mentorId: 'id-grace' }] },
    scoring,
  )

  expect(ask(kept, 'priya grace')).toEqual(['grace is not free this time.'])
  expect(ask(full, 'priya grace')).toEqual(ask(kept, 'priya grace'))
  expect(ask(rejected, 'priya grace')).toEqual([
    'grace and priya are not to be proposed to one another again.',
  ])
})

test('where others have the places, somebody’s own list leaves no trace in the words', () => {
  const scoring = wishes({ 'ana grace': 0.5, 'priya grace': 0.9, 'priya hugo': 0.2, 'ana hugo': 0.2 })
  const people = {
    mentees: [member('ana'), member('priya')],
    mentors: [mentor('grace'), mentor('hugo')],
  }

  const kept = ask(draftOf({ ...people, apart: [['id-grace', 'id-priya']] }, scoring), 'priya grace')

  expect(kept).toEqual([
    'grace’s one place went to ana (5,000); for priya grace would count 9,000.',
    'Giving priya it would take it from ana, and all pairs together would score no higher.',
  ])
})

test('what was decided by hand is said: locked, taken out, moved away', () => {
  const draft = contested()

  expect(ask(standing(draft, 'ana', 'locked'), 'ana hugo')).toEqual([
    'ana is locked with grace. Unlock the two and propose again, and others are looked at.',
    'For ana hugo would count 1,000; grace counts 7,100.',
  ])
  expect(ask(standing(draft, 'priya', 'set-aside'), 'priya grace')).toEqual([
    'priya was taken out of the draft: nobody was looked for.',
    'For priya grace would count 6,200.',
  ])
  const locked = standing(standing(draft, 'ana', 'locked'), 'ben', 'locked')
  expect(ask(locked, 'priya grace')[1]).toBe(
    'What is locked stays: unlock a pair and propose again, and others are looked at.',
  )
  const moved = changed(draft, 'ben', { mentorId: undefined })
  expect(ask(moved, 'priya grace')).toEqual([
    'grace has a place left.',
    'For priya grace would count 6,200, and hugo, whom they have, counts 1,000. Either the draft has changed since the last run, or hugo stood in it before, which counts too. You can move priya by hand.',
  ])
  expect(ask(moved, 'ben grace')).toEqual([
    'grace has a place left.',
    'For ben grace would count 6,900. The draft has changed since the last run: propose again, or move ben by hand.',
  ])
  expect(ask(draft, 'ana grace')).toEqual(['ana has grace in this draft.'])
})

test('a mentor with a place who counts less is compared with the one whom they have', () => {
  const scoring = wishes({ 'ana grace': 0.7, 'ana hugo': 0.4 })
  const draft = draftOf({ mentees: [member('ana')], mentors: [mentor('grace'), mentor('hugo')] }, scoring)

  expect(ask(draft, 'ana hugo')).toEqual([
    'For ana hugo would count 4,000, and grace, whom they have, counts 7,000.',
    'With hugo, all pairs together would score 3,000 less.',
  ])
})

test('in a large hospital what is known is the least that it would cost, by the prices of the last run', () => {
  const draft = contested()
  const weighing = openWeighing(draft.pool, draft.scoring, draft.rows)
  const two = { menteeId: 'id-priya', mentorId: 'id-grace' }
  const facts = whyNotFacts(weighing, draft, { ...two, nameOf: (id) => id.slice(3) })
  const proof = { ...draft.proof, prices: { 'id-grace': 5_900 } }

  const loss = lossByPrices(weighing, { ...two, rows: draft.rows }, proof)

  expect(loss).toEqual({ kind: 'points', points: 700, isExact: false, from: [] })
  expect(facts && whyNot({ ...facts, loss })[1]).toBe(
    'Giving priya one of them would take it from one of them, and all pairs together would score at least 700 less.',
  )
})

test('of whom the reader is too close to, neither the name nor the score is said', () => {
  const words = ask(contested(), 'priya grace', 'ben').join(' ')

  expect(words).toContain('ana (7,100) and somebody whom you do not see;')
  expect(words).not.toContain('6,900')
})

test('what is said to be lost is what a run with the two together loses; by prices alone never more', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const draft = randomDraft(seed)
    const { pool, scoring, rows, proof } = draft
    const weighing = openWeighing(pool, scoring, rows)
    for (const { id: menteeId } of pool.mentees) {
      for (const { id: mentorId } of pool.mentors) {
        const two = { menteeId, mentorId }
        const together = rowsOf(propose(pool, { scoring, kept: [two], setAside: new Set() }))
        const lost = worthOf(draft, rows) - worthOf(draft, together)

        expect(pointsOf(lossBySearch(weighing, { ...two, rows }), -proof.unmatched)).toBe(
          Math.min(lost, -proof.unmatched),
        )
        expect(
          pointsOf(lossByPrices(weighing, { ...two, rows }, proof), -proof.unmatched),
        ).toBeLessThanOrEqual(lost)
      }
    }
  }
})

function pointsOf(loss: Loss, fewer: number): number {
  return loss.kind === 'points' ? loss.points : fewer
}

function worthOf({ proof }: Draft, rows: readonly OpenRow[]): number {
  return rows.reduce((sum, { score }) => sum + (score ?? proof.unmatched), 0)
}

function randomDraft(seed: number): Draft {
  let state = seed * 2_654_435_761
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const names = (letter: string, count: number) => Array.from({ length: count }, (_, at) => `${letter}${at}`)
  const [mentees, mentors] = [names('m', 2 + next(4)), names('t', 1 + next(3))]
  const shares = mentees.flatMap((one) => mentors.map((other) => [`${one} ${other}`, next(20) / 20]))
  return draftOf(
    {
      mentees: mentees.map((name) => member(name)),
      mentors: mentors.map((name) => mentor(name, { places: 1 + next(2) })),
    },
    wishes(Object.fromEntries(shares)),
  )
}
