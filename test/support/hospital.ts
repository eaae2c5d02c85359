import type { Hospital } from '../../src/catalogue/hospital.ts'
import { openHospital as openOn } from '../../src/catalogue/hospital.ts'
import { freshDatabase } from './database.ts'

/** A hospital on a database of its own, with a clock that stands still, and no network. */
export async function openHospital(start?: string): Promise<Hospital> {
  return openOn(await freshDatabase(), start)
}

/** All words of a message or form, for looking for what must or must not be there. */
export function wordsIn(shown: unknown): string {
  if (typeof shown === 'string') return shown
  if (Array.isArray(shown)) return shown.map(wordsIn).join('\n')
  if (shown !== null && typeof shown === 'object') return Object.values(shown).map(wordsIn).join('\n')
  return ''
}
