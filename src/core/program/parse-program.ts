import { z } from 'zod'
import { cadence } from './cadence-rules.ts'
import { meetingRules } from './meeting-rules.ts'
import { orientation } from './orientation-rules.ts'
import type { DigestPlace, Program, Routes } from './program.ts'
import { resources } from './resource-rules.ts'
import { script } from './script-rules.ts'
import { joinings, matchRules, type ProgramTemplate, programTemplates, programTypes } from './types.ts'
import {
  clockTime,
  date,
  days,
  email,
  list,
  mapping,
  oneOf,
  quote,
  timeZone,
  weekday,
  wholeNumber,
  words,
  written,
  yesOrNo,
} from './written.ts'

export interface ProgramProblem {
  /** The keys and list positions that lead to the place; a missing key stands last. */
  readonly path: readonly (string | number)[]
  readonly problem: string
}

export type ParsedProgram =
  /** `notes` is what a coordinator should know about a file that is right: keys of later releases. */
  | { readonly program: Program; readonly notes: readonly string[] }
  | { readonly problems: readonly ProgramProblem[] }

const anything = z.unknown().optional()
const laterKeys = {
  pulse: anything,
  retention: anything,
}

const slug = written((text) =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 60
    ? text
    : {
        problem: `${quote(text)} is no slug: up to 60 lower-case letters, digits and single hyphens, like new-nurses-2027`,
      },
)

const channelForms = {
  slack: { form: /^[CG][A-Z0-9]{6,}$/, like: 'C0123456789 (in Slack: channel details, at the bottom)' },
  teams: {
    form: /^19:[^\s@]+@thread\.(tacv2|skype)$/,
    like: '19:…@thread.tacv2 (in Teams: get link to channel)',
  },
} as const

const digest = mapping({
  platform: oneOf(['slack', 'teams']),
  channel: words(200),
  weekday: weekday.default(1),
  at: clockTime.default('08:30'),
}).transform((place, context): DigestPlace => {
  const { form, like } = channelForms[place.platform]
  const message = `${quote(place.channel)} is not the id of a channel in ${place.platform}: it looks like ${like}`
  if (!form.test(place.channel)) context.addIssue({ code: 'custom', path: ['channel'], message })
  return place
})

const remindersDays = list(wholeNumber(1, 8), 2).refine(
  ([first, second]) => first === undefined || second === undefined || first < second,
  { error: 'write the earlier reminder first, and two different days' },
)

const weight = wholeNumber(0, 10_000).optional()
const weights = mapping({
  skills: weight,
  aims: weight,
  specialty: weight,
  site: weight,
  hours: weight,
  grade: weight,
  experience: weight,
  languages: weight,
  style: weight,
  preference: weight,
  standing: weight,
})

/** Averages are kept under it, beside those of what everybody rates. */
const ratingId = written((text) =>
  /^[a-z][a-z0-9-]{0,39}$/.test(text) && !['mentoring', 'program', 'time'].includes(text)
    ? text
    : {
        problem: `${quote(text)} is no id of a rating: a short word of lower-case letters, digits and hyphens, and not mentoring, program or time, which are asked anyway`,
      },
)

const evaluation = mapping({
  middle: yesOrNo.default(true),
  end: yesOrNo.default(true),
  ratings: list(mapping({ id: ratingId, ask: words(150) }), 3)
    .refine((ratings) => new Set(ratings.map(({ id }) => id)).size === ratings.length, {
      error: 'give each rating an id of its own',
    })
    .default([]),
})

const file = mapping({
  slug,
  name: words(120),
  type: oneOf(programTypes),
  starts_on: date,
  ends_on: date.optional(),
  time_zone: timeZone.default('Europe/London'),
  join: oneOf(joinings).optional(),
  cadence: cadence.optional(),
  coordinators: list(email, 50).default([]),
  digest: digest.optional(),
  match: mapping({
    offers: oneOf(['reviewed', 'automatic', 'none']).default('reviewed'),
    offer_expires_days: wholeNumber(1, 60).default(5),
    mentee_consent: yesOrNo.default(false),
    require: list(oneOf(matchRules), matchRules.length).optional(),
    weights: weights.prefault({}),
  }).prefault({}),
  check_in: mapping({
    reminders_days: remindersDays.default([2, 5]),
    script: script.default('default'),
  }).prefault({}),
  blackouts: list(days, 100).default([]),
  routes: mapping({
    patient_safety: words(300).optional(),
    wellbeing: words(300).optional(),
    speak_up: words(300).optional(),
  }).prefault({}),
  briefing: mapping({ required: yesOrNo.default(false) }).prefault({}),
  orientation: orientation.default('default'),
  resources: resources.default([]),
  evaluation: evaluation.prefault({}),
  meetings: meetingRules.optional(),
  protected_minutes: wholeNumber(0, 20_000).optional(),
  ...laterKeys,
})

type ProgramFile = z.output<typeof file>

/**
 * Reads the content of a program file, where every single value is the text that stands there and empty ones are
 * left out: gives the program with the defaults of its type filled in, or everything that is wrong at once.
 */
export function parseProgram(content: unknown): ParsedProgram {
  const result = file.safeParse(content)
  const problems = (result.error?.issues ?? []).map(({ path, message }) => ({
    path: path.map(stepOf),
    problem: message,
  }))
  const clashes = clashesIn(content)
  if (!result.success || clashes.length > 0) return { problems: [...problems, ...clashes] }
  return { program: programFrom(result.data), notes: notesOn(result.data) }
}

function programFrom(read: ProgramFile): Program {
  const template = programTemplates[read.type]
  const endsOn = read.ends_on ?? usualEnd(read.starts_on, template)
  const protectedMinutes = read.protected_minutes ?? template.protectedMinutes
  return {
    slug: read.slug,
    name: read.name,
    type: read.type,
    startsOn: read.starts_on,
    ...(endsOn && { endsOn }),
    timeZone: read.time_zone,
    join: read.join ?? template.join,
    cadence: read.cadence ?? template.cadence,
    coordinators: [...new Set(read.coordinators)],
    ...(read.digest && { digest: read.digest }),
    match: {
      offers: read.match.offers,
      offerExpiresDays: read.match.offer_expires_days,
      menteeConsent: read.match.mentee_consent,
      require: read.match.require ?? template.require,
      weights: read.match.weights,
    },
    checkIn: { remindersDays: read.check_in.reminders_days, script: read.check_in.script },
    blackouts: read.blackouts,
    routes: routesFrom(read.routes),
    evaluation: read.evaluation,
    meetings: read.meetings ?? template.meetings,
    ...(protectedMinutes !== undefined && { protectedMinutes }),
    briefing: read.briefing,
    orientation: read.orientation,
    resources: read.resources,
  }
}

/** The day before the anniversary: 6 months from 4 January end on 3 July. */
function usualEnd(startsOn: Temporal.PlainDate, { months }: ProgramTemplate): Temporal.PlainDate | undefined {
  return months === undefined ? undefined : startsOn.add({ months }).subtract({ days: 1 })
}

function routesFrom({ patient_safety, wellbeing, speak_up }: ProgramFile['routes']): Routes {
  return {
    ...(patient_safety && { patientSafety: patient_safety }),
    ...(wellbeing && { wellbeing }),
    ...(speak_up && { speakUp: speak_up }),
  }
}

function notesOn(read: ProgramFile): readonly string[] {
  const later = Object.keys(laterKeys).filter((key) => key in read)
  const notes = later.map((key) => `${key}: accepted, but this release does not use it yet`)
  if (read.coordinators.length > 0) return notes
  return [
    ...notes,
    'coordinators: none yet, so nobody can run this program or is told when a pair needs attention',
  ]
}

const dates = z.object({ starts_on: date, ends_on: date })
const rhythm = z.object({ type: oneOf(programTypes), cadence })

/** Values that are right by themselves and do not go together; looked for also where others are wrong. */
function clashesIn(content: unknown): readonly ProgramProblem[] {
  const problems: ProgramProblem[] = []
  const { data: span } = dates.safeParse(content)
  if (span && Temporal.PlainDate.compare(span.ends_on, span.starts_on) < 0) {
    problems.push({ path: ['ends_on'], problem: `the last day is before the first, ${span.starts_on}` })
  }
  const { data: beat } = rhythm.safeParse(content)
  if (beat && beat.type !== 'peer' && beat.cadence.some(({ every }) => every.unit === 'round')) {
    problems.push({ path: ['cadence'], problem: 'only peer programs go in rounds' })
  }
  return problems
}

function stepOf(key: PropertyKey): string | number {
  return typeof key === 'symbol' ? String(key) : key
}
