import type { Button } from '@slack/types'
import { isSafe } from '../text/safe-link.tsx'
import { usePress } from './use-press.tsx'

/** A button; one with an address is a link, and the bot hears of its press, too. */
export function ButtonControl({ block, element }: { block: string | undefined; element: Button }) {
  const { busy, press, question } = usePress(block, element)
  const shared = {
    className: `slack-button${element.style ? ` slack-button-${element.style}` : ''}`,
    'aria-label': element.accessibility_label,
    'aria-busy': busy,
    'data-action': element.action_id,
    dir: 'auto',
    onClick: () => press(),
  }
  return (
    <>
      {element.url && isSafe(element.url) ? (
        <a {...shared} href={element.url} target="_blank" rel="noreferrer noopener">
          {element.text.text}
        </a>
      ) : (
        <button {...shared} type="button" aria-disabled={busy}>
          {element.text.text}
          {busy && <span className="slack-spinner" aria-hidden="true" />}
        </button>
      )}
      {question}
    </>
  )
}
