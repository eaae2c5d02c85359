import type { Pool } from '../../src/core/match/eligibility.ts'
import type { Member } from '../../src/core/match/member.ts'
import type { Scoring } from '../../src/core/match/score.ts'
import type { MatchRule } from '../../src/core/program/types.ts'
import { programTemplates } from '../../src/core/program/types.ts'
import { seededRandom } from './random.ts'

/** A program to match, by its size. */
export interface Staff {
  readonly mentees: number
  readonly mentors: number
  /** Of every mentor. */
  readonly capacity: number
  readonly require: readonly MatchRule[]
  /** The share of mentees of a profession that no mentor has. */
  readonly alone: number
}

/** No rule but those about single people. */
export const anybody = { require: [], alone: 0 } as const

const start = Temporal.PlainDate.from('2027-01-04')
const professions = ['nurse', 'nurse', 'nurse', 'midwife', 'physiotherapist', 'radiographer', 'pharmacist']
const sites = ['North Wing', 'West Gate', 'Old Town', 'Hill Clinic', 'Riverside', 'St Anne’s', 'Main House']
const languages = [
  'Twi',
  'Tagalog',
  'Polish',
  'Hindi',
  'Portuguese',
  'Yoruba',
  'Welsh',
  'Malayalam',
  'Arabic',
]
const styles = ['video', 'in person', 'phone', 'no preference']
const days = [
  [1, 2, 3, 4, 5],
  [1, 2, 3],
  [3, 4, 5, 6],
  [5, 6, 7],
  [2, 4],
] as const
const hours = [
  ['07:00', '15:00'],
  ['09:00', '17:00'],
  ['12:00', '20:00'],
  ['13:30', '21:30'],
] as const
const specialties = named('specialty', 30)
const skills = named('skill', 60)
const subjects = named('subject', 80)

/** People as a staff list might describe them, the same for the same size. Both lists in the order of the addresses. */
export function poolOf({ mentees, mentors, capacity, require, alone }: Staff): Pool {
  const draw = drawsFrom(seededRandom(mentees + mentors + capacity))
  return {
    mentees: list(mentees, 'mentee', (email) => ({
      ...person(draw, email),
      ...(draw.chance(alone) && { profession: 'perfusionist' }),
      grade: 5 + draw.below(2),
      registeredOn: start.subtract({ months: 1 + draw.below(60) }),
      skillsSought: draw.some(skills, 2 + draw.below(3)),
      managerEmail: draw.chance(0.1) ? address('mentor', draw.below(mentors)) : undefined,
    })),
    mentors: list(mentors, 'mentor', (email) => ({
      ...person(draw, email),
      grade: 5 + draw.below(4),
      registeredOn: start.subtract({ months: 13 + draw.below(300) }),
      skillsOffered: draw.some(skills, 3 + draw.below(4)),
      places: capacity,
    })),
    on: start,
    require,
    earlier: [],
    rejected: [],
    apart: [],
  }
}

/** As a career program scores, with nothing that anybody asked for. */
export const scoring: Scoring = {
  weights: programTemplates.career.weights,
  preferences: [],
  standing: [],
}

function person(draw: Draws, email: string): Member {
  const [from, to] = draw.one(hours)
  return {
    id: email,
    email,
    name: email,
    profession: draw.one(professions),
    grade: undefined,
    specialty: draw.one(specialties),
    area: undefined,
    sites: draw.some(sites, 1 + draw.below(2)),
    registeredOn: undefined,
    joinedOn: undefined,
    trainedOn: undefined,
    skillsOffered: [],
    skillsSought: [],
    aims: [`Lead on ${draw.one(subjects)} and ${draw.one(subjects)}`],
    languages: ['English', ...draw.some(languages, draw.below(2))],
    contactStyle: draw.one(styles),
    hours: { days: [...draw.one(days)], from, to },
    zone: 'Europe/London',
    managerEmail: undefined,
    neverWith: [],
  }
}

interface Draws {
  below(most: number): number
  chance(share: number): boolean
  one<Item>(items: readonly Item[]): Item
  some<Item>(items: readonly Item[], count: number): Item[]
}

function drawsFrom(random: () => number): Draws {
  const below = (most: number) => Math.floor(random() * most)
  const one = <Item>(items: readonly Item[]) => items[below(items.length)] as Item
  return {
    below,
    one,
    chance: (share) => random() < share,
    some: (items, count) => Array.from({ length: count }, () => one(items)),
  }
}

function list<Person>(count: number, side: string, make: (email: string) => Person): Person[] {
  return Array.from({ length: count }, (_, number) => make(address(side, number)))
}

function address(side: string, number: number): string {
  return `${side}-${String(number).padStart(6, '0')}@hospital.example`
}

/** Words of letters alone: figures are no words to the part about aims. */
function named(kind: string, count: number): string[] {
  const letter = (code: number) => String.fromCharCode(97 + code)
  return Array.from({ length: count }, (_, at) => `${kind}${letter(Math.floor(at / 26))}${letter(at % 26)}`)
}
