import { useId, useState } from 'react'
import type { DeedAnswer } from '../../wire.ts'
import { AnswerLine } from '../answer-line.tsx'
import { type PickedFile, pickFile } from '../composer/picked-file.ts'
import { Icon } from '../icon.tsx'
import './drop-zone.css'

interface Zone {
  readonly label: string
  /** Endings, for the window in which a file is chosen. */
  readonly accept: string
  readonly busy: boolean
  readonly answer: DeedAnswer | undefined
  readonly onFile: (file: PickedFile) => Promise<unknown>
}

/** Takes one file, dropped on the field or chosen with it, and shows in place what became of it. */
export function DropZone({ label, accept, busy, answer, onFile }: Zone) {
  const id = useId()
  const [over, setOver] = useState(false)
  const [name, setName] = useState('')
  const [unread, setUnread] = useState<string>()

  async function take(file: File | undefined): Promise<void> {
    if (!file || busy) return
    setName(file.name)
    const picked = await pickFile(file)
    setUnread(typeof picked === 'string' ? picked : undefined)
    if (typeof picked !== 'string') await onFile(picked)
  }

  return (
    <div className="drop-zone-whole">
      <div className="drop-zone" data-over={over}>
        <Icon name="own" />
        <label htmlFor={id}>
          {label}
          {name !== '' && (
            <span className="drop-zone-name" dir="auto">
              {busy ? `Reading ${name}…` : name}
            </span>
          )}
        </label>
        <input
          id={id}
          type="file"
          accept={accept}
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={() => setOver(false)}
          onChange={async ({ target }) => {
            const [file] = target.files ?? []
            await take(file)
            target.value = ''
          }}
        />
      </div>
      <AnswerLine answer={unread === undefined ? answer : { ok: false, reason: unread }} />
    </div>
  )
}
