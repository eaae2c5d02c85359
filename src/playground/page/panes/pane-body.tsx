import type { Someone } from '../../wire.ts'
import { SlackPane } from '../slack/slack-pane.tsx'
import { usePerson } from '../store.ts'
import { TeamsPane } from '../teams/teams-pane.tsx'
import { useGoingTo } from '../who-am-i.ts'
import { Breakwater } from './breakwater.tsx'

/** The client of the person's platform. */
export function PaneBody({ someone }: { readonly someone: Someone }) {
  const state = usePerson(someone.key)
  const goingTo = useGoingTo()
  const goTo = goingTo?.account === someone.key ? { goTo: goingTo } : {}
  if (!state) return <p className="pane-note">Looking over {someone.name}’s shoulder…</p>
  return (
    <div className="pane-body">
      <Breakwater state={state}>
        {state.platform === 'slack' ? (
          <SlackPane state={state} someone={someone} {...goTo} />
        ) : (
          <TeamsPane state={state} someone={someone} {...goTo} />
        )}
      </Breakwater>
    </div>
  )
}
