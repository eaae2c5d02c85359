import { type KeyboardEvent, type RefObject, useCallback, useEffect } from 'react'

export interface Steered {
  readonly search: RefObject<HTMLInputElement | null>
  readonly list: RefObject<HTMLElement | null>
}

/** Arrows, Home and End lead from row to row, up from the first to the search; whatever else is typed goes into the search. */
export function useRowKeys({ search, list }: Steered): (event: KeyboardEvent) => void {
  useSlashFor(search)
  return useCallback(
    (event) => {
      if (isTyping(event)) return search.current?.focus()
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('.person-row-main') ?? [])]
      const at = rows.findIndex((row) => row.parentElement?.contains(document.activeElement))
      const to = target(event.key, at, rows.length)
      if (to === undefined) return
      event.preventDefault()
      if (to < 0) search.current?.focus()
      else rows[to]?.focus()
    },
    [search, list],
  )
}

function isTyping({ key, ctrlKey, metaKey, altKey, target: field }: KeyboardEvent): boolean {
  return !(field instanceof HTMLInputElement) && /^\S$/u.test(key) && !(ctrlKey || metaKey || altKey)
}

function target(key: string, at: number, count: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(at + 1, count - 1),
    ArrowUp: at - 1,
    Home: 0,
    End: count - 1,
  }
  return steps[key]
}

/** `/` leads to the search from wherever nothing is being typed. */
function useSlashFor(search: Steered['search']): void {
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
      const inField = '[contenteditable], dialog, [role=dialog], input, textarea, select'
      if ((event.target as HTMLElement).closest(inField)) return
      event.preventDefault()
      search.current?.focus()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [search])
}
