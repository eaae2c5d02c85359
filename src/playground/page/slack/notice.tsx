import { useEffect, useState } from 'react'

const SHOWN_MS = 8000

export interface NoticeText {
  readonly sentence: string
}

/** A sentence in passing, as Slack's own notices: it goes by itself, or when it is closed. */
export function Notice({ notice }: { notice: NoticeText | undefined }) {
  const [gone, setGone] = useState<NoticeText>()
  useEffect(() => {
    if (!notice) return
    const end = setTimeout(() => setGone(notice), SHOWN_MS)
    return () => clearTimeout(end)
  }, [notice])

  const shown = notice === gone ? undefined : notice
  return (
    <div className="slack-notices" role="status">
      {shown && (
        <div className="slack-notice">
          <span dir="auto">{shown.sentence}</span>
          <button type="button" aria-label="Dismiss" onClick={() => setGone(shown)}>
            ×
          </button>
        </div>
      )}
    </div>
  )
}
