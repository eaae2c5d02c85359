import { forgetOthers } from './slack/kept.ts'

const LIFE = 'rounds.life'
/** Drafts, places and half-filled forms belong to one life of the hospital; colours, tours and what was read do not. */
const OF_ONE_LIFE = ['rounds.draft.', 'rounds.place.', 'rounds.dialog.']

/** What this tab keeps of another life of the hospital is dropped: its people are others, also where they bear the same names. */
export function forgetFormerLife(run: string): void {
  try {
    if (sessionStorage.getItem(LIFE) === run) return
    for (const name of Object.keys(sessionStorage)) {
      if (OF_ONE_LIFE.some((start) => name.startsWith(start))) sessionStorage.removeItem(name)
    }
    forgetOthers('', new Set())
    sessionStorage.setItem(LIFE, run)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
