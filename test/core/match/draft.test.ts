import { expect, test } from 'vitest'
import { type DraftRow, readDraft } from '../../../src/core/match/draft.ts'
import { member, mentor, on, poolOf } from './people.ts'

const pool = poolOf({
  mentees: [
    member('abena', { profession: 'nurse' }),
    member('ella', { profession: 'midwife' }),
    member('priya', { profession: 'nurse' }),
  ],
  mentors: [
    mentor('grace', { profession: 'nurse', trainedOn: on('2020-01-01') }),
    mentor('joseph', { profession: 'nurse', trainedOn: on('2020-01-01'), places: 2 }),
    mentor('tom', { profession: 'nurse' }),
  ],
  require: ['same-profession', 'trained'],
  apart: [['id-priya', 'id-joseph']],
})

function row(line: number, given: Partial<DraftRow>): DraftRow {
  return { line, mentee: '', mentor: undefined, locked: false, proposed: undefined, ...given }
}

function read(...rows: DraftRow[]) {
  return readDraft(rows, pool, (email) => `nobody has the address ${email}`)
}

const [abena, ella, priya] = ['abena@example.org', 'ella@example.org', 'priya@example.org']
const [grace, joseph, tom] = ['grace@example.org', 'joseph@example.org', 'tom@example.org']

test('locked and moved pairs are kept, others only stand, and who was taken out is set aside', () => {
  const draft = read(
    row(2, { mentee: abena, mentor: joseph, proposed: joseph }),
    row(3, { mentee: priya, mentor: grace, proposed: joseph }),
    row(4, { mentee: ella, proposed: grace }),
  )

  expect(draft).toEqual({
    kept: [{ menteeId: 'id-priya', mentorId: 'id-grace' }],
    standing: [{ menteeId: 'id-abena', mentorId: 'id-joseph' }],
    setAside: new Set(['id-ella']),
  })
})

test('a locked pair is kept, and who had nobody in the draft is looked at again', () => {
  const draft = read(
    row(2, { mentee: abena, mentor: joseph, proposed: joseph, locked: true }),
    row(3, { mentee: ella }),
  )

  expect(draft).toEqual({
    kept: [{ menteeId: 'id-abena', mentorId: 'id-joseph' }],
    standing: [],
    setAside: new Set(),
  })
})

test.each<[string, readonly DraftRow[], readonly [number, string][]]>([
  [
    'an unknown mentee',
    [row(2, { mentee: 'abenna@example.org', mentor: grace })],
    [[2, 'nobody has the address abenna@example.org']],
  ],
  ['an unknown mentor', [row(2, { mentee: abena, mentor: 'x@y.z' })], [[2, 'nobody has the address x@y.z']]],
  [
    'a mentee twice',
    [row(2, { mentee: abena }), row(3, { mentee: abena })],
    [[3, `${abena} stands already in line 2`]],
  ],
  [
    'a lock on nothing',
    [row(2, { mentee: abena, locked: true })],
    [[2, 'this row is locked and names no mentor']],
  ],
  [
    'a broken rule',
    [row(2, { mentee: ella, mentor: tom })],
    [
      [2, 'tom and ella are not known to have the same profession'],
      [2, 'tom is not known to be trained'],
    ],
  ],
  [
    'more than there are places',
    [row(2, { mentee: abena, mentor: grace }), row(3, { mentee: priya, mentor: grace })],
    [[3, 'grace is not free this time']],
  ],
  [
    'whom a list of their own keeps apart',
    [row(2, { mentee: priya, mentor: joseph })],
    [[2, 'joseph is not free this time']],
  ],
  [
    'mistakes in several rows',
    [row(2, { mentee: 'x@y.z' }), row(3, { mentee: ella, mentor: grace })],
    [
      [2, 'nobody has the address x@y.z'],
      [3, 'grace and ella are not known to have the same profession'],
    ],
  ],
])('%s is refused by line', (_, rows, expected) => {
  expect(read(...rows)).toEqual({ problems: expected.map(([line, problem]) => ({ line, problem })) })
})

test('a pair that was not touched and breaks a rule by now is no mistake: the run finds another', () => {
  const draft = read(row(2, { mentee: abena, mentor: tom, proposed: tom }))

  expect(draft).toMatchObject({ kept: [], standing: [{ mentorId: 'id-tom' }] })
})
