import { counted } from '../message/counted.ts'
import type { Block } from '../message/message.ts'
import { hasConflict } from '../program/conflict.ts'

/** Required meetings and protected time, of a program that has them. */
export interface RequiredFacts {
  /** Pairs whose next required meeting is due within the next two weeks, and those whose is overdue. */
  readonly due: number
  readonly overdue: number
  /** Mentors whose logged time is behind what they are entitled to by now. */
  readonly short: readonly {
    readonly name: string
    readonly email: string
    readonly managerEmail?: string
    readonly minutes: number
  }[]
}

/** How far ahead a required meeting counts as due, in days. */
export const REQUIRED_SOON = 14

/** Two lines of the digest; none where nothing is required. */
export function requiredLines(required: RequiredFacts | undefined): { label: string; value: string }[] {
  if (!required) return []
  const { due, overdue, short } = required
  return [
    {
      label: 'Required meetings',
      value: overdue > 0 ? `${due} due in two weeks, ${overdue} overdue` : `${due} due in two weeks`,
    },
    ...(short.length > 0
      ? [
          {
            label: 'Protected time',
            value: `${counted(short.length, 'mentor')} short of it so far this year`,
          },
        ]
      : []),
  ]
}

const MOST_NAMES = 20

/** Who is short of protected time, for one coordinator in private. */
export function shortBlocks(required: RequiredFacts | undefined, email: string): Block[] {
  const short = (required?.short ?? []).filter((mentor) => !hasConflict(email, [mentor]))
  if (short.length === 0) return []
  const items = short.slice(0, MOST_NAMES).map(({ name, minutes }) => `${name}: ${minutes} minutes`)
  return [
    { kind: 'divider' },
    { kind: 'text', text: [{ text: 'Short of protected time so far this year', bold: true }] },
    { kind: 'list', items },
  ]
}
