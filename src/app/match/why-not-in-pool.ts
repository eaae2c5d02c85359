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

function whyNot(place: ProgramPlace, program: string, side: 'mentor' | 'mentee'): string {
  const { name } = place
  switch (place.state) {
    case 'invited':
      return `${name} has not joined ${program} yet`
    case 'paused':
      return `${name} is taking a break from ${program}`
    case 'left':
      return `${name} has left ${program}`
    case 'active':
      return side === 'mentee' ? whyNoMentee(place, program) : whyNoMentor(place, program)
  }
}

function whyNoMentee(place: ProgramPlace, program: string): string {
  const { name, hasMentor, isOffered, unbriefed } = place
  if (unbriefed.includes('mentee') && !hasMentor) return lacksBriefing(place, program)
  if (isOffered) return `${name} has been offered to a mentor, who has not answered yet`
  return hasMentor ? `${name} has a mentor in ${program} already` : onOneSide(place, program)
}

function whyNoMentor(place: ProgramPlace, program: string): string {
  const { name, role, unbriefed, leavesSoon } = place
  if (unbriefed.includes('mentor')) return lacksBriefing(place, program)
  if (leavesSoon && role !== 'mentee') return `${name} leaves the organization too soon for a new pair`
  return onOneSide(place, program)
}

function lacksBriefing({ name }: ProgramPlace, program: string): string {
  return `${name} has not confirmed the briefing yet, which ${program} requires`
}

function onOneSide({ name, role }: ProgramPlace, program: string): string {
  return `${name} is in ${program} as ${role} only`
}
