import './pane-menu.css'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'

export interface MenuItem {
  readonly label: string
  readonly act: () => void
}

interface PaneMenuProps {
  readonly name: string
  readonly face: ReactNode
  readonly items: readonly MenuItem[]
  /** Where there is room for it. */
  readonly opens: 'up' | 'down'
}

/** A button and its menu: arrows move, Enter takes, Escape and a click elsewhere close. */
export function PaneMenu({ name, face, items, opens }: PaneMenuProps) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!open) return undefined
    menu.current?.querySelector('button')?.focus()
    menu.current?.scrollIntoView({ block: 'nearest' })
    const leave = (event: Event) => {
      if (!menu.current?.parentElement?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
    }
  }, [open])

  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const all = [...event.currentTarget.querySelectorAll('button')]
    const at = all.indexOf(document.activeElement as HTMLButtonElement)
    if (event.key === 'Escape') close()
    else if (event.key === 'ArrowDown') all[(at + 1) % all.length]?.focus()
    else if (event.key === 'ArrowUp') all.at((at - 1) % all.length)?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="teams-menu-place">
      <button
        ref={button}
        type="button"
        className="teams-icon-button"
        aria-label={name}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {face}
      </button>
      {open && (
        <div
          ref={menu}
          className="teams-menu"
          data-opens={opens}
          role="menu"
          aria-label={name}
          onKeyDown={onKeyDown}
          tabIndex={-1}
        >
          {items.map(({ label, act }) => (
            <button
              key={label}
              type="button"
              role="menuitem"
              onClick={() => {
                close()
                act()
              }}
            >
              {label}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
