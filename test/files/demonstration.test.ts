import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { RosterRow } from '../../src/core/people/roster.ts'
import { readableBy, suggest } from '../../src/core/resource/topics.ts'
import { readCsv } from '../../src/files/csv.ts'
import { readProgramFile } from '../../src/files/program-file.ts'
import { readRoster } from '../../src/files/roster.ts'
import { stock } from '../../src/playground/hospital/lives.ts'

const { rows, errors, ignoredColumns } = readRoster(bytesOf('people.csv'))
const people = new Map(rows.map((row) => [row.email, row]))

test('the demonstration hospital has 60 staff, each row right', () => {
  expect(errors).toEqual([])
  expect(ignoredColumns).toEqual([])
  expect(people.size).toBe(60)
})

test('everybody can be reached, about half on each platform, a few on both', () => {
  const onSlack = rows.filter(({ slackUserId }) => slackUserId)
  const onTeams = rows.filter(({ teamsUserId }) => teamsUserId)

  expect(rows.filter(({ slackUserId, teamsUserId }) => !slackUserId && !teamsUserId)).toEqual([])
  expect(Math.abs(onSlack.length - onTeams.length)).toBeLessThan(8)
  expect(onSlack.length + onTeams.length - rows.length).toBeGreaterThan(2)
})

test('it is a place of many professions, sites, hours and zones', () => {
  const differing = (of: (row: RosterRow) => unknown) => new Set(rows.map(of)).size

  expect(differing(({ profession }) => profession)).toBeGreaterThan(9)
  expect(differing(({ timeZone }) => timeZone)).toBeGreaterThan(3)
  expect(new Set(rows.flatMap(({ sites }) => sites)).size).toBe(3)
  expect(rows.some(({ contactFrom = '', contactTo = '' }) => contactFrom > contactTo)).toBe(true)
})

test.each(['new-nurses.yaml', 'career.yaml'])('the coordinators of %s are among them', (name) => {
  const file = readProgramFile(bytesOf(name))

  expect('program' in file && file.program.coordinators.every((email) => people.has(email))).toBe(true)
})

test('new nurses and their mentors find something to read about what stands in their way', () => {
  const file = readProgramFile(bytesOf('new-nurses.yaml'))
  const resources = 'program' in file ? file.program.resources : []
  const found = (side: 'mentor' | 'mentee', words: string) =>
    suggest(readableBy(resources, new Set([side])), [words]).map(({ title }) => title)

  const suggested = [
    ...stock.inTheWay.mentee.map((words) => found('mentee', words)),
    ...stock.inTheWay.mentor.map((words) => found('mentor', words)),
  ]

  expect(suggested.filter(({ length }) => length === 0)).toEqual([])
})

test('managers and never-with lists name people of the roster', () => {
  const named = rows.flatMap(({ managerEmail, neverWith = [] }) => [
    ...neverWith,
    ...(managerEmail ? [managerEmail] : []),
  ])

  expect(named.filter((email) => !people.has(email))).toEqual([])
})

test('the pairs of the demonstration may be pairs: roles, professions, capacity, managers', () => {
  const table = readCsv(readFileSync(new URL('../../demo/pairs.csv', import.meta.url), 'utf8'))
  const records = 'records' in table ? table.records.slice(1) : []

  const pairs = records.map(
    ({ cells: [mentor = '', mentee = ''] }) => [people.get(mentor), people.get(mentee)] as const,
  )

  expect(pairs).toHaveLength(8)
  for (const [mentor, mentee] of pairs) {
    expect(mentor?.role).not.toBe('mentee')
    expect(mentee?.role).not.toBe('mentor')
    expect(mentor?.profession).toBe(mentee?.profession)
    expect(mentee?.managerEmail).not.toBe(mentor?.email)
    expect(pairs.filter(([other]) => other === mentor).length).toBeLessThanOrEqual(mentor?.capacity ?? 1)
  }
})

function bytesOf(name: string): Uint8Array {
  return readFileSync(new URL(`../../demo/${name}`, import.meta.url))
}
