import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

interface EditBoxProps {
  readonly text: string
  readonly onSave: (text: string) => void
  readonly onCancel: () => void
}

/** One's own message, open to be changed: Enter saves, Escape leaves it as it was. */
export function EditBox({ text, onSave, onCancel }: EditBoxProps) {
  const [changed, setChanged] = useState(text)
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => box.current?.focus(), [])

  const save = () => {
    if (changed.trim() === '' || changed === text) onCancel()
    else onSave(changed.trim())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.shiftKey) return
    if (event.key === 'Escape') onCancel()
    else if (event.key === 'Enter') save()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="teams-edit">
      <textarea
        ref={box}
        rows={1}
        dir="auto"
        maxLength={LONGEST}
        aria-label="Edit your message"
        value={changed}
        onChange={(event) => setChanged(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div>
        <button type="button" className="teams-button" onClick={onCancel}>
          Cancel
        </button>
        <button type="button" className="teams-button teams-button-primary" onClick={save}>
          Save
        </button>
      </div>
    </div>
  )
}

const LONGEST = 28_000
