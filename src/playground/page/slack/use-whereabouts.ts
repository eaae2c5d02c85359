import { useEffect, useState } from 'react'
import type { SlackState } from '../../wire.ts'
import { keep, readKept } from './kept.ts'
import type { Tab } from './tabs.tsx'

interface Where {
  readonly place: string
  readonly tab: Tab
}

/** Where somebody is in their Slack, kept while the tab is open. */
export function useWhereabouts(state: SlackState): readonly [Where, (where: Where) => void] {
  const name = `where ${state.key}`
  const [where, setWhere] = useState(() => readKept(name) as Where | undefined)
  const [first] = state.places
  const known = where && state.places.some(({ id }) => id === where.place) ? where : undefined
  const now = known ?? { place: first?.id ?? '', tab: 'messages' as const }
  const go = (next: Where) => {
    keep(name, next)
    setWhere(next)
  }
  return [now, go]
}

/** The places in which something stands that has not been before somebody's eyes. */
export function useUnread(state: SlackState, { place, tab }: Where): ReadonlySet<string> {
  const name = `seen ${state.key}`
  const [seen, setSeen] = useState(() => (readKept(name) ?? lastOfEach(state)) as Record<string, string>)
  const isChat = state.places.find(({ id }) => id === place)?.kind === 'chat'
  const inSight = isChat && tab === 'home' ? undefined : state.places.find(({ id }) => id === place)
  const last = inSight?.messages.at(-1)?.id

  useEffect(() => {
    if (last !== undefined) setSeen((before) => ({ ...before, [place]: last }))
  }, [place, last])
  useEffect(() => keep(name, seen), [name, seen])

  const unread = state.places.filter(({ id, messages }) => {
    const newest = messages.at(-1)
    return id !== inSight?.id && newest !== undefined && newest.id !== seen[id]
  })
  return new Set(unread.map(({ id }) => id))
}

function lastOfEach({ places }: SlackState): Record<string, string> {
  return Object.fromEntries(places.map(({ id, messages }) => [id, messages.at(-1)?.id ?? '']))
}
