import type { Cadence } from '../time/cadence.ts'

export const programTypes = [
  'career',
  'preceptorship-core',
  'preceptorship-gold',
  'residency',
  'peer',
] as const
export type ProgramType = (typeof programTypes)[number]

/**
 * invited: nobody is in it without their word; open: who belongs to the organization may join unasked;
 * required: a condition of work, people confirm that they have understood.
 */
export const joinings = ['invited', 'open', 'required'] as const
export type Joining = (typeof joinings)[number]

/**
 * Hard rules of matching that a program can ask for. Never-with lists (and, where there is a mentor and a
 * mentee, the own line manager) hold without being asked for.
 */
export const matchRules = [
  'same-profession',
  'registered-12-months',
  'equal-or-senior-grade',
  'trained',
  'same-area',
] as const
export type MatchRule = (typeof matchRules)[number]

/** What a program of a type starts from; a coordinator may change anything. */
export interface ProgramTemplate {
  /** How long it lasts where the file gives no last day. A peer program has no end of its own. */
  readonly months?: number
  readonly join: Joining
  readonly cadence: Cadence
  readonly require: readonly MatchRule[]
}

/** When check-ins are due where nothing else is written: Tuesdays at nine. */
export const usualSlot = { weekday: 2, at: '09:00' } as const
const everyTwoWeeks: Cadence = [{ every: { unit: 'week', count: 2 }, ...usualSlot }]
const twoMonthsCloseThenMonthly: Cadence = [
  { every: { unit: 'week', count: 2 }, forWeeks: 8, ...usualSlot },
  { every: { unit: 'month' }, ...usualSlot },
]
const preceptorRules: readonly MatchRule[] = [...matchRules]

/** The five types of program and what each starts from. The preceptorships follow NHS England's national preceptorship model. */
export const programTemplates: Readonly<Record<ProgramType, ProgramTemplate>> = {
  career: { months: 12, join: 'invited', cadence: everyTwoWeeks, require: [] },
  'preceptorship-core': {
    months: 6,
    join: 'required',
    cadence: twoMonthsCloseThenMonthly,
    require: preceptorRules,
  },
  'preceptorship-gold': {
    months: 12,
    join: 'required',
    cadence: twoMonthsCloseThenMonthly,
    require: preceptorRules,
  },
  residency: {
    months: 6,
    join: 'required',
    cadence: twoMonthsCloseThenMonthly,
    require: ['same-profession'],
  },
  peer: { join: 'invited', cadence: [{ every: { unit: 'round' }, ...usualSlot }], require: [] },
}
