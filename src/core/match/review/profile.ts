import { shortened } from '../../message/label.ts'
import type { Member } from '../member.ts'

interface Fact {
  readonly label: string
  readonly value: string
}

const longest = 220

/** Both of a pair side by side, in the few facts that a decision needs; what is not known of either is left out. */
export function sideBySide(mentee: Member, mentor: Member, on: Temporal.PlainDate): Fact[] {
  const [one, other] = callThem(mentee.name, mentor.name)
  const theirs = factsOf(mentor, on)
  return [
    ...factsOf(mentee, on).flatMap(({ label, value }, at): Fact[] => {
      const offered = theirs[at]?.value ?? ''
      if (value === '' && offered === '') return []
      return [{ label, value: value === offered ? `both ${value}` : both([one, value], [other, offered]) }]
    }),
    ...wishesOf(mentee, mentor),
  ]
}

/** What is known of a mentee who has nobody. */
export function alone(mentee: Member, on: Temporal.PlainDate): Fact[] {
  return [...factsOf(mentee, on).filter(({ value }) => value !== ''), ...wishesOf(mentee)]
}

function factsOf(member: Member, on: Temporal.PlainDate): Fact[] {
  const { profession = '', grade, specialty = '', area = '', sites, languages, registeredOn } = member
  const years = registeredOn?.until(on, { largestUnit: 'years' }).years
  return [
    { label: 'Profession', value: profession },
    { label: 'Grade', value: grade === undefined ? '' : String(grade) },
    { label: 'Registered', value: years === undefined ? '' : describeYears(years) },
    { label: 'Specialty', value: specialty },
    { label: 'Area', value: area },
    { label: 'Sites', value: sites.join(', ') },
    { label: 'Languages', value: languages.join(', ') },
  ].map(({ label, value }) => ({ label, value: shortened(value, longest) }))
}

/** What the one is after, and what the other gives. */
function wishesOf({ aims, skillsSought }: Member, { skillsOffered = [] }: Partial<Member> = {}): Fact[] {
  return [
    { label: 'Aims', value: shortened(aims.join('; '), longest) },
    { label: 'Sought', value: shortened(skillsSought.join(', '), longest) },
    { label: 'Offered', value: shortened(skillsOffered.join(', '), longest) },
  ].filter(({ value }) => value !== '')
}

function describeYears(years: number): string {
  if (years < 1) return 'less than a year'
  return years === 1 ? '1 year' : `${years} years`
}

function both(...sides: readonly (readonly [string, string])[]): string {
  return sides.map(([who, value]) => `${who}: ${value === '' ? 'not known' : value}`).join(' · ')
}

/** First names, where these tell the two apart. */
function callThem(mentee: string, mentor: string): [string, string] {
  const [one = mentee, other = mentor] = [mentee, mentor].map((name) => name.split(/\s+/)[0] ?? name)
  return one === other ? ['mentee', 'mentor'] : [one, other]
}
