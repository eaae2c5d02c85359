import { useState } from 'react'
import { PaneWindow } from './pane-window.tsx'

/** Whatever scrolls can be scrolled by keyboard. */
const REACHED = { tabIndex: 0 }

/** What Slack carries for a message, to be read and copied. */
export function PayloadWindow({ payload, onClose }: { payload: unknown; onClose: () => void }) {
  const [copied, setCopied] = useState('')
  const text = JSON.stringify(payload, null, 2)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied('Copied')
    } catch {
      setCopied('This browser lets nothing be copied from here. Please select the text.')
    }
  }
  const footer = (
    <>
      <span role="status">{copied}</span>
      <button type="button" className="slack-button slack-button-large" onClick={() => void copy()}>
        Copy
      </button>
    </>
  )
  return (
    <PaneWindow title="What Slack carries" kind="payload" onClose={onClose} footer={footer}>
      <section className="slack-window-body" aria-label="Payload" {...REACHED}>
        <pre>{text}</pre>
      </section>
    </PaneWindow>
  )
}
