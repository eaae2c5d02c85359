import { useMemo, useState } from 'react'
import { PaneDialog } from './pane-dialog.tsx'

interface PayloadDialogProps {
  readonly payload: unknown
  readonly onClose: () => void
}

/** The message as Teams carries it, for whoever wants to look. */
export function PayloadDialog({ payload, onClose }: PayloadDialogProps) {
  const [copied, setCopied] = useState('')
  const written = useMemo(() => JSON.stringify(payload, null, 2) ?? '', [payload])
  const copy = () =>
    navigator.clipboard.writeText(written).then(
      () => setCopied('Copied.'),
      () => setCopied('The browser did not allow it: select the text and copy it.'),
    )
  return (
    <PaneDialog title="What Teams carries" onClose={onClose}>
      <div className="teams-payload">
        <p>
          <button type="button" className="teams-button" onClick={() => void copy()}>
            Copy
          </button>{' '}
          <span role="status">{copied}</span>
        </p>
        <textarea readOnly={true} aria-label="Payload, as JSON" spellCheck={false} value={written} />
      </div>
    </PaneDialog>
  )
}
