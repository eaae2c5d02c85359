import { useEffect, useRef, useState } from 'react'
import type { Happening } from '../../wire.ts'
import { summarise } from './days.ts'

const QUIET = 1200

/** Tells those who listen what came, once it is quiet again, in one sentence. */
export function Summary({ items }: { readonly items: readonly Happening[] }) {
  const told = useRef<number>(undefined)
  const [words, setWords] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => {
      const from = told.current
      told.current = items.length
      if (from !== undefined && items.length > from) setWords(summarise(items.slice(from)))
    }, QUIET)
    return () => clearTimeout(timer)
  }, [items])
  return (
    <p className="unseen" role="status">
      {words !== '' && `It happened: ${words}.`}
    </p>
  )
}
