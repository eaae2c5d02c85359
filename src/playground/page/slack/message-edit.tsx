import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Shown } from '../../wire.ts'
import { usePane } from './pane.ts'

interface MessageEditProps {
  readonly shown: Shown
  readonly place: string
  readonly onDone: () => void
}

/** A message of one's own, while it is changed. */
export function MessageEdit({ shown, place, onDone }: MessageEditProps) {
  const pane = usePane()
  const [text, setText] = useState(shown.text)
  const [busy, setBusy] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.setSelectionRange(shown.text.length, shown.text.length)
  }, [shown.text.length])

  const save = async () => {
    if (busy || text.trim() === '') return
    setBusy(true)
    const answer = await pane.act({ deed: 'edit', place, message: shown.id, text })
    setBusy(false)
    if (answer.ok) onDone()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onDone()
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void save()
  }
  return (
    <div className="slack-edit">
      <textarea
        ref={field}
        className="slack-field"
        aria-label="Edit message"
        dir="auto"
        rows={Math.min(8, text.split('\n').length)}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="slack-edit-foot">
        <button type="button" className="slack-button" onClick={onDone}>
          Cancel
        </button>
        <button
          type="button"
          className="slack-button slack-button-primary"
          aria-disabled={busy || text.trim() === ''}
          onClick={() => void save()}
        >
          Save
        </button>
      </div>
    </div>
  )
}
