import type { AccountKey, HospitalState } from '../../wire.ts'

/** Up to which message this tab has looked at each account, in one life of the hospital. */
export interface Looked {
  readonly run?: string
  readonly upTo: ReadonlyMap<AccountKey, number>
}

export const LOOKED_AT_NOBODY: Looked = { upTo: new Map() }

/**
 * What is looked at now counts as read. What was there when the tab first heard of the hospital is nothing new to it;
 * who joins later begins with none read.
 */
export function lookAt(
  looked: Looked,
  { run, people }: Pick<HospitalState, 'run' | 'people'>,
  shown: readonly AccountKey[],
): Looked {
  const known = looked.run === run
  const upTo = people.map(({ key, messages }): [AccountKey, number] => {
    if (!known || shown.includes(key)) return [key, messages]
    return [key, Math.min(looked.upTo.get(key) ?? 0, messages)]
  })
  return { run, upTo: new Map(upTo) }
}

export function unread({ upTo }: Looked, someone: { key: AccountKey; messages: number }): number {
  return Math.max(0, someone.messages - (upTo.get(someone.key) ?? someone.messages))
}

/** As the tab's own storage keeps it over a reload. */
export function writeLooked({ run, upTo }: Looked): string {
  return JSON.stringify({ run, upTo: [...upTo] })
}

export function readLooked(text: string | null): Looked {
  try {
    const { run, upTo } = JSON.parse(text ?? '') as { run: string; upTo: [AccountKey, number][] }
    return { run, upTo: new Map([...upTo]) }
  } catch {
    return LOOKED_AT_NOBODY
  }
}
