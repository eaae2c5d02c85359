import { expect, test } from 'vitest'
import { momentLabel, momentWords } from '../../../../src/core/pair/meet/words.ts'

test.each([
  ['en-GB', '09:00'],
  ['en-US', '9:00 AM'],
])('a button names the hour as the words above it do (%s)', (locale, hour) => {
  const nine = Temporal.Instant.from('2027-01-12T09:00:00Z')
  const reader = { zone: 'Europe/London', locale }

  const said = [momentLabel(nine, reader), momentWords(nine, reader)]

  expect(said.map((words) => words.replace(/\s/g, ' '))).toEqual([
    expect.stringMatching(`[ ,]${hour}$`),
    expect.stringMatching(`[ ,]${hour}$`),
  ])
})
