import type { Someone } from '../../wire.ts'
import { usePerson } from '../store.ts'
import { useGoingTo } from '../who-am-i.ts'
import { Breakwater } from './breakwater.tsx'
import { PlainMessages } from './plain-messages.tsx'

/** The client of the person's platform. */
export function PaneBody({ someone }: { readonly someone: Someone }) {
  const state = usePerson(someone.key)
  const goingTo = useGoingTo()
  const goTo = goingTo?.account === someone.key ? { goTo: goingTo } : {}
  if (!state) return <p className="pane-note">Looking over {someone.name}’s shoulder…</p>
  return (
    <div className="pane-body">
      <Breakwater state={state}>
        <PlainMessages state={state} {...goTo} />
      </Breakwater>
    </div>
  )
}
