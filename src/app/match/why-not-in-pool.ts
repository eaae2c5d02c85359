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
  { name, role, state, hasMentor, isOffered, unbriefed, leavesSoon }: ProgramPlace,
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
      if (unbriefed.some((one) => one === side) && !(hasMentor && side === 'mentee'))
        return `${name} has not confirmed the briefing yet, which ${program} requires`
      if (isOffered && side === 'mentee')
        return `${name} has been offered to a mentor, who has not answered yet`
      if (leavesSoon && side === 'mentor' && role !== 'mentee')
        return `${name} leaves the organization too soon for a new pair`
      return hasMentor && side === 'mentee'
        ? `${name} has a mentor in ${program} already`
        : `${name} is in ${program} as ${role} only`
  }
}
