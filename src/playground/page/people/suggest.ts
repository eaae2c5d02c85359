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
  const mentee = people.find(
    ({ line, coordinates, pairedWith }) => isMentee(line) && !coordinates && pairedWith[0],
  )
  const across = people.flatMap((someone) => {
    const [other] = partnersOf(someone, people)
    const apart = other && isMentee(someone.line) && platformOf(other.key) !== platformOf(someone.key)
    return apart && someone !== mentee ? [{ someone, beside: other }] : []
  })[0]
  const coordinator = people.find(({ coordinates }) => coordinates)
  return [
    ...(mentee ? [{ someone: mentee, why: 'A mentee: the bot asks how it goes' }] : []),
    ...(across ? [{ ...across, why: 'With their mentor beside, on the other platform' }] : []),
    ...(coordinator ? [{ someone: coordinator, why: 'A coordinator: sees how the program does' }] : []),
  ]
}

function isMentee(line: string): boolean {
  return line.toLowerCase().startsWith('mentee')
}
