import type { AccountKey } from '../../wire.ts'

type Inputs = Readonly<Record<string, string>>

/** What somebody has entered in the dialog that is open, for as long as the tab is open: also over a reload. */
export function keptEntered(key: AccountKey, dialog: string): Inputs {
  try {
    const kept = JSON.parse(sessionStorage.getItem(nameOf(key)) ?? '{}') as {
      dialog?: string
      inputs?: Inputs
    }
    return kept.dialog === dialog && kept.inputs ? kept.inputs : {}
  } catch {
    return {}
  }
}

export function keepEntered(key: AccountKey, dialog: string, inputs: Inputs): void {
  try {
    sessionStorage.setItem(nameOf(key), JSON.stringify({ dialog, inputs }))
  } catch {
    // A browser that keeps nothing, or has no room left: it lives as long as the dialog.
  }
}

/** Unless another dialog has been filled in since. */
export function forgetEntered(key: AccountKey, dialog: string): void {
  if (Object.keys(keptEntered(key, dialog)).length > 0) sessionStorage.removeItem(nameOf(key))
}

function nameOf(key: AccountKey): string {
  return `rounds.dialog.${key}`
}
