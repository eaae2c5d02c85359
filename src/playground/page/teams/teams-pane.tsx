import './teams-pane.css'
import { useCallback, useMemo, useState } from 'react'
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
  const zone = useClock()?.zone ?? 'UTC'
  const commands = useHospital()?.commands ?? []
  const [payload, setPayload] = useState<{ readonly of: unknown }>()
  const { open, unread, show } = usePlaces(someone, state.places, goTo)
  const { key, name } = someone
  // Of all this nothing changes with a message, so that those which were there are not drawn again.
  const pane = useMemo(() => ({ someone: { key, name }, zone }), [key, name, zone])
  const showPayload = useCallback((of: unknown) => setPayload({ of }), [])
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
              onShowPayload={showPayload}
            />
          )}
        </div>
        {state.dialog && <TaskDialog dialog={state.dialog} />}
        {payload && <PayloadDialog payload={payload.of} onClose={() => setPayload(undefined)} />}
      </div>
    </PaneContext>
  )
}
