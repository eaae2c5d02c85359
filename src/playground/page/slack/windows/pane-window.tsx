import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'
import { createPortal } from 'react-dom'
import { usePane } from '../pane.ts'
import { keepTabWithin, useFocusKept, useFocusWithin } from './focus.ts'

interface PaneWindowProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly footer?: ReactNode
  /** Stands below another one, and waits. */
  readonly covered?: boolean
  /** What has the focus first; else the window itself, so that its title is read. */
  readonly focusFirst?: string
  readonly kind?: 'form' | 'question' | 'payload'
}

/** A window over the pane, and over nothing beside it: another pane stays in use. */
export function PaneWindow(props: PaneWindowProps) {
  const { title, onClose, children, footer, covered = false, focusFirst, kind = 'form' } = props
  const { overlay } = usePane()
  const titleId = useId()
  const window = useRef<HTMLDivElement>(null)
  useFocusWithin(window, focusFirst)
  useFocusKept(window)
  if (!overlay) return null

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    event.stopPropagation()
    if (event.key === 'Escape') {
      event.preventDefault()
      onClose()
    }
    keepTabWithin(event)
  }
  return createPortal(
    <div className="slack-veil" hidden={covered}>
      <div
        ref={window}
        className={`slack-window slack-window-${kind}`}
        role="dialog"
        aria-labelledby={titleId}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        <header className="slack-window-head">
          <h2 id={titleId} dir="auto">
            {title}
          </h2>
          <button type="button" className="slack-icon-button" aria-label="Close" onClick={onClose}>
            <svg viewBox="0 0 20 20" focusable="false" aria-hidden="true">
              <path d="m5 5 10 10M15 5 5 15" />
            </svg>
          </button>
        </header>
        {children}
        {footer && <footer className="slack-window-foot">{footer}</footer>}
      </div>
    </div>,
    overlay,
  )
}
