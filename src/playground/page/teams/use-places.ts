import { useEffect, useState } from 'react'
import type { PlaceState, Someone } from '../../wire.ts'
import { type GoTo, isOpenWish } from './go-to.ts'

interface Places {
  readonly open: PlaceState | undefined
  /** Where something came that was not seen yet. */
  readonly unread: ReadonlySet<string>
  show(place: string): void
}

/** Which chat or channel is open: the one asked for last, also over a reload; else the first. */
export function usePlaces(someone: Someone, places: readonly PlaceState[], goTo: GoTo | undefined): Places {
  const [wanted, setWanted] = useState(() => remembered(someone))
  const [seen, setSeen] = useState(() => new Map(places.map((place) => [place.id, lastOf(place)])))
  const [followed, setFollowed] = useState<GoTo>()
  const wish = isOpenWish(goTo) && goTo !== followed ? placeOf(goTo, places) : undefined
  if (wish && goTo) {
    setFollowed(goTo)
    setWanted(wish.id)
  }
  const open = places.find(({ id }) => id === wanted) ?? places[0]
  const openId = open?.id
  const last = open && lastOf(open)

  useEffect(() => {
    if (openId !== undefined) setSeen((before) => new Map([...before, [openId, last]]))
  }, [openId, last])

  const show = (place: string) => {
    setWanted(place)
    remember(someone, place)
  }

  const unread = places.filter((place) => place.id !== openId && lastOf(place) !== seen.get(place.id))
  return { open, unread: new Set(unread.map(({ id }) => id)), show }
}

/** A thread of a channel is shown in the channel. */
function placeOf(goTo: GoTo, places: readonly PlaceState[]): PlaceState | undefined {
  return places.find(({ id }) => goTo.place === id || goTo.place.startsWith(`${id};`))
}

function lastOf(place: PlaceState): string | undefined {
  return place.messages.at(-1)?.id
}

function remembered(someone: Someone): string | undefined {
  try {
    return sessionStorage.getItem(nameOf(someone)) ?? undefined
  } catch {
    return undefined
  }
}

function remember(someone: Someone, place: string): void {
  try {
    sessionStorage.setItem(nameOf(someone), place)
  } catch {
    // A browser that keeps nothing: it holds until a reload.
  }
}

function nameOf({ key }: Someone): string {
  return `rounds.place.${key}`
}
