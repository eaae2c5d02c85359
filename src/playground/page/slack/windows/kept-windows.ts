import type { AccountKey, SlackWindow } from '../../../wire.ts'
import { forgetOthers } from '../kept.ts'

/** The name under which is kept what somebody typed into a window. */
export function keptWindow(who: AccountKey, window: string): string {
  return `window ${who} ${window}`
}

/** Forgets what was typed into windows that are gone. */
export function forgetClosed(who: AccountKey, open: readonly SlackWindow[]): void {
  forgetOthers(`window ${who} `, new Set(open.map(({ id }) => keptWindow(who, id))))
}
