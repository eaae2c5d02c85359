import { nearestWord } from '../../core/message/nearest-word.ts'
import type { ProgramPlace, ProgramPool } from './read-pool.ts'

/** Why somebody cannot be matched now on this side, without a full stop. */
export function whyNotInPool(
  places: ProgramPool['places'],
  program: string,
  { email, side }: { readonly email: string; readonly side: 'mentor' | 'mentee' },
): string {
  const place = places.get(email)
  if (place) return whyNot(place, program, side)
  const meant = nearestWord(email, [...places.keys()])
  const hint = meant === undefined ? '' : `: did you mean ${meant}?`
  return `nobody in ${program} has the address ${email}${hint}`
}

function whyNot(
  { name, role, state, hasMentor, isOffered }: ProgramPlace,
  program: string,
  side: string,
): string {
  switch (state) {
    case 'invited':
      return `${name} has not joined ${program} yet`
    case 'paused':
      return `${name} is taking a break from ${program}`
    case 'left':
      return `${name} has left ${program}`
    case 'active':
      if (isOffered && side === 'mentee')
        return `${name} has been offered to a mentor, who has not answered yet`
      return hasMentor && side === 'mentee'
        ? `${name} has a mentor in ${program} already`
        : `${name} is in ${program} as ${role} only`
  }
}
