import { nearestWord } from './nearest-word.ts'

export interface Command {
  /** The words after `/mentor`, as PRODUCT, *Commands*, names them. */
  readonly words: string
  /** What follows them, as help shows it. */
  readonly usage?: string
  readonly summary: string
  readonly for: 'everybody' | 'coordinators'
  /** Alone it answers with a form, as far as there is something to fill in. */
  readonly opensForm?: true
}

/** The commands of this release, in the order help shows them. Manifests are made from this list, too. */
export const commands = [
  { words: 'help', summary: 'What I can do', for: 'everybody' },
  { words: 'join', summary: 'Join a program', for: 'everybody' },
  { words: 'profile', summary: 'What you say of yourself, and your further accounts', for: 'everybody' },
  {
    words: 'checkin',
    usage: '[NAME]',
    summary: 'Answer your check-in in one form',
    for: 'everybody',
    opensForm: true,
  },
  { words: 'goal', summary: 'Set a goal, or see your goals', for: 'everybody' },
  {
    words: 'progress',
    usage: '[N] [VALUE[%]|done|yes|no] [note]',
    summary: 'Move a goal along',
    for: 'everybody',
    opensForm: true,
  },
  { words: 'plan', usage: '[STEP]', summary: 'What each of you does next', for: 'everybody' },
  {
    words: 'met',
    usage: '[MINUTES] [today|yesterday|DATE] [note]',
    summary: 'Log a meeting',
    for: 'everybody',
    opensForm: true,
  },
  { words: 'reflect', summary: 'Look back on something, for yourself alone', for: 'everybody' },
  {
    words: 'thanks',
    usage: '[NAME]',
    summary: 'Say thank you to the other of your pair',
    for: 'everybody',
    opensForm: true,
  },
  {
    words: 'intro',
    usage: '[NAME]',
    summary: 'As a mentor: introduce your mentee to a colleague',
    for: 'everybody',
    opensForm: true,
  },
  { words: 'ask', summary: 'Ask the coordinator for help', for: 'everybody', opensForm: true },
  {
    words: 'agreement',
    usage: '[NAME]',
    summary: 'What you and the other of your pair agree on',
    for: 'everybody',
  },
  {
    words: 'tell',
    usage: '[NAME]',
    summary: 'Write to the other of your pair by way of Rounds',
    for: 'everybody',
    opensForm: true,
  },
  { words: 'meet', summary: 'Plan a meeting, change it or cancel it', for: 'everybody', opensForm: true },
  { words: 'find', usage: '[WORD]', summary: 'Find mentors, and say whom you would like', for: 'everybody' },
  {
    words: 'offer',
    summary: 'As a mentor: what you offer, and what mentees see',
    for: 'everybody',
    opensForm: true,
  },
  { words: 'briefing', summary: 'A few short cards before you begin', for: 'everybody' },
  {
    words: 'resources',
    usage: '[TOPIC]',
    summary: 'Something to read, by topic',
    for: 'everybody',
  },
  { words: 'hours', summary: 'When I may write to you', for: 'everybody', opensForm: true },
  { words: 'pause', usage: '[until DATE]', summary: 'Take a break', for: 'everybody', opensForm: true },
  { words: 'resume', summary: 'Go on after a break', for: 'everybody' },
  {
    words: 'rematch',
    summary: 'Ask for another match, without giving a reason',
    for: 'everybody',
    opensForm: true,
  },
  { words: 'leave', summary: 'Leave a program, without giving a reason', for: 'everybody', opensForm: true },
  { words: 'privacy', summary: 'What is kept about you and who can read it', for: 'everybody' },
  { words: 'export', summary: 'Send me everything you keep about me', for: 'everybody' },
  { words: 'forget me', summary: 'Delete everything about me', for: 'everybody' },
  { words: 'admin import', summary: 'Bring people in from a roster', for: 'coordinators' },
  { words: 'admin digest', usage: '[here]', summary: 'Read the digest now', for: 'coordinators' },
  {
    words: 'admin match',
    usage: '[PROGRAM]',
    summary: 'How matching stands; propose pairs, publish them',
    for: 'coordinators',
  },
  {
    words: 'admin review',
    usage: '[NAME|PROGRAM]',
    summary: 'Look through the proposed pairs',
    for: 'coordinators',
  },
  { words: 'admin nudge', summary: 'Remind people with an open check-in', for: 'coordinators' },
] as const satisfies readonly Command[]

/** The command with exactly these words. */
export function commandNamed(words: string): Command | undefined {
  return commands.find((command) => command.words === words)
}

export type CommandWords = (typeof commands)[number]['words']

// PRODUCT, *Commands*: the ten words of Teams' menu.
const menu: readonly CommandWords[] = [
  'checkin',
  'goal',
  'progress',
  'plan',
  'met',
  'meet',
  'reflect',
  'pause',
  'privacy',
  'help',
]

/** The commands that a platform's own menu or hint shows, in its order. */
export const commandMenu: readonly Command[] = menu.flatMap((words) =>
  commands.filter((command) => command.words === words),
)

/** Words that a later release gives a meaning to. */
const later: readonly string[] = ['admin report', 'admin announce']

export type ReadCommand =
  | { readonly kind: 'overview' }
  | { readonly kind: 'command'; readonly words: CommandWords; readonly rest: string }
  | { readonly kind: 'admin-menu' }
  | { readonly kind: 'later'; readonly words: string }
  | { readonly kind: 'unknown'; readonly typed: string; readonly suggestion?: string }

/** Reads what stands after `/mentor`. Case and extra spaces do not matter; what follows the command is kept as typed. */
export function readCommand(typed: string): ReadCommand {
  const text = typed.trim()
  if (text === '') return { kind: 'overview' }
  if (/^admin$/i.test(text)) return { kind: 'admin-menu' }

  for (const { words } of commands) {
    const rest = after(words, text)
    if (rest !== undefined) return { kind: 'command', words, rest }
  }
  const known = later.find((words) => after(words, text) !== undefined)
  if (known !== undefined) return { kind: 'later', words: known }

  const suggestion = nearestCommand(text)
  return { kind: 'unknown', typed: text.slice(0, 80), ...(suggestion !== undefined && { suggestion }) }
}

function after(words: string, text: string): string | undefined {
  const pattern = new RegExp(`^${words.replace(' ', '\\s+')}(?:\\s+([\\s\\S]*))?$`, 'i')
  const match = pattern.exec(text)
  return match ? (match[1] ?? '') : undefined
}

function nearestCommand(text: string): string | undefined {
  const [first = '', second = ''] = text.split(/\s+/)
  const known = [...commands.map(({ words }) => words), 'admin']
  return nearestWord(`${first} ${second}`, known) ?? nearestWord(first, known)
}
