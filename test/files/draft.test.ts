import { expect, test } from 'vitest'
import { readCsv } from '../../src/files/csv.ts'
import { readDraftFile, writeDraft } from '../../src/files/draft.ts'
import { member, mentor } from '../core/match/people.ts'

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

const draft = writeDraft({
  pairs: [
    {
      mentee: member('priya'),
      mentor: mentor('=HYPERLINK("x")'),
      score: 71,
      reasons: ['offers “a, b”', 'same site'],
      kept: true,
    },
    { mentee: member('abena'), mentor: mentor('grace'), score: 7, reasons: ['-'], kept: false },
  ],
  leftOver: [{ mentee: member('ella'), reason: { kind: 'set-aside' } }],
})

test('a draft is read back as it was written, in the order of the mentees', () => {
  expect(readDraftFile(bytes(draft))).toEqual({
    problems: [],
    rows: [
      {
        line: 2,
        mentee: 'abena@example.org',
        mentor: 'grace@example.org',
        locked: false,
        proposed: 'grace@example.org',
      },
      { line: 3, mentee: 'ella@example.org', mentor: undefined, locked: false, proposed: undefined },
      expect.objectContaining({ line: 4, mentee: 'priya@example.org', locked: true }),
    ],
  })
})

test('no cell of it begins like a formula, and reading takes the apostrophe off again', () => {
  expect(draft).toContain(`"'=HYPERLINK(""x"")"`)
  expect(draft).toContain(`,7,'-`)
  const table = readCsv(draft.slice(1))
  expect('records' in table && table.records[3]?.cells[5]).toBe('=HYPERLINK("x")')
})

test('columns in another order, with semicolons, and more of them are read', () => {
  const { rows, problems } = readDraftFile(bytes('note;Mentor;mentee;Locked\nwhy;GRACE@x.org;a@x.org;Yes\n'))

  expect(problems).toEqual([])
  expect(rows).toEqual([
    { line: 2, mentee: 'a@x.org', mentor: 'grace@x.org', locked: true, proposed: undefined },
  ])
})

test.each([
  ['mentee,locked\na@x.org,yes\n', [{ line: 1, problem: 'the header has no column mentor' }]],
  ['', [{ line: 1, problem: 'the header has no column mentee and no column mentor' }]],
  [
    'mentee,mentor,locked\na@x.org,b@x.org,perhaps\n,b@x.org,\n',
    [
      { line: 2, problem: 'locked is yes or no' },
      { line: 3, problem: 'mentee is empty' },
    ],
  ],
])('what is no draft (%j) is refused by line', (text, expected) => {
  expect(readDraftFile(bytes(text)).problems).toEqual(expected)
})
