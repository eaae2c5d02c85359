import type { MatchPart } from '../program/types.ts'
import { fold, type Member } from './member.ts'
import { overlapOf, type Week, weekOf } from './week.ts'

/** The parts that the staff list speaks for; the others are about single pairs. */
export type ListPart = Exclude<MatchPart, 'preference' | 'standing'>

/** How well two go together in one respect, 0 to 1, in one of the forms that whole rows are scored by. */
export type Part =
  | {
      /** By how many of the mentee's words the mentor has, too. */
      readonly form: 'words'
      readonly wanted: (mentee: Member) => readonly string[]
      readonly offered: (mentor: Member) => readonly string[]
      readonly share: (common: number, wanted: number) => number
    }
  | {
      /** By one value of each; people of the same value score the same. */
      readonly form: 'value'
      readonly of: (member: Member) => Value
      readonly share: (mentee: Value, mentor: Value) => number
    }

export type Value = string | number | undefined

const unlikely = 0.25

export function partsOn(on: Temporal.PlainDate): Readonly<Record<ListPart, Part>> {
  return {
    skills: {
      form: 'words',
      wanted: ({ skillsSought }) => skillsSought.map(fold),
      offered: ({ skillsOffered }) => skillsOffered.map(fold),
      share: (common, wanted) => common / wanted,
    },
    aims: {
      form: 'words',
      wanted: ({ aims }) => aims.flatMap(tellingWords),
      offered: ({ aims, skillsOffered, specialty = '' }) =>
        [...aims, ...skillsOffered, specialty].flatMap(tellingWords),
      share: (common) => Math.min(common / 2, 1),
    },
    specialty: { form: 'value', of: ({ specialty }) => specialty && fold(specialty), share: same },
    site: {
      form: 'value',
      of: ({ sites }) => listed(sites),
      share: (mentee, mentor) => (commonIn(mentee, mentor).length > 0 ? 1 : 0),
    },
    hours: hoursOn(on),
    grade: { form: 'value', of: ({ grade }) => grade, share: shareOfGrades },
    experience: { form: 'value', of: monthOfStart, share: shareOfExperience },
    languages: {
      form: 'value',
      of: ({ languages }) => listed(languages),
      share: (mentee, mentor) => Math.min(commonIn(mentee, mentor).length / 2, 1),
    },
    style: {
      form: 'value',
      of: ({ contactStyle }) => contactStyle && fold(contactStyle),
      share: shareOfStyles,
    },
  }
}

/** The month in which their working life in the profession began, else that here; counted from the year 0. */
export function monthOfStart({ registeredOn, joinedOn }: Member): number | undefined {
  const date = registeredOn ?? joinedOn
  return date && date.year * 12 + date.month
}

/** The words of an aim that say what it is about. */
export function tellingWords(text: string): string[] {
  return (fold(text).match(/\p{L}{4,}/gu) ?? []).filter((word) => !plainWords.has(word))
}

export const noPreference = 'no preference'

function same(mentee: Value, mentor: Value): number {
  return mentee !== undefined && mentee === mentor ? 1 : 0
}

/** One or two steps ahead is somebody who still knows how it was. */
function shareOfGrades(mentee: Value, mentor: Value): number {
  if (typeof mentee !== 'number' || typeof mentor !== 'number') return 0
  const gap = mentor - mentee
  if (gap < 0) return 0
  if (gap < 1) return 0.5
  return gap <= 2 ? 1 : 0.5
}

/** Two to fifteen years ahead: enough to lean on, near enough to remember. */
function shareOfExperience(mentee: Value, mentor: Value): number {
  if (typeof mentee !== 'number' || typeof mentor !== 'number') return 0
  const years = Math.floor((mentee - mentor) / 12)
  if (years < 0) return 0
  if (years < 2) return unlikely
  return years <= 15 ? 1 : 0.75
}

/** Who does not mind goes with anybody. */
function shareOfStyles(mentee: Value, mentor: Value): number {
  if (mentee === undefined || mentor === undefined) return 0
  return mentee === mentor || mentee === noPreference || mentor === noPreference ? 1 : 0
}

function listed(words: readonly string[]): string {
  return JSON.stringify([...new Set(words.map(fold))].sort())
}

function commonIn(mentee: Value, mentor: Value): string[] {
  const theirs: string[] = JSON.parse(String(mentee))
  const offered: string[] = JSON.parse(String(mentor))
  return theirs.filter((word) => offered.includes(word))
}

function hoursOn(on: Temporal.PlainDate): Part {
  const weeks = new Map<string, Week>()
  const weekAt = (key: string) => {
    const known = weeks.get(key)
    if (known) return known
    const [hours, zone] = JSON.parse(key)
    const week = weekOf(hours, zone, on)
    weeks.set(key, week)
    return week
  }
  return {
    form: 'value',
    of: ({ hours, zone }) => JSON.stringify([hours, zone]),
    share: (mentee, mentor) => overlapOf(weekAt(String(mentee)), weekAt(String(mentor))),
  }
}

const plainWords: ReadonlySet<string> = new Set(
  `about after again also become before better come could does done down each every feel find first from give
  good have help hold into just keep know last lead learn make many more most move much need next only other others over
  part pass plan read right same some speak start stay such take team than that their them then there these they
  this those through time towards under until very want well what when where which while will with without work
  working would write year your`.split(/\s+/),
)
