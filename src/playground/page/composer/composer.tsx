import './composer.css'
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import type { CommandLine } from '../../wire.ts'
import type { Completion } from './completion.ts'
import { CompletionList } from './completion-list.tsx'
import { useDraft } from './draft.ts'
import { FileChip, FilePicker } from './file-picker.tsx'
import type { PickedFile } from './picked-file.ts'
import { useCompletion } from './use-completion.ts'

export interface Said {
  readonly text: string
  readonly file?: PickedFile
}

interface ComposerProps {
  /** `Message Rounds`: what stands in the empty box, and its name. */
  readonly label: string
  /** Whose draft for which place. */
  readonly draftKey: string
  readonly commands: readonly CommandLine[]
  /** Commands are understood without `/mentor` as well. */
  readonly bare: boolean
  /** The most UTF-16 units that the platform takes in a message. */
  readonly longest: number
  readonly takesFiles: boolean
  /** Resolves to nothing when it was taken, else to the reason. */
  readonly send: (said: Said) => Promise<string | undefined>
  /** Buttons beside the box. */
  readonly tools?: ReactNode
}

/**
 * The box people write in: Enter sends, Shift+Enter begins a line, commands are completed. What is being written is kept
 * for each `draftKey`; what could not be sent comes back into the box with the reason.
 */
export function Composer(props: ComposerProps) {
  return <Box key={props.draftKey} {...props} />
}

function Box({ label, draftKey, commands, bare, longest, takesFiles, send, tools }: ComposerProps) {
  const [text, write] = useDraft(draftKey)
  const [file, setFile] = useState<PickedFile>()
  const [trouble, setTrouble] = useState<string>()
  const box = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const completing = useCompletion({ text, commands, bare, take })
  const { offer, open, active } = completing
  const excess = text.length - longest
  const sendable = (text.trim() !== '' || file !== undefined) && excess <= 0

  function change(next: string) {
    write(next)
    setTrouble(undefined)
    completing.begin()
  }

  function take(option: Completion) {
    change(option.text)
    if (option.usage === '') completing.close()
    box.current?.focus()
  }

  const submit = async () => {
    if (!sendable) return
    change('')
    setFile(undefined)
    const reason = await send({ text: text.trim(), ...(file && { file }) })
    if (reason === undefined) return
    setTrouble(reason)
    if (box.current?.value === '') write(text)
    setFile((picked) => picked ?? file)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey, nativeEvent } = event
    if (nativeEvent.isComposing || shiftKey) return
    const listed = completing.onKey(key)
    if (!listed && key !== 'Enter') return
    event.preventDefault()
    event.stopPropagation()
    if (!listed) void submit()
  }

  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain').length
    if (pasted <= longest * 2) return
    event.preventDefault()
    setTrouble(`That is ${count(pasted)} characters: a message takes ${count(longest)}. It was not pasted.`)
  }

  return (
    <div className="composer">
      {open && <CompletionList id={`${id}-list`} options={offer.options} active={active} onTake={take} />}
      <p className="composer-trouble" role="status">
        {trouble ?? tooMuch(excess)}
      </p>
      <p className="unseen" role="status">
        {open && `${offer.options.length} commands: the arrow keys choose one.`}
      </p>
      {!open && offer.hint && <p className="composer-hint">{offer.hint}</p>}
      {file && <FileChip name={file.name} onRemove={() => setFile(undefined)} />}
      <div className="composer-row">
        <textarea
          ref={box}
          className="composer-box"
          rows={1}
          dir="auto"
          value={text}
          placeholder={label}
          aria-label={label}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={open ? `${id}-list` : undefined}
          aria-activedescendant={active === undefined ? undefined : `${id}-list-${active}`}
          onChange={(event) => change(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={completing.close}
        />
        <div className="composer-tools">
          {tools}
          {takesFiles && <FilePicker onPick={setFile} onTrouble={setTrouble} />}
          <button
            type="button"
            className="composer-send"
            aria-label="Send"
            disabled={!sendable}
            onClick={() => void submit()}
          >
            <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
              <path d="M3 3.6 17.4 10 3 16.4l1.7-5.5L11.5 10 4.7 9.1z" fill="currentColor" />
            </svg>
          </button>
        </div>
      </div>
    </div>
  )
}

function tooMuch(excess: number): string {
  return excess > 0 ? `${count(excess)} characters too many to send.` : ''
}

function count(number: number): string {
  return number.toLocaleString('en-GB')
}
