import { useEffect, useRef, useState } from 'react'
import type { TeamsState } from '../../wire.ts'
import { sendDeed } from '../send.ts'
import { AdaptiveCard } from './card/adaptive-card.tsx'
import type { Inputs, Pressed } from './card/draw-card.ts'
import { forgetEntered, keepEntered, keptEntered } from './entered.ts'
import { usePane } from './pane.ts'
import { PaneDialog } from './pane-dialog.tsx'

/** The dialog the bot opened. What is entered survives a lost connection, a failed submission and a reload. */
export function TaskDialog({ dialog }: { readonly dialog: NonNullable<TeamsState['dialog']> }) {
  const { someone } = usePane()
  const [line, setLine] = useState<string>()
  const closing = useRef(false)
  const status = useRef<HTMLParagraphElement>(null)

  useEffect(() => {
    // The next form, or the same with complaints, is read from its beginning.
    if (dialog.id) status.current?.parentElement?.scrollTo(0, 0)
  }, [dialog.id])

  const submit = async ({ action, inputs }: Omit<Pressed, 'button'>): Promise<Inputs | undefined> => {
    setLine(undefined)
    const answer = await sendDeed({ who: someone.key, deed: 'teams-submit', inputs, action })
    if (!answer.ok) setLine(answer.reason)
    else if (answer.notice !== undefined) setLine(answer.notice)
    if (answer.ok && !answer.errors) forgetEntered(someone.key, dialog.id)
    return answer.ok ? answer.errors : undefined
  }

  const close = async () => {
    if (closing.current) return
    closing.current = true
    const answer = await sendDeed({ who: someone.key, deed: 'teams-close' })
    closing.current = false
    if (answer.ok) forgetEntered(someone.key, dialog.id)
    else setLine(answer.reason)
  }

  return (
    <PaneDialog title={dialog.title} onClose={() => void close()}>
      <AdaptiveCard
        content={dialog.card}
        entered={keptEntered(someone.key, dialog.id)}
        onEntered={(inputs) => keepEntered(someone.key, dialog.id, inputs)}
        onPress={submit}
      />
      <p ref={status} className="teams-line teams-dialog-line" role="status">
        {line}
      </p>
    </PaneDialog>
  )
}
