import type { Deed } from '../wire.ts'

const MOST_CHARACTERS = 100_000
const LONGEST_FILE_NAME = 255
/** No card, and no form, comes near it. */
const DEEPEST = 50

/** Why a deed that is well formed is refused all the same, in one sentence. */
export function refusalOfContent(deed: Deed): string | undefined {
  if (isDeeper(deed, DEEPEST)) return 'That is nested more deeply than any card or form.'
  if (longestText(deed) > MOST_CHARACTERS) {
    return 'That is more than 100,000 characters, which no message can hold: please send less.'
  }
  if ('name' in deed && (deed.name.trim() === '' || deed.name.length > LONGEST_FILE_NAME)) {
    return `A file needs a name, of ${LONGEST_FILE_NAME} characters at most.`
  }
  return undefined
}

/** Of everything that somebody typed; files have a limit of their own. */
function longestText(deed: Deed): number {
  const { base64: _, ...typed } = { base64: '', ...deed }
  return longest(typed)
}

function longest(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce((most: number, part) => Math.max(most, longest(part)), 0)
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1))
}
