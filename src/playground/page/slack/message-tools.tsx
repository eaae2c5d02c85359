import { type ReactNode, useState } from 'react'
import type { Shown } from '../../wire.ts'
import { usePane } from './pane.ts'
import { PayloadWindow } from './windows/payload-window.tsx'
import { QuestionWindow } from './windows/question-window.tsx'

interface MessageToolsProps {
  readonly shown: Shown
  readonly place: string
  readonly mine: boolean
  readonly onEdit: () => void
}

/** What can be done with a message: shown where the pointer or the focus is. */
export function MessageTools({ shown, place, mine, onEdit }: MessageToolsProps) {
  const pane = usePane()
  const [open, setOpen] = useState<'payload' | 'delete'>()
  const remove = () => {
    setOpen(undefined)
    void pane.act({ deed: 'unsay', place, message: shown.id })
  }
  const close = () => setOpen(undefined)
  return (
    <div className="slack-tools">
      {mine && (
        <Tool label="Edit message" onClick={onEdit}>
          <path d="M4 16l.8-3.4L13.400 4a1.6 1.600 0 0 1 2.600 2.600L7.400 15.200z" />
        </Tool>
      )}
      {mine && (
        <Tool label="Delete message" onClick={() => setOpen('delete')}>
          <path d="M4 6h12M8 6V4h4v2M6 6l.7 10h6.600L14 6" />
        </Tool>
      )}
      <Tool label="Show what Slack carries" onClick={() => setOpen('payload')}>
        <path d="M7.500 4C5.500 4 6.500 9 4 10c2.500 1 1.500 6 3.500 6M12.500 4c2 0 1 5 3.500 6-2.500 1-1.500 6-3.500 6" />
      </Tool>
      {open === 'payload' && <PayloadWindow payload={shown.payload} onClose={close} />}
      {open === 'delete' && (
        <QuestionWindow title="Delete message" yes="Delete" no="Cancel" danger onYes={remove} onNo={close}>
          Are you sure you want to delete this message? This cannot be undone.
        </QuestionWindow>
      )}
    </div>
  )
}

function Tool({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className="slack-icon-button" aria-label={label} title={label} onClick={onClick}>
      <svg viewBox="0 0 20 20" focusable="false" aria-hidden="true">
        {children}
      </svg>
    </button>
  )
}
