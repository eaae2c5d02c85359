import { reasonsForTheTwo } from './explain.ts'

/** How a reason, as coordinators read it, is said to each of the two. */
interface Told {
  readonly said: RegExp
  readonly mentor: string
  readonly mentee: string
}

/**
 * The same reasons as the two are told them: coordinators read of the mentor (*offers …, which they seek*), the two read
 * of themselves. What says nothing is left out.
 */
export function reasonsTold(reasons: readonly string[], to: 'mentor' | 'mentee'): string[] {
  return reasons.filter((reason) => !saysNothing(reason)).map((reason) => tell(reason, to))
}

/** The same as both read them in one place, by name. */
export function reasonsToldToBoth(
  reasons: readonly string[],
  names: { readonly mentor: string; readonly mentee: string },
): string[] {
  return reasonsForTheTwo(reasons)
    .filter((reason) => !saysNothing(reason))
    .map((reason) => {
      const told = byName.find(({ said }) => said.test(reason))
      return told
        ? told.tell(told.said.exec(reason)?.[1] ?? '', names) + reason.replace(told.said, '')
        : reason
    })
}

function tell(reason: string, to: 'mentor' | 'mentee'): string {
  const told = words.find(({ said }) => said.test(reason))
  return told ? reason.replace(told.said, told[to]) : reason
}

function saysNothing(reason: string): boolean {
  return reason.startsWith('allowed by the rules')
}

const words: readonly Told[] = [
  {
    said: /^offers (.*), which they seek$/s,
    mentor: 'you offer $1, which they seek',
    mentee: 'they offer $1, which you seek',
  },
  {
    said: /^knows of what their aims name: /,
    mentor: 'you know of what their aims name: ',
    mentee: 'they know of what your aims name: ',
  },
  both(/^same specialty \(/, 'you have the same specialty ('),
  both(/^same site \(/, 'you work at the same site ('),
  both(/^same grade$/, 'you have the same grade'),
  both(/^both can be /, 'you can both be '),
  both(/^both /, 'you both '),
  {
    said: /^(\S+ grades?) above$/,
    mentor: 'you are $1 above them',
    mentee: 'they are $1 above you',
  },
  {
    said: /^(\S+ years?) more$/,
    mentor: 'you have $1 more behind you',
    mentee: 'they have $1 more behind them',
  },
]

function both(said: RegExp, told: string): Told {
  return { said, mentor: told, mentee: told }
}

/** What a reason begins with, and how that is said of the two by name; the rest stays as it is. */
interface ByName {
  readonly said: RegExp
  readonly tell: (what: string, names: { readonly mentor: string; readonly mentee: string }) => string
}

const byName: readonly ByName[] = [
  {
    said: /^offers (.*), which they seek$/s,
    tell: (what, { mentor, mentee }) => `${mentor} offers ${what}, which ${mentee} seeks`,
  },
  {
    said: /^knows of what their aims name: /,
    tell: (_, { mentor, mentee }) => `${mentor} knows about what ${mentee} aims for: `,
  },
  { said: /^same specialty \(/, tell: () => 'you have the same specialty (' },
  { said: /^same site \(/, tell: () => 'you work at the same site (' },
  { said: /^same grade$/, tell: () => 'you have the same grade' },
  { said: /^both can be /, tell: () => 'you can both be ' },
  { said: /^both /, tell: () => 'you both ' },
  { said: /^(\S+ grades?) above$/, tell: (what, { mentor }) => `${mentor} is ${what} further on` },
  { said: /^(\S+ years?) more$/, tell: (what, { mentor }) => `${mentor} has ${what} more behind them` },
]
