import type { CadencePeriod } from '../time/cadence.ts'
import { abbreviateWeekday } from '../time/weekday.ts'
import { describeMeetingRule } from './meeting-rules.ts'
import type { Orientation } from './orientation.ts'
import type { Program } from './program.ts'
import type { Resource } from './resource.ts'
import type { Script, ScriptQuestion } from './script-question.ts'

/**
 * What applying a program file changes, a line each, in the file's own words; empty where nothing does. Of a new
 * program every line that says something.
 */
export function describeProgramChange(before: Program | undefined, after: Program): readonly string[] {
  const was = before ? factsOf(before) : new Map<string, string>()
  const is = factsOf(after)
  const names = [...new Set([...was.keys(), ...is.keys()])]
  if (!before) return names.map((name) => `${name}: ${is.get(name)}`)
  return names
    .filter((name) => was.get(name) !== is.get(name))
    .map((name) => `${name}: ${was.get(name) ?? NONE} → ${is.get(name) ?? NONE}`)
}

const NONE = 'none'

function factsOf(program: Program): ReadonlyMap<string, string> {
  const { digest, match, checkIn, routes } = program
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['slug', program.slug],
    ['name', program.name],
    ['type', program.type],
    ['starts_on', program.startsOn.toString()],
    ['ends_on', program.endsOn?.toString()],
    ['time_zone', program.timeZone],
    ['join', program.join],
    ['cadence', program.cadence.map(describePeriod).join('; then ')],
    ['coordinators', program.coordinators.join(', ')],
    [
      'digest',
      digest && `${digest.platform} ${digest.channel}, ${abbreviateWeekday(digest.weekday)} ${digest.at}`,
    ],
    ['match.offers', match.offers],
    ['match.offer_expires_days', String(match.offerExpiresDays)],
    ['match.mentee_consent', match.menteeConsent ? 'yes' : 'no'],
    ['match.require', match.require.join(', ')],
    ['match.weights', describeWeights(match.weights)],
    ['check_in.reminders_days', checkIn.remindersDays.join(', ')],
    ...describeScript(checkIn.script),
    ['blackouts', program.blackouts.map(({ from, to }) => `${from}/${to}`).join(', ')],
    ['meetings', program.meetings.map(describeMeetingRule).join(', ')],
    ['protected_minutes', program.protectedMinutes?.toString()],
    ['routes.patient_safety', routes.patientSafety],
    ['routes.wellbeing', routes.wellbeing],
    ['routes.speak_up', routes.speakUp],
    ['evaluation.middle', program.evaluation.middle ? 'yes' : 'no'],
    ['evaluation.end', program.evaluation.end ? 'yes' : 'no'],
    ['evaluation.ratings', program.evaluation.ratings.map(({ id, ask }) => `${id} “${ask}”`).join(', ')],
    ['briefing.required', program.briefing.required ? 'yes' : 'no'],
    ...describeOrientation(program.orientation),
    ...describeResources(program.resources),
  ]
  return new Map(facts.flatMap(([name, text]) => (text ? [[name, text]] : [])))
}

function describePeriod({ every, forWeeks, weekday, at }: CadencePeriod): string {
  const stretch = forWeeks === undefined ? '' : ` for ${weeks(forWeeks)}`
  return `every ${describeStep(every)}${stretch}, ${abbreviateWeekday(weekday)} ${at}`
}

function describeStep(every: CadencePeriod['every']): string {
  if (every.unit !== 'week') return every.unit
  return every.count === 1 ? 'week' : weeks(every.count)
}

function weeks(count: number): string {
  return count === 1 ? '1 week' : `${count} weeks`
}

function describeWeights(weights: Program['match']['weights']): string {
  const sorted = Object.entries(weights).sort(([a], [b]) => a.localeCompare(b))
  return sorted.map(([name, weight]) => `${name} ${weight}`).join(', ')
}

function describeScript(script: Script): readonly (readonly [string, string])[] {
  if (script === 'default') return [['check_in.script', script]]
  return [
    ['check_in.script', script.map(({ id }) => id).join(', ')],
    ...script.map((question) => [`check_in.script.${question.id}`, describeQuestion(question)] as const),
  ]
}

function describeOrientation(orientation: Orientation): readonly (readonly [string, string])[] {
  if (orientation === 'default') return [['orientation', orientation]]
  return [
    ['orientation', orientation.map(({ id }) => id).join(', ') || 'no points'],
    ...orientation.map(({ id, group, text, link, by }) => {
      const parts = [group, `“${text}”`, link, by && `by ${by}`]
      return [`orientation.${id}`, parts.filter(Boolean).join(', ')] as const
    }),
  ]
}

function describeResources(resources: readonly Resource[]): readonly (readonly [string, string])[] {
  return resources.map((resource, index) => {
    const { title, link, text, topics } = resource
    const parts = [`“${title}”`, topics.join(', '), `for ${resource.for}`, link, text && `“${text}”`]
    return [`resources[${index + 1}]`, parts.filter(Boolean).join('; ')] as const
  })
}

function describeQuestion({ kind, ask, reader, required, options }: ScriptQuestion): string {
  const wording = ask.mentor === ask.mentee ? `“${ask.mentee}”` : `“${ask.mentee}” (mentor: “${ask.mentor}”)`
  const parts = [kind, wording, options?.join(' | '), reader && `read by ${reader}`, required && 'required']
  return parts.filter(Boolean).join(', ')
}
