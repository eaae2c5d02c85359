import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

const CLOSE_TO_THE_END = 48

interface Following {
  /** Something came that the reader has not scrolled to. */
  readonly behind: boolean
  toEnd(): void
  /** The reader is taken somewhere else. */
  leaveEnd(): void
  onScroll(): void
}

/**
 * Keeps the end of a list in sight as it grows, as long as the reader is at the end; else says that something came.
 * What they wrote themselves always brings them to the end.
 */
export function useFollowing(
  list: RefObject<HTMLElement | null>,
  last: { readonly id: string; readonly own: boolean } | undefined,
): Following {
  const atEnd = useRef(true)
  const seen = useRef(last?.id)
  const height = useRef(0)
  const [behind, setBehind] = useState(false)

  const toEnd = useCallback(() => {
    const element = list.current
    if (element) element.scrollTop = element.scrollHeight
    atEnd.current = true
    setBehind(false)
  }, [list])

  const leaveEnd = useCallback(() => {
    atEnd.current = false
  }, [])

  useLayoutEffect(() => {
    const element = list.current
    const content = element?.firstElementChild
    if (!element || !content) return undefined
    toEnd()
    const watch = new ResizeObserver(() => {
      height.current = element.scrollHeight
      if (atEnd.current) toEnd()
    })
    watch.observe(content)
    watch.observe(element)
    return () => watch.disconnect()
  }, [list, toEnd])

  const { id, own } = last ?? { id: undefined, own: false }
  useEffect(() => {
    if (id === undefined || id === seen.current) return
    seen.current = id
    if (own || atEnd.current) toEnd()
    else setBehind(true)
  }, [id, own, toEnd])

  const onScroll = () => {
    const element = list.current
    if (!element) return
    // What grows or shrinks of itself is no scrolling of the reader's.
    const sameHeight = element.scrollHeight === height.current
    height.current = element.scrollHeight
    if (!sameHeight) return
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < CLOSE_TO_THE_END
    if (atEnd.current) setBehind(false)
  }

  return { behind, toEnd, leaveEnd, onScroll }
}
