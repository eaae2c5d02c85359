import type { Cadence } from '../time/cadence.ts'
import type { MeetingRule } from './meeting-rules.ts'

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
  'not-paired-before',
] as const
export type MatchRule = (typeof matchRules)[number]

/** What the score of a pair is made of. */
export type MatchPart =
  | 'skills'
  | 'aims'
  | 'specialty'
  | 'site'
  | 'hours'
  | 'grade'
  | 'experience'
  | 'languages'
  | 'style'
  | 'preference'
  | 'standing'

/** How much each part counts beside the others. */
export type MatchWeights = Readonly<Record<MatchPart, number>>

/** What a program of a type starts from; a coordinator may change anything. */
export interface ProgramTemplate {
  /** How long it lasts where the file gives no last day. A peer program has no end of its own. */
  readonly months?: number
  readonly join: Joining
  readonly cadence: Cadence
  readonly require: readonly MatchRule[]
  readonly weights: MatchWeights
  /** Meetings that have to be held. */
  readonly meetings: readonly MeetingRule[]
  /** What a mentor is entitled to, in minutes a year. */
  readonly protectedMinutes?: number
}

/** When check-ins are due where nothing else is written: Tuesdays at nine. */
export const usualSlot = { weekday: 2, at: '09:00' } as const
const everyTwoWeeks: Cadence = [{ every: { unit: 'week', count: 2 }, ...usualSlot }]
const twoMonthsCloseThenMonthly: Cadence = [
  { every: { unit: 'week', count: 2 }, forWeeks: 8, ...usualSlot },
  { every: { unit: 'month' }, ...usualSlot },
]
const preceptorRules: readonly MatchRule[] = [
  'same-profession',
  'registered-12-months',
  'equal-or-senior-grade',
  'trained',
  'same-area',
]

/** Further on: what somebody wants to learn and become counts most. */
const careerWeights: MatchWeights = {
  skills: 30,
  aims: 25,
  specialty: 5,
  site: 5,
  hours: 10,
  grade: 10,
  experience: 5,
  languages: 3,
  style: 2,
  preference: 20,
  standing: 10,
}

/** New in a post: who works beside them counts most. */
const preceptorWeights: MatchWeights = {
  skills: 25,
  aims: 5,
  specialty: 25,
  site: 20,
  hours: 15,
  grade: 2,
  experience: 3,
  languages: 3,
  style: 2,
  preference: 10,
  standing: 10,
}

/** The five types of program and what each starts from. The preceptorships follow NHS England's national preceptorship model. */
export const programTemplates: Readonly<Record<ProgramType, ProgramTemplate>> = {
  career: {
    months: 12,
    join: 'invited',
    cadence: everyTwoWeeks,
    require: [],
    weights: careerWeights,
    meetings: [],
  },
  'preceptorship-core': {
    months: 6,
    join: 'required',
    cadence: twoMonthsCloseThenMonthly,
    require: preceptorRules,
    weights: preceptorWeights,
    meetings: [{ kind: 'within', days: 14 }, { kind: 'middle' }, { kind: 'end' }],
    protectedMinutes: 8 * 60,
  },
  'preceptorship-gold': {
    months: 12,
    join: 'required',
    cadence: twoMonthsCloseThenMonthly,
    require: preceptorRules,
    weights: preceptorWeights,
    meetings: [
      { kind: 'within', days: 7 },
      { kind: 'every', months: 2 },
    ],
    protectedMinutes: 12 * 60,
  },
  residency: {
    months: 6,
    join: 'required',
    cadence: twoMonthsCloseThenMonthly,
    require: ['same-profession'],
    weights: preceptorWeights,
    meetings: [],
  },
  peer: {
    join: 'invited',
    cadence: [{ every: { unit: 'round' }, ...usualSlot }],
    require: [],
    weights: careerWeights,
    meetings: [],
  },
}
