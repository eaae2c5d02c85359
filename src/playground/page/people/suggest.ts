import type { Someone } from '../../wire.ts'
import { partnersOf, platformOf } from './person-name.ts'

export interface Suggestion {
  readonly someone: Someone
  readonly beside?: Someone
  /** In a few words. */
  readonly why: string
}

/** Whom a newcomer could be: a mentee, somebody whose other works on the other platform, a coordinator. */
export function suggestPeople(people: readonly Someone[]): readonly Suggestion[] {
  const mentees = people.flatMap((someone) => {
    const [beside] = partnersOf(someone, people)
    const counts = beside && !someone.coordinates && isMentee(someone.line)
    return counts ? [{ someone, beside, apart: platformOf(beside.key) !== platformOf(someone.key) }] : []
  })
  const mentee = mentees.find(({ apart }) => !apart) ?? mentees[0]
  const across = mentees.find((one) => one.apart && one !== mentee)
  const coordinator = people.find(({ coordinates }) => coordinates)
  return [
    ...(mentee ? [{ someone: mentee.someone, why: 'A mentee: the bot asks how it goes' }] : []),
    ...(across ? [{ ...across, why: 'With their mentor beside, on the other platform' }] : []),
    ...(coordinator ? [{ someone: coordinator, why: 'A coordinator: sees how the program does' }] : []),
  ]
}

function isMentee(line: string): boolean {
  return line.toLowerCase().startsWith('mentee')
}
