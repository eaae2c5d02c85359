import { z } from 'zod'
import {
  clockTime,
  date,
  days,
  email,
  list,
  oneOf,
  quote,
  timeZone,
  wholeNumber,
  words,
  written,
} from '../program/written.ts'
import { parseContactDays } from '../time/contact-window.ts'
import type { DateRange } from '../time/date-range.ts'
import type { Weekday } from '../time/weekday.ts'
import type { Role } from './enrollment.ts'

const roles: readonly Role[] = ['mentor', 'mentee', 'both']

/** A person as a coordinator's file describes them. Undefined: the column is absent, or the cell empty. */
export interface RosterRow {
  /** Of the file, where the row begins; from 1. */
  readonly line: number
  /** The key within the organization, lower case. */
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly profession: string | undefined
  /** Higher is more senior. */
  readonly grade: number | undefined
  readonly specialty: string | undefined
  readonly area: string | undefined
  readonly sites: readonly string[] | undefined
  readonly registeredOn: Temporal.PlainDate | undefined
  readonly joinedOn: Temporal.PlainDate | undefined
  readonly leavesOn: Temporal.PlainDate | undefined
  readonly trainedOn: Temporal.PlainDate | undefined
  readonly skillsOffered: readonly string[] | undefined
  readonly skillsSought: readonly string[] | undefined
  readonly aims: readonly string[] | undefined
  readonly languages: readonly string[] | undefined
  readonly contactStyle: string | undefined
  /** How many mentees a mentor takes. */
  readonly capacity: number | undefined
  readonly managerEmail: string | undefined
  /** The coordinator's list, never a person's own. */
  readonly neverWith: readonly string[] | undefined
  readonly timeZone: string | undefined
  readonly contactDays: readonly Weekday[] | undefined
  readonly contactFrom: string | undefined
  readonly contactTo: string | undefined
  readonly leave: readonly DateRange[] | undefined
  readonly slackUserId: string | undefined
  /** The Entra (AAD) object id. */
  readonly teamsUserId: string | undefined
}

export interface RosterProblem {
  readonly line: number
  /** Absent where the whole row or file is meant. */
  readonly column?: string
  readonly problem: string
}

/** The cells of one row by column: texts, and lists where the column is one. Empty cells are left out. */
export interface RosterCells {
  readonly line: number
  readonly cells: Readonly<Record<string, string | readonly string[]>>
}

const text = words(500).optional()
const texts = list(words(120), 50).optional()

const name = words(120).transform((cell) => cell.replace(/\s+/g, ' '))

const grade = written((cell) => {
  const value = Number(cell.replace(',', '.'))
  return /^\d{1,3}([.,]\d{1,2})?$/.test(cell)
    ? value
    : { problem: `${quote(cell)} is not a number: higher is more senior` }
})

const contactDays = written(
  (cell) =>
    parseContactDays(cell) ?? {
      problem: `${quote(cell)} are not days of the week: write Mon-Fri or Mon,Wed`,
    },
)

const slackUserId = written((cell) =>
  /^[UW][A-Z0-9]{5,20}$/.test(cell)
    ? cell
    : { problem: `${quote(cell)} is not a member id of Slack, like U0123ABCD` },
)

const teamsUserId = written((cell) =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(cell)
    ? cell.toLowerCase()
    : { problem: `${quote(cell)} is not an Entra object id, like 0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0` },
)

const columns = {
  email,
  name,
  role: oneOf(roles),
  profession: text,
  grade: grade.optional(),
  specialty: text,
  area: text,
  sites: texts,
  registered_on: date.optional(),
  joined_on: date.optional(),
  leaves_on: date.optional(),
  trained_on: date.optional(),
  skills_offered: texts,
  skills_sought: texts,
  aims: list(words(500), 20).optional(),
  languages: texts,
  contact_style: text,
  capacity: wholeNumber(0, 20).optional(),
  manager_email: email.optional(),
  never_with: list(email, 50).optional(),
  time_zone: timeZone.optional(),
  contact_days: contactDays.optional(),
  contact_from: clockTime.optional(),
  contact_to: clockTime.optional(),
  leave: list(days, 50).optional(),
  slack_user_id: slackUserId.optional(),
  teams_user_id: teamsUserId.optional(),
}

export const rosterColumns: readonly string[] = Object.keys(columns)
export const requiredRosterColumns: readonly string[] = ['email', 'name', 'role']

/** Columns whose cells hold several values. */
export const rosterLists: ReadonlySet<string> = new Set([
  'sites',
  'skills_offered',
  'skills_sought',
  'aims',
  'languages',
  'never_with',
  'leave',
])

const row = z.object(columns)
type Cells = z.output<typeof row>

/** Reads what the cells of one row mean, or says everything that is wrong with them. */
export function parseRosterRow({
  line,
  cells,
}: RosterCells): { readonly row: RosterRow } | { readonly problems: readonly RosterProblem[] } {
  const result = row.safeParse(cells)
  if (!result.success) {
    return {
      problems: result.error.issues.map(({ path, message }) => ({
        line,
        column: String(path[0]),
        problem: message,
      })),
    }
  }
  const clashes = clashesIn(result.data).map((clash) => ({ line, ...clash }))
  return clashes.length > 0 ? { problems: clashes } : { row: rowFrom(line, result.data) }
}

function rowFrom(line: number, cells: Cells): RosterRow {
  return {
    line,
    email: cells.email,
    name: cells.name,
    role: cells.role,
    profession: cells.profession,
    grade: cells.grade,
    specialty: cells.specialty,
    area: cells.area,
    sites: cells.sites,
    registeredOn: cells.registered_on,
    joinedOn: cells.joined_on,
    leavesOn: cells.leaves_on,
    trainedOn: cells.trained_on,
    skillsOffered: cells.skills_offered,
    skillsSought: cells.skills_sought,
    aims: cells.aims,
    languages: cells.languages,
    contactStyle: cells.contact_style,
    capacity: cells.capacity,
    managerEmail: cells.manager_email,
    neverWith: cells.never_with,
    timeZone: cells.time_zone,
    contactDays: cells.contact_days,
    contactFrom: cells.contact_from,
    contactTo: cells.contact_to,
    leave: cells.leave,
    slackUserId: cells.slack_user_id,
    teamsUserId: cells.teams_user_id,
  }
}

function clashesIn(cells: Cells): readonly { readonly column: string; readonly problem: string }[] {
  const { joined_on: joined, leaves_on: leaves } = cells
  const leftBefore = joined && leaves && Temporal.PlainDate.compare(leaves, joined) < 0
  return [
    ...(leftBefore ? [{ column: 'leaves_on', problem: `this is before joined_on, ${joined}` }] : []),
    ...(cells.manager_email === cells.email
      ? [{ column: 'manager_email', problem: 'nobody is their own manager' }]
      : []),
    ...(cells.never_with?.includes(cells.email)
      ? [{ column: 'never_with', problem: 'this is the person themselves' }]
      : []),
  ]
}

/** What may stand only once in a file: an address, an account. The first row that has it is the good one. */
export function repeatsIn(rows: readonly RosterRow[]): readonly RosterProblem[] {
  const keys = [
    ['email', (one: RosterRow) => one.email],
    ['slack_user_id', (one: RosterRow) => one.slackUserId],
    ['teams_user_id', (one: RosterRow) => one.teamsUserId],
  ] as const
  return keys.flatMap(([column, keyOf]) => {
    const lines = new Map<string, number>()
    return rows.flatMap((one) => {
      const key = keyOf(one)
      const earlier = key === undefined ? undefined : lines.get(key)
      if (key !== undefined && earlier === undefined) lines.set(key, one.line)
      return earlier === undefined
        ? []
        : [{ line: one.line, column, problem: `this stands already in line ${earlier}` }]
    })
  })
}
