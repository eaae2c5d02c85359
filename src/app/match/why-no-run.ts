import type { Program } from '../../core/program/program.ts'
import { isProgramOver } from '../pair/make-pairs.ts'

/** Why no pairs can be proposed for this program, without a full stop; undefined where they can. */
export function whyNoRun(program: Program, now: Temporal.Instant): string | undefined {
  if (isProgramOver(program, now)) return `${program.name} is over`
  if (program.type === 'peer')
    return `${program.name} has rounds of peers: they are planned, not proposed by matching`
  return undefined
}
