import './pane-dialog.css'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { Drawing } from './drawings.tsx'

interface PaneDialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

const REACHABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select, textarea, [tabindex]:not([tabindex="-1"])'

/** A dialog over this pane alone: whoever sits beside goes on. Takes the focus, keeps it, and gives it back. */
export function PaneDialog({ title, onClose, children }: PaneDialogProps) {
  const dialog = useRef<HTMLDivElement>(null)
  const titleId = useId()

  useEffect(() => {
    const pane = dialog.current?.closest('.teams-pane')
    const before = document.activeElement
    const free = before === null || before === document.body || pane?.contains(before)
    if (free) dialog.current?.focus()
    return () => giveBack(pane, before)
  }, [])

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    event.stopPropagation()
    if (event.key === 'Escape') onClose()
    if (event.key === 'Tab' && keepWithin(event.currentTarget, event.shiftKey)) event.preventDefault()
  }

  return (
    <div className="teams-veil">
      <div
        ref={dialog}
        className="teams-dialog"
        role="dialog"
        aria-modal="true"
        aria-labelledby={titleId}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        <header>
          <h2 id={titleId} dir="auto">
            {title}
          </h2>
          <button type="button" className="teams-icon-button" aria-label="Close" onClick={onClose}>
            <Drawing name="close" />
          </button>
        </header>
        <div className="teams-dialog-body">{children}</div>
      </div>
    </div>
  )
}

/** Whether Tab would leave, and was sent round instead. */
function keepWithin(dialog: HTMLElement, back: boolean): boolean {
  const all = [...dialog.querySelectorAll<HTMLElement>(REACHABLE)].filter(
    (one) => one.getClientRects().length > 0,
  )
  const edge = back ? all[0] : all.at(-1)
  const leaving = document.activeElement === edge || (back && document.activeElement === dialog)
  if (leaving) (back ? all.at(-1) : all[0])?.focus()
  return leaving
}

/** To where it was, or, where that is gone, to the message box; not away from somebody else's pane. */
function giveBack(pane: Element | null | undefined, before: Element | null): void {
  requestAnimationFrame(() => {
    const now = document.activeElement
    const free = now === null || now === document.body || !now.isConnected
    if (!free || !pane?.isConnected) return
    const back = before instanceof HTMLElement && before.isConnected && before !== document.body
    const to = back ? before : pane.querySelector<HTMLElement>('.composer-box')
    to?.focus()
  })
}
