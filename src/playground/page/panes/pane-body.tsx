import { lazy, Suspense } from 'react'
import type { Someone } from '../../wire.ts'
import { SlackPane } from '../slack/slack-pane.tsx'
import { usePerson } from '../store.ts'
import { useGoingTo } from '../who-am-i.ts'
import { Breakwater } from './breakwater.tsx'

// Microsoft's renderer is half of the page: the first screen does not wait for it.
const TeamsPane = lazy(async () => ({ default: (await import('../teams/teams-pane.tsx')).TeamsPane }))

/** The client of the person's platform. */
export function PaneBody({ someone }: { readonly someone: Someone }) {
  const state = usePerson(someone.key)
  const goingTo = useGoingTo()
  const goTo = goingTo?.account === someone.key ? { goTo: goingTo } : {}
  const opening = <p className="pane-note">Looking over {someone.name}’s shoulder…</p>
  if (!state) return opening
  return (
    <div className="pane-body">
      <Breakwater state={state}>
        <Suspense fallback={opening}>
          {state.platform === 'slack' ? (
            <SlackPane state={state} someone={someone} {...goTo} />
          ) : (
            <TeamsPane state={state} someone={someone} {...goTo} />
          )}
        </Suspense>
      </Breakwater>
    </div>
  )
}
