import type { KeyboardEvent } from 'react'

export type Tab = 'home' | 'messages'

const TABS = [
  { id: 'home', title: 'Home' },
  { id: 'messages', title: 'Messages' },
] as const

/** The tabs of the app's view. */
export function Tabs({
  panel,
  current,
  onChoose,
}: {
  panel: string
  current: Tab
  onChoose: (tab: Tab) => void
}) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    const other = current === 'home' ? 'messages' : 'home'
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${other}"]`)?.focus()
    onChoose(other)
  }
  return (
    <div role="tablist" tabIndex={-1} className="slack-tabs" aria-label="The app" onKeyDown={onKeyDown}>
      {TABS.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          role="tab"
          data-tab={id}
          aria-selected={id === current}
          aria-controls={panel}
          tabIndex={id === current ? 0 : -1}
          onClick={() => onChoose(id)}
        >
          {title}
        </button>
      ))}
    </div>
  )
}
