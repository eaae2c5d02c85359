import './message-list.css'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { PlaceState, Shown } from '../../wire.ts'
import { showMessage } from '../show-message.ts'
import { useClock } from '../store.ts'
import { dayName, dayOf } from '../when.ts'
import { Drawing } from './drawings.tsx'
import { type GoTo, grant, isOpenWish } from './go-to.ts'
import { MessageItem } from './message-item.tsx'
import { usePane } from './pane.ts'
import { useFollowing } from './use-following.ts'

interface MessageListProps {
  readonly place: PlaceState
  readonly goTo: GoTo | undefined
  readonly onShowPayload: (payload: unknown) => void
}

const SHOWN_AT_FIRST = 50
const GOES_ON_FOR_MS = 5 * 60_000
const FLASH_MS = 2500

/** The messages of a place, by days. Long ago is drawn when it is asked for. */
export function MessageList({ place, goTo, onShowPayload }: MessageListProps) {
  const { someone, zone } = usePane()
  const now = useClock()?.now ?? '1970-01-01T00:00:00Z'
  const [most, setMost] = useState(SHOWN_AT_FIRST)
  const list = useRef<HTMLDivElement>(null)
  const all = place.messages
  const last = all.at(-1)
  const following = useFollowing(list, last && { id: last.id, own: last.from?.key === someone.key })

  const { leaveEnd } = following
  const shown = all.slice(-most)

  useEffect(() => {
    if (!isOpenWish(goTo)) return
    const index = all.findIndex(({ id }) => id === goTo.message)
    if (index < 0) return
    if (index < all.length - most) {
      setMost(all.length - index + 5)
      return
    }
    grant(goTo)
    leaveEnd()
    flash(list.current, goTo)
  }, [goTo, all, most, leaveEnd])

  return (
    <div className="teams-scroll-place">
      <section
        className="teams-scroll"
        ref={list}
        onScroll={following.onScroll}
        aria-label={`Messages in ${place.name}, as ${someone.name} sees them`}
      >
        <ol className="teams-messages">
          {all.length > shown.length && (
            <li className="teams-earlier">
              <button type="button" className="teams-button" onClick={() => setMost(most + SHOWN_AT_FIRST)}>
                Show earlier messages
              </button>
            </li>
          )}
          {shown.map((message, index) => {
            const before = shown[index - 1]
            const newDay = !before || dayOf(before.at, zone) !== dayOf(message.at, zone)
            return (
              <Dated key={message.id} day={newDay ? dayName(message.at, now, zone) : undefined}>
                <MessageItem
                  place={place.id}
                  message={message}
                  goesOn={!newDay && goesOn(before, message)}
                  onShowPayload={onShowPayload}
                />
              </Dated>
            )
          })}
        </ol>
        {all.length === 0 && <p className="teams-empty">No messages yet. Say hello, or type “help”.</p>}
      </section>
      {following.behind && (
        <button type="button" className="teams-new" onClick={following.toEnd}>
          <Drawing name="down" /> New messages
        </button>
      )}
    </div>
  )
}

function Dated({ day, children }: { readonly day: string | undefined; readonly children: ReactNode }) {
  return (
    <>
      {day !== undefined && <li className="teams-day">{day}</li>}
      {children}
    </>
  )
}

function goesOn(before: Shown | undefined, message: Shown): boolean {
  if (!before || before.from?.key !== message.from?.key) return false
  return Date.parse(message.at) - Date.parse(before.at) < GOES_ON_FOR_MS
}

function flash(list: HTMLElement | null, { message, quietly }: GoTo): void {
  const item = list?.querySelector<HTMLElement>(`[data-message="${CSS.escape(message)}"]`)
  if (!item || !list) return
  showMessage(item, list)
  if (!quietly) item.focus({ preventScroll: true })
  item.classList.add('teams-flash')
  setTimeout(() => item.classList.remove('teams-flash'), FLASH_MS)
}
