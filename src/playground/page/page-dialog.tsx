import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Icon } from './icon.tsx'
import './page-dialog.css'

interface DialogOf {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A window over the page: the browser itself keeps the focus in it, and gives it back afterwards. */
export function PageDialog({ title, open, onClose, children }: DialogOf) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])

  return (
    <dialog ref={dialog} className="page-dialog" aria-labelledby={id} onClose={onClose} closedby="any">
      {open && (
        <div className="page-dialog-inside">
          <div className="page-dialog-head">
            <h2 id={id}>{title}</h2>
            <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
              <Icon name="close" />
            </button>
          </div>
          <div className="page-dialog-body">{children}</div>
        </div>
      )}
    </dialog>
  )
}
