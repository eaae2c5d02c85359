import { useCallback, useState } from 'react'
import { AboutDialog } from './about-dialog.tsx'
import { Icon } from './icon.tsx'
import { OwnDialog } from './own/own-dialog.tsx'
import { ThemeButton } from './theme-button.tsx'
import { Wordmark } from './wordmark.tsx'
import './top-bar.css'

/** Name, note, own hospital, colours. */
export function TopBar() {
  const [opened, setOpened] = useState<'about' | 'own'>()
  const close = useCallback(() => setOpened(undefined), [])
  return (
    <header className="top-bar">
      <Wordmark />
      <div className="top-bar-actions">
        <button
          type="button"
          className="top-bar-action"
          aria-haspopup="dialog"
          onClick={() => setOpened('about')}
        >
          <Icon name="about" />
          <span>What is this?</span>
        </button>
        <button
          type="button"
          className="top-bar-action"
          aria-haspopup="dialog"
          onClick={() => setOpened('own')}
        >
          <Icon name="own" />
          <span>Your hospital</span>
        </button>
        <ThemeButton />
      </div>
      <AboutDialog open={opened === 'about'} onClose={close} />
      <OwnDialog open={opened === 'own'} onClose={close} />
    </header>
  )
}
