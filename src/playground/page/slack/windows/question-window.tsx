import type { ReactNode } from 'react'
import { PaneWindow } from './pane-window.tsx'

interface QuestionWindowProps {
  readonly title: string
  readonly children: ReactNode
  readonly yes: string
  readonly no: string
  readonly danger?: boolean
  readonly onYes: () => void
  readonly onNo: () => void
}

/** Asks before something is done. */
export function QuestionWindow({ title, children, yes, no, danger, onYes, onNo }: QuestionWindowProps) {
  const footer = (
    <>
      <button type="button" className="slack-button slack-button-large" onClick={onNo}>
        {no}
      </button>
      <button
        type="button"
        className={`slack-button slack-button-large slack-button-${danger ? 'danger' : 'primary'}`}
        onClick={onYes}
      >
        {yes}
      </button>
    </>
  )
  return (
    <PaneWindow
      title={title}
      kind="question"
      onClose={onNo}
      footer={footer}
      focusFirst=".slack-window-foot button:last-child"
    >
      <div className="slack-window-body">{children}</div>
    </PaneWindow>
  )
}
