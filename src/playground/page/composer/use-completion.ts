import { useState } from 'react'
import type { CommandLine } from '../../wire.ts'
import { type Completion, type Offer, offerFor } from './completion.ts'

interface Completing {
  readonly offer: Offer
  readonly open: boolean
  readonly active: number | undefined
  /** Whether the key was for the list, and nobody else needs to look at it. */
  onKey(key: string): boolean
  close(): void
  /** The text was changed by hand. */
  begin(): void
}

interface Options {
  readonly text: string
  readonly commands: readonly CommandLine[]
  readonly bare: boolean
  readonly take: (option: Completion) => void
}

/** The list of commands over the box: arrows move in it, Enter and Tab take what is active, Escape closes it. */
export function useCompletion({ text, commands, bare, take }: Options): Completing {
  const [moved, setMoved] = useState<number>()
  const [closed, setClosed] = useState(true)
  const offer = offerFor(text, commands, bare)
  const { options } = offer
  const open = !closed && options.length > 0
  const active = open ? (moved ?? offer.first) : undefined

  const takeActive = () => {
    const option = active === undefined ? undefined : options[active]
    if (option) take(option)
    return option !== undefined
  }
  const move = (index: number) => {
    setMoved((index + options.length) % options.length)
    return true
  }
  const close = () => {
    setClosed(true)
    return true
  }
  const keys = new Map<string, () => boolean>([
    ['ArrowDown', () => move((active ?? -1) + 1)],
    ['ArrowUp', () => move((active ?? 0) - 1)],
    ['Escape', close],
    ['Enter', takeActive],
    ['Tab', takeActive],
  ])

  return {
    offer,
    open,
    active,
    onKey: (key) => (open ? (keys.get(key)?.() ?? false) : false),
    close: () => setClosed(true),
    begin: () => {
      setMoved(undefined)
      setClosed(false)
    },
  }
}
