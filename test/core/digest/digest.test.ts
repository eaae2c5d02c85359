import { expect, test } from 'vitest'
import type { Member, PairFacts } from '../../../src/core/digest/attention.ts'
import { type DigestFacts, digestOf, seenBy, seenByAll } from '../../../src/core/digest/digest.ts'
import { attentionList, channelDigest, personalDigest } from '../../../src/core/digest/messages.ts'
import type { Block } from '../../../src/core/message/message.ts'
import { renderMessage } from '../../../src/slack/render/message.ts'

const today = Temporal.PlainDate.from('2027-02-01')
const day = (text: string) => Temporal.PlainDate.from(text)

function member(given: Partial<Member> = {}): Member {
  return { name: 'Tom Hale', email: 'tom@example.org', finished: [], ...given }
}

function pair(given: Partial<PairFacts> = {}): PairFacts {
  return {
    pairId: 'pair-1',
    startedOn: day('2027-01-25'),
    mentor: member({ name: 'Ola Berg', email: 'ola@example.org' }),
    mentee: member({ name: 'Priya Shah', email: 'priya@example.org' }),
    everMet: true,
    metInPeriod: false,
    ...given,
  }
}

function facts(given: Partial<DigestFacts> = {}): DigestFacts {
  return {
    program: { id: 'program-1', name: 'Career mentoring', coordinators: ['amira@example.org'] },
    today,
    since: day('2027-01-25'),
    pairs: [pair()],
    ended: 0,
    checkIns: { opened: 0, answered: 0 },
    goals: [],
    reached: 0,
    thanks: 0,
    withoutPair: [],
    ...given,
  }
}

const missed = (dueOn: string) => ({ dueOn: day(dueOn), missed: true })
const answered = (dueOn: string) => ({ dueOn: day(dueOn), missed: false })

function reasonsOf(given: Partial<PairFacts>) {
  const [row] = digestOf(facts({ pairs: [pair(given)] })).rows
  return row?.reasons.map(({ kind, since }) => `${kind} ${since}`) ?? []
}

test('a pair that has not met needs attention from its twenty-first day on', () => {
  expect(reasonsOf({ everMet: false, startedOn: day('2027-01-12') })).toEqual([])
  expect(reasonsOf({ everMet: false, startedOn: day('2027-01-11') })).toEqual(['not-met 2027-01-11'])
  expect(reasonsOf({ everMet: true, startedOn: day('2027-01-11') })).toEqual([])
})

test('beside a reason stands what was tried with each of the two, and not beside a request alone', () => {
  const tried = { checkIns: 2, reminders: 3, later: 1, askedToGoOn: day('2027-01-30') }
  const silent = member({ name: 'Priya Shah', tried, finished: [missed('2027-01-19'), missed('2027-01-05')] })
  const asking = member({ tried, request: { urgent: false, on: day('2027-01-30') } })
  const shown = (given: Partial<PairFacts>) =>
    JSON.stringify(
      attentionList(digestOf(facts({ pairs: [pair(given)] })), {
        email: 'amira@example.org',
        locale: 'en-GB',
        from: 0,
      }),
    )

  expect(shown({ mentee: silent, nudgedOn: day('2027-01-28') })).toContain(
    'Tried so far: Priya Shah: 2 check-ins, 3 reminders, put off once, asked whether to go on (Sat 30 January); a coordinator’s nudge on Thu 28 January.',
  )
  expect(shown({ mentee: asking })).not.toContain('Tried so far')
})

test('two check-ins missed in a row by one of the two need attention, since the first of them', () => {
  const silent = member({ finished: [missed('2027-01-19'), missed('2027-01-05'), answered('2026-12-22')] })
  const back = member({ finished: [answered('2027-01-19'), missed('2027-01-05'), missed('2026-12-22')] })
  const once = member({ finished: [missed('2027-01-19'), answered('2027-01-05'), missed('2026-12-22')] })

  expect(reasonsOf({ mentor: silent })).toEqual(['silent 2027-01-05'])
  expect(reasonsOf({ mentee: back, mentor: once })).toEqual([])
})

test('somebody who waits for the coordinator comes before everything else', () => {
  const digest = digestOf(
    facts({
      pairs: [
        pair({ pairId: 'old', everMet: false, startedOn: day('2026-10-01') }),
        pair({ pairId: 'lost', mentee: member({ unreachableSince: day('2027-01-20') }) }),
        pair({ pairId: 'asks', mentee: member({ request: { urgent: false, on: day('2027-01-30') } }) }),
      ],
    }),
  )

  expect(digest.rows.map((row) => row.pair.pairId)).toEqual(['asks', 'lost', 'old'])
})

test('a snoozed pair is left out, counted, and comes back on the day', () => {
  const pressing = pair({ everMet: false, startedOn: day('2026-12-01') })

  const snoozed = digestOf(facts({ pairs: [{ ...pressing, snoozedUntil: day('2027-02-02') }] }))
  const back = digestOf(facts({ pairs: [{ ...pressing, snoozedUntil: today }] }))

  expect([snoozed.rows.length, snoozed.figures.snoozed, snoozed.figures.attention]).toEqual([0, 1, 0])
  expect(wordsOf(channelDigest(snoozed, 'rows'))).toContain('1 pair is snoozed.')
  expect([back.rows.length, back.figures.snoozed]).toEqual([1, 0])
})

test('the digest names what changed since the one before', () => {
  const first = digestOf(facts())
  const pairs = [pair(), pair({ pairId: 'pair-2', metInPeriod: true })]
  const next = digestOf(
    facts({ pairs, before: first.figures, ended: 1, checkIns: { opened: 4, answered: 3 }, reached: 2 }),
  )

  expect(wordsOf(channelDigest(first, 'rows'))).toContain('No pair needs attention.')
  const words = wordsOf(channelDigest(next, 'rows'))
  expect(words).toContain('2, 1 more than last time')
  expect(words).toContain('1 of 2 pairs (50%)')
  expect(words).toContain('3 of 4 opened (75%)')
  expect(words).toContain('0 on track, 0 at risk, 2 reached')
})

test('goals are counted by how they stand against the line', () => {
  const goal = {
    id: 'g',
    pairId: 'pair-1',
    ownerId: 'p',
    number: 1,
    measure: 'percent' as const,
    baseline: 0,
    target: 100,
    startsOn: day('2027-01-01'),
    dueOn: day('2027-03-04'),
    state: 'open' as const,
    milestones: [],
  }

  const { figures } = digestOf(facts({ goals: [45, 30, 5].map((value) => ({ ...goal, value })), reached: 1 }))

  expect(figures).toMatchObject({ onTrack: 1, atRisk: 1, offTrack: 1, reached: 1 })
})

test('a coordinator in a pair, or managing one of the two, does not see its row; another does', () => {
  const coordinators = ['ola@example.org', 'boss@example.org', 'amira@example.org']
  const program = { id: 'program-1', name: 'Career mentoring', coordinators }
  const needy = { everMet: false, startedOn: day('2026-12-01') }
  const digest = digestOf(
    facts({
      program,
      pairs: [
        pair({ ...needy, mentee: member({ managerEmail: 'boss@example.org' }) }),
        pair({ ...needy, pairId: 'free', mentor: member(), mentee: member() }),
      ],
    }),
  )

  const seen = (email: string) => seenBy(digest, email).rows.map((row) => row.pair.pairId)
  expect(seen('ola@example.org')).toEqual(['free'])
  expect(seen('boss@example.org')).toEqual(['free'])
  expect(seen('amira@example.org')).toEqual(['free', 'pair-1'])
  const posted = wordsOf(channelDigest(digest, 'rows'))
  expect(posted).not.toContain('Ola Berg')
  expect(posted).toContain('1 pair is shown in private only.')
  expect(wordsOf(personalDigest(digest, { email: 'ola@example.org', locale: 'en-GB' }))).not.toContain(
    'Priya',
  )
})

test('an urgent request and the words of any request never reach the channel, but the list in private', () => {
  const asks = (urgent: boolean) =>
    member({ name: 'Priya Shah', request: { urgent, on: today, words: 'Please ring me about nights' } })
  const digest = digestOf(
    facts({ pairs: [pair({ mentee: asks(true) }), pair({ pairId: 'p2', mentor: asks(false) })] }),
  )

  const posted = wordsOf(channelDigest(digest, 'rows'))
  const listed = wordsOf(attentionList(digest, { email: 'amira@example.org', locale: 'en-GB', from: 0 }))

  expect(seenByAll(digest).rows.map((row) => row.pair.pairId)).toEqual(['p2'])
  expect(posted).toContain('asked the coordinator to get in touch')
  expect(posted).not.toMatch(/urgent|nights/)
  expect(listed).toContain('urgently asked')
  expect(listed).toContain('Please ring me about nights')
})

test('while others read the channel it says counts only, and names nobody', () => {
  const digest = digestOf(
    facts({
      pairs: [pair({ everMet: false, startedOn: day('2026-12-01') })],
      withoutPair: [{ name: 'Sam Roe', email: 'sam@example.org', why: 'not-joined' }],
    }),
  )

  const posted = channelDigest(digest, 'counts')

  expect(wordsOf(posted)).toContain('Needs attention: 1 pair.')
  expect(wordsOf(posted)).not.toMatch(/Ola|Priya|Sam/)
  expect(verbsIn(posted.blocks)).toEqual(['digest.list program-1'])
})

test('people without a pair are named by reason, few of many', () => {
  const withoutPair = Array.from({ length: 7 }, (_, n) => ({
    name: `Person ${n}`,
    email: `p${n}@example.org`,
    why: 'not-paired-yet' as const,
  }))

  const words = wordsOf(channelDigest(digestOf(facts({ withoutPair })), 'rows'))

  expect(words).toContain('Not paired yet: Person 0, Person 1, Person 2, Person 3, Person 4 and 2 more')
})

test('a hundred pairs in need stay on one screen, and the list shows all of them page by page', () => {
  const pairs = Array.from({ length: 100 }, (_, n) =>
    pair({ pairId: `pair-${n}`, everMet: false, startedOn: day('2026-12-01') }),
  )
  const digest = digestOf(facts({ pairs }))
  const posted = channelDigest(digest, 'rows')
  const listed = (from: number) =>
    attentionList(digest, { email: 'amira@example.org', locale: 'en-GB', from })

  expect(wordsOf(renderMessage(posted))).toContain('And 90 more pairs.')
  expect(verbsIn(posted.blocks)).toContain('digest.list program-1:10')
  expect(verbsIn(listed(10).blocks).filter((verb) => verb.startsWith('digest.nudge'))).toHaveLength(15)
  expect(verbsIn(listed(10).blocks)).toContain('digest.list program-1:25')
  expect(wordsOf(renderMessage(listed(10)))).toContain('And 75 more pairs.')
  expect(verbsIn(listed(90).blocks).filter((verb) => verb.startsWith('digest.list'))).toEqual([])
})

function verbsIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'buttons'
      ? block.buttons.flatMap((button) => ('verb' in button ? [`${button.verb} ${button.about ?? ''}`] : []))
      : [],
  )
}

function wordsOf(shown: unknown): string {
  if (typeof shown === 'string') return shown
  if (shown === null || typeof shown !== 'object') return ''
  return Object.values(shown).map(wordsOf).join('\n')
}
