import type { HomeView, KnownBlock } from '@slack/types'
import type { SlackWindow } from '../../wire.ts'
import { Blocks } from './blocks/blocks.tsx'
import { SurfaceContext, useEntered } from './blocks/surface.ts'
import { usePane } from './pane.ts'

/** The app's Home: a page of blocks. */
export function HomeTab({ home }: { home: SlackWindow | undefined }) {
  const { who } = usePane()
  const [entered, enter] = useEntered(`home ${who}`)
  if (!home) {
    return (
      <p className="slack-empty" role="status">
        Loading …
      </p>
    )
  }
  const view = home.view as unknown as HomeView
  return (
    <div className="slack-home">
      <SurfaceContext value={{ in: { view: home.id }, entered, enter, errors: {} }}>
        <Blocks blocks={view.blocks as readonly KnownBlock[]} />
      </SurfaceContext>
    </div>
  )
}
