import './controls.css'
import { useEffect } from 'react'
import { ClockPanel } from './clock/clock-panel.tsx'
import { Connection } from './connection.tsx'
import { Panes } from './panes/panes.tsx'
import { showPart, usePart } from './part.ts'
import { PartBar } from './part-bar.tsx'
import { PeoplePanel } from './people/people-panel.tsx'
import { Platforms } from './platforms/platforms.tsx'
import { Timeline } from './timeline/timeline.tsx'
import { TopBar } from './top-bar.tsx'
import { TourBar } from './tours/tour-bar.tsx'
import { useGoingTo, useSeats } from './who-am-i.ts'
import './page.css'

/** The whole page: who I am, their chats, and the clock with what happened; one of the three where room is scarce. */
export function Page() {
  const part = usePart()
  const seats = useSeats()
  const goingTo = useGoingTo()

  useEffect(() => {
    if (seats.first !== undefined || goingTo) showPart('chat')
  }, [seats, goingTo])

  return (
    <div className="page" data-part={part}>
      <button type="button" className="skip" onClick={() => document.getElementById('chat')?.focus()}>
        Skip to the chat
      </button>
      <TopBar />
      <TourBar />
      <Connection />
      <div className="columns">
        <nav className="column column-people" aria-label="People">
          <PeoplePanel />
        </nav>
        <main className="column-chat" id="chat" tabIndex={-1}>
          <Panes />
        </main>
        <aside className="column column-clock" aria-label="Clock and timeline">
          <ClockPanel />
          <Timeline />
          <Platforms />
        </aside>
      </div>
      <PartBar part={part} onChoose={showPart} />
    </div>
  )
}
