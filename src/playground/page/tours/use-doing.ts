import { useEffect, useRef, useState } from 'react'
import { sendDeed } from '../send.ts'
import { tidying } from './both-platforms.ts'
import { doStep } from './do-it.ts'
import type { Began, Sight, Step } from './tour.ts'

/** *Do it for me*: begins it, and says whether it is under way or why it did not work. */
export function useDoing(step: Step, began: Began, sight: Sight) {
  const [doing, setDoing] = useState<{ readonly began: Began; readonly refused?: string }>()
  const newest = useRef(sight)
  const waiting = useRef(new Set<() => void>())
  useEffect(() => {
    newest.current = sight
    for (const goOn of waiting.current) goOn()
    waiting.current.clear()
  }, [sight])

  const change = (patienceMs: number) =>
    new Promise<void>((resolve) => {
      waiting.current.add(resolve)
      setTimeout(resolve, patienceMs)
    })

  const start = async () => {
    setDoing({ began })
    const refused = await doStep({
      isDone: () => step.done?.(newest.current, began) ?? true,
      next: () => step.doIt?.(newest.current, began),
      tidy: () => tidying(newest.current),
      send: sendDeed,
      change,
    })
    const after = refused === undefined ? undefined : { began, refused }
    // Another step may be under way by now.
    setDoing((now) => (now?.began === began ? after : now))
  }

  const mine = doing?.began === began ? doing : undefined
  return {
    isDoing: mine !== undefined && mine.refused === undefined,
    refused: mine?.refused,
    start: () => void start(),
  }
}
