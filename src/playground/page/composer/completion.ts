import type { CommandLine } from '../../wire.ts'

/** What the message box offers for what stands in it. */
export interface Offer {
  readonly options: readonly Completion[]
  /** The option that Enter takes, before any arrow key: only where the text cannot be meant as it is. */
  readonly first: number | undefined
  /** How the command goes on that was typed out. */
  readonly hint?: string
}

export interface Completion {
  readonly text: string
  readonly words: string
  readonly usage: string
  readonly summary: string
}

const PREFIX = '/mentor'
const NOTHING: Offer = { options: [], first: undefined }

/** Commands are completed after `/mentor`, and where they are understood without it (`bare`), from the start. */
export function offerFor(text: string, commands: readonly CommandLine[], bare: boolean): Offer {
  if (text.includes('\n') || text.length > 80) return NOTHING
  const typed = text.trimStart().toLowerCase()
  if (typed === '') return NOTHING
  if (PREFIX.startsWith(typed)) {
    const options = commands.map((command) => completion(command, `${PREFIX} `))
    return { options, first: typed === PREFIX ? undefined : 0 }
  }
  if (typed.startsWith(`${PREFIX} `)) return among(commands, typed.slice(PREFIX.length).trimStart(), true)
  return bare && !typed.startsWith('/') ? among(commands, typed, false) : NOTHING
}

function among(commands: readonly CommandLine[], typed: string, slashed: boolean): Offer {
  const before = slashed ? `${PREFIX} ` : ''
  const begun = commands.find(({ words }) => typed === words || typed.startsWith(`${words} `))
  const longer = commands.filter(({ words }) => words.startsWith(typed) && words !== typed)
  const options = longer.map((command) => completion(command, before))
  // Whole words may be meant as they are, also where longer commands begin with them: `admin` has a menu of its own.
  const whole = longer.some(({ words }) => words.startsWith(`${typed.trimEnd()} `))
  const meant = slashed && begun === undefined && !whole && typed !== '' && options.length > 0
  const hint = begun && [begun.words, begun.usage].filter(Boolean).join(' ')
  return {
    options,
    first: meant ? 0 : undefined,
    ...(begun && hint && { hint: `${before}${hint} · ${begun.summary}` }),
  }
}

function completion({ words, usage, summary }: CommandLine, before: string): Completion {
  const after = usage === undefined ? '' : ' '
  return { text: `${before}${words}${after}`, words: `${before}${words}`, usage: usage ?? '', summary }
}
