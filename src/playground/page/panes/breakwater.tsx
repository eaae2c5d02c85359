import { Component, type ReactNode } from 'react'
import type { PersonState } from '../../wire.ts'

interface Guarded {
  readonly state: PersonState
  readonly children: ReactNode
}

interface Water {
  readonly failed: boolean
  readonly drawn?: PersonState
}

/** What cannot be drawn ends its own pane alone; with the next that is heard of the person, it is tried again. */
export class Breakwater extends Component<Guarded, Water> {
  override state: Water = { failed: false }

  static getDerivedStateFromError(): Partial<Water> {
    return { failed: true }
  }

  static getDerivedStateFromProps({ state }: Guarded, { drawn }: Water): Water | null {
    return state === drawn ? null : { failed: false, drawn: state }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <p className="pane-note">Something here cannot be shown. It is tried again with the next message.</p>
    )
  }
}
