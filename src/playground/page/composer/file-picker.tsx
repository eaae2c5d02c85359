import { useRef } from 'react'
import { type PickedFile, pickFile } from './picked-file.ts'

interface FilePickerProps {
  readonly onPick: (file: PickedFile) => void
  readonly onTrouble: (reason: string) => void
}

/** The paper clip. */
export function FilePicker({ onPick, onTrouble }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null)
  const take = async (file: File | undefined) => {
    if (file === undefined) return
    const picked = await pickFile(file)
    if (typeof picked === 'string') onTrouble(picked)
    else onPick(picked)
  }
  return (
    <>
      <button
        type="button"
        className="composer-tool"
        aria-label="Attach a file"
        onClick={() => input.current?.click()}
      >
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
          <path
            d="m6 10.5 4.9-4.9a2.6 2.6 0 0 1 3.7 3.7l-6 6a4 4 0 0 1-5.7-5.7l5.6-5.6"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.4"
            strokeLinecap="round"
          />
        </svg>
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="File to send"
        onChange={(event) => {
          void take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
    </>
  )
}

/** The file that goes along with what is being written. */
export function FileChip({ name, onRemove }: { readonly name: string; readonly onRemove: () => void }) {
  return (
    <p className="composer-file">
      <bdi>{name}</bdi>
      <button type="button" aria-label={`Do not send ${name}`} onClick={onRemove}>
        ✕
      </button>
    </p>
  )
}
