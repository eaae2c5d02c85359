/** What was looked at. */
export interface Finding {
  readonly about: string
  readonly ok: boolean
  /** What was found; of a problem with what to do. */
  readonly says: string
}

export function fine(about: string, says: string): Finding {
  return { about, ok: true, says }
}

export function problem(about: string, says: string): Finding {
  return { about, ok: false, says }
}
