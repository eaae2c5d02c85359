import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

const REACHABLE =
  'a[href], button:not([disabled]), input:not([disabled]):not([type="hidden"]), select, textarea, [tabindex]:not([tabindex="-1"])'

/**
 * Takes the focus into a window when it opens and gives it back when it closes; never away from another pane in which
 * somebody is at work.
 */
export function useFocusWithin(window: RefObject<HTMLElement | null>, preferred?: string): void {
  const before = useRef<Element | null>(null)
  // At once, so that no key goes elsewhere; and given back only when all that the change shows stands there.
  useLayoutEffect(() => {
    const { activeElement } = document
    before.current = activeElement
    const isFree = activeElement === null || activeElement === document.body
    const mayTake = isFree || paneOf(window)?.contains(activeElement)
    if (mayTake) firstIn(window.current, preferred)?.focus({ preventScroll: true })
  }, [window, preferred])
  useEffect(() => {
    const pane = paneOf(window)
    return () => giveBack(pane, before.current)
  }, [window])
}

function paneOf(window: RefObject<HTMLElement | null>): Element | null | undefined {
  return window.current?.closest('.slack-pane')
}

/** Where what had the focus is gone, because the window shows something else now, the window itself takes it. */
export function useFocusKept(window: RefObject<HTMLElement | null>): void {
  const had = useRef(false)
  useEffect(() => {
    const element = window.current
    const isFree = document.activeElement === null || document.activeElement === document.body
    if (had.current && isFree) element?.focus({ preventScroll: true })
    had.current = element?.contains(document.activeElement) ?? false
  })
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      had.current = target instanceof Node && (window.current?.contains(target) ?? false)
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [window])
}

function firstIn(window: HTMLElement | null, preferred: string | undefined): HTMLElement | null {
  if (!window) return null
  const wished = preferred === undefined ? null : window.querySelector<HTMLElement>(preferred)
  return wished ?? window
}

function giveBack(pane: Element | null | undefined, before: Element | null): void {
  const now = document.activeElement
  const isFree = now === null || now === document.body || !now.isConnected || pane?.contains(now)
  if (!pane?.isConnected || !isFree) return
  const back = before instanceof HTMLElement && before.isConnected && before !== document.body ? before : null
  const target = back ?? pane.querySelector<HTMLElement>('.slack-window:not([hidden]), .slack-write textarea')
  target?.focus()
}

/** Tab goes round within the window. */
export function keepTabWithin(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Tab') return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(REACHABLE)].filter(isSeen)
  const [first, last] = [all[0], all.at(-1)]
  const from = event.shiftKey ? first : last
  const to = event.shiftKey ? last : first
  if (document.activeElement !== from && document.activeElement !== event.currentTarget) return
  if (document.activeElement === event.currentTarget && !event.shiftKey) return
  event.preventDefault()
  to?.focus()
}

function isSeen(element: HTMLElement): boolean {
  return element.getClientRects().length > 0
}
