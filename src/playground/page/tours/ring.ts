import { useEffect } from 'react'

/**
 * Puts the ring around the last element that the selector finds, and brings it into view once. It follows what is
 * drawn anew, and moves no focus.
 */
export function useRing(selector: string | undefined): void {
  useEffect(() => {
    if (selector === undefined) return
    let ringed: Element | undefined
    let planned = 0
    const look = () => {
      planned = 0
      const found = [...document.querySelectorAll(selector)].at(-1)
      if (found !== ringed) {
        ringed?.removeAttribute('data-toured')
        found?.scrollIntoView({ block: 'nearest', behavior: 'smooth' })
        ringed = found
      }
      found?.setAttribute('data-toured', '')
    }
    const lookSoon = () => {
      planned ||= requestAnimationFrame(look)
    }
    const observer = new MutationObserver(lookSoon)
    observer.observe(document.body, { childList: true, subtree: true })
    lookSoon()
    return () => {
      observer.disconnect()
      cancelAnimationFrame(planned)
      ringed?.removeAttribute('data-toured')
    }
  }, [selector])
}
