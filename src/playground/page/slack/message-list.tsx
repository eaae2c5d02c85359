import { Fragment, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { PlaceState, Shown } from '../../wire.ts'
import { showMessage } from '../show-message.ts'
import { useClock } from '../store.ts'
import { dayName, dayOf } from '../when.ts'
import { noteFollowed, wasFollowed } from './followed.ts'
import { anchorOf, Message } from './message.tsx'
import { usePane } from './pane.ts'

const SOON_MS = 60_000
const NEAR_END_PX = 60
const FLASH_MS = 2500
const SHOWN_AT_FIRST = 80
/** Whatever scrolls can be scrolled by keyboard. */
const REACHED = { tabIndex: 0 }

interface MessageListProps {
  readonly place: PlaceState
  /** Another object at every wish to be led to a message. */
  readonly goTo: { readonly message: string; readonly quietly?: boolean } | undefined
}

/** The messages of a place; long ago is drawn when it is asked for. New ones come into view only where the reader is at the end. */
export function MessageList({ place, goTo }: MessageListProps) {
  const { who } = usePane()
  const clock = useClock()
  const zone = clock?.zone ?? 'Europe/London'
  const scroller = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const [missed, setMissed] = useState(false)
  const [flashed, setFlashed] = useState<string>()
  const [most, setMost] = useState(SHOWN_AT_FIRST)
  const last = place.messages.at(-1)
  const mine = last?.from?.key === who
  const all = place.messages
  const messages = all.slice(-most)

  const toEnd = () => {
    const element = scroller.current
    if (element) element.scrollTop = element.scrollHeight
    setMissed(false)
  }
  const lastId = last?.id
  useLayoutEffect(() => {
    if (lastId === undefined) return
    if (atEnd.current || mine) {
      if (scroller.current) scroller.current.scrollTop = scroller.current.scrollHeight
    } else setMissed(true)
  }, [lastId, mine])

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const watcher = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight
    })
    watcher.observe(element)
    for (const child of element.children) watcher.observe(child)
    return () => watcher.disconnect()
  }, [])

  useEffect(() => {
    if (!goTo || lastId === undefined || wasFollowed(goTo)) return
    const index = all.findIndex(({ id }) => id === goTo.message)
    if (index >= 0 && index < all.length - most) {
      setMost(all.length - index + 5)
      return
    }
    const element = document.getElementById(anchorOf(who, place.id, goTo.message))
    if (!element || !scroller.current) return
    noteFollowed(goTo)
    atEnd.current = false
    showMessage(element, scroller.current)
    if (!goTo.quietly) element.focus({ preventScroll: true })
    setFlashed(goTo.message)
  }, [goTo, who, place.id, lastId, all, most])

  useEffect(() => {
    if (flashed === undefined) return
    const end = setTimeout(() => setFlashed(undefined), FLASH_MS)
    return () => clearTimeout(end)
  }, [flashed])

  return (
    <div className="slack-messages">
      <div
        ref={scroller}
        className="slack-scroller"
        role="log"
        aria-label={`Messages in ${place.name}`}
        {...REACHED}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          atEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END_PX
          if (atEnd.current) setMissed(false)
        }}
      >
        <div className="slack-stream">
          {messages.length === 0 && <p className="slack-empty">Nothing has been written here yet.</p>}
          {all.length > messages.length && (
            <button
              type="button"
              className="slack-button slack-earlier"
              onClick={() => setMost(most + SHOWN_AT_FIRST)}
            >
              Show earlier messages
            </button>
          )}
          {messages.map((shown, index) => {
            const before = messages[index - 1]
            const newDay = !before || dayOf(before.at, zone) !== dayOf(shown.at, zone)
            return (
              <Fragment key={shown.id}>
                {newDay && (
                  <h3 className="slack-day">
                    <span>{dayName(shown.at, clock?.now ?? shown.at, zone)}</span>
                  </h3>
                )}
                <Message
                  shown={shown}
                  place={place.id}
                  zone={zone}
                  follows={!newDay && follows(shown, before)}
                  flashed={flashed === shown.id}
                />
              </Fragment>
            )
          })}
        </div>
      </div>
      {missed && (
        <button type="button" className="slack-missed" onClick={toEnd}>
          ↓ New messages
        </button>
      )}
    </div>
  )
}

/** Whether Slack would write it under the one before without naming its author again. */
function follows(shown: Shown, before: Shown | undefined): boolean {
  if (!before || shown.onlyYou || before.onlyYou || shown.from?.key !== before.from?.key) return false
  return Date.parse(shown.at) - Date.parse(before.at) < SOON_MS
}
