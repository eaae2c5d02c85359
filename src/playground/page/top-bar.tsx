import { AboutDialog } from './about-dialog.tsx'
import { closeDialog, openDialog, useOpened } from './dialogs.ts'
import { Icon } from './icon.tsx'
import { OwnDialog } from './own/own-dialog.tsx'
import { ThemeButton } from './theme-button.tsx'
import { Wordmark } from './wordmark.tsx'
import './top-bar.css'

/** Name, note, own hospital, colours. */
export function TopBar() {
  const opened = useOpened()
  return (
    <header className="top-bar">
      <Wordmark />
      <div className="top-bar-actions">
        <button
          type="button"
          className="top-bar-action"
          aria-haspopup="dialog"
          onClick={() => openDialog('about')}
        >
          <Icon name="about" />
          <span>What is this?</span>
        </button>
        <button
          type="button"
          className="top-bar-action"
          aria-haspopup="dialog"
          onClick={() => openDialog('own')}
        >
          <Icon name="own" />
          <span>Your hospital</span>
        </button>
        <ThemeButton />
      </div>
      <AboutDialog open={opened === 'about'} onClose={closeDialog} />
      <OwnDialog open={opened === 'own'} onClose={closeDialog} />
    </header>
  )
}
