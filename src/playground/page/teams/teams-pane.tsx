import './teams-pane.css'
import { useMemo, useState } from 'react'
import type { Someone, TeamsState } from '../../wire.ts'
import { useClock, useHospital } from '../store.ts'
import { Conversation } from './conversation.tsx'
import type { GoTo } from './go-to.ts'
import { PaneContext } from './pane.ts'
import { PayloadDialog } from './payload-dialog.tsx'
import { PlaceList } from './place-list.tsx'
import { TaskDialog } from './task-dialog.tsx'
import { usePlaces } from './use-places.ts'

interface TeamsPaneProps {
  readonly state: TeamsState
  readonly someone: Someone
  /** The message to be shown; another object at every wish. */
  readonly goTo?: GoTo
}

/** One person's Teams: their chats and channels, the open one, and a dialog over both. */
export function TeamsPane(props: TeamsPaneProps) {
  return <Client key={props.someone.key} {...props} />
}

function Client({ state, someone, goTo }: TeamsPaneProps) {
  const clock = useClock()
  const commands = useHospital()?.commands ?? []
  const [payload, setPayload] = useState<{ readonly of: unknown }>()
  const { open, unread, show } = usePlaces(someone, state.places, goTo)
  const now = clock?.now ?? '1970-01-01T00:00:00Z'
  const zone = clock?.zone ?? 'UTC'
  const pane = useMemo(() => ({ someone, now, zone }), [someone, now, zone])
  const covered = state.dialog !== undefined || payload !== undefined

  return (
    <PaneContext value={pane}>
      <div className="teams-pane" data-places={state.places.length}>
        <div className="teams-client" inert={covered}>
          <PlaceList places={state.places} open={open?.id ?? ''} unread={unread} onOpen={show} />
          {open && (
            <Conversation
              key={open.id}
              place={open}
              extensions={state.extensions}
              commands={commands}
              goTo={goTo}
              onShowPayload={(of) => setPayload({ of })}
            />
          )}
        </div>
        {state.dialog && <TaskDialog dialog={state.dialog} />}
        {payload && <PayloadDialog payload={payload.of} onClose={() => setPayload(undefined)} />}
      </div>
    </PaneContext>
  )
}
