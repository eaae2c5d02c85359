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
