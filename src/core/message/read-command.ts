import { type CommandWords, commands } from './commands.ts'
import { nearestWord } from './nearest-word.ts'

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
