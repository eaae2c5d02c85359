import type { Option, Overflow } from '@slack/types'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { isSafe } from '../text/safe-link.tsx'
import { usePress } from './use-press.tsx'

/** Three dots that open a menu. */
export function OverflowControl({ block, element }: { block: string | undefined; element: Overflow }) {
  const { busy, press, question } = usePress(block, element)
  const [open, setOpen] = useState(false)
  const menuId = useId()
  const menu = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (open) menu.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus()
  }, [open])

  const choose = (option: Option) => {
    setOpen(false)
    button.current?.focus()
    if ('url' in option && option.url && isSafe(option.url)) window.open(option.url, '_blank', 'noreferrer')
    press(option.value)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitem"]')]
    const at = items.indexOf(document.activeElement as HTMLElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
    if (event.key === 'Escape') {
      setOpen(false)
      button.current?.focus()
    } else if (to === undefined) return
    else items.at(to % items.length)?.focus()
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="slack-overflow">
      <button
        ref={button}
        type="button"
        className="slack-button"
        aria-label="More options"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        aria-busy={busy}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setOpen(!open)}
      >
        ⋯
      </button>
      {open && (
        <div
          ref={menu}
          id={menuId}
          role="menu"
          tabIndex={-1}
          className="slack-menu"
          onKeyDown={onKeyDown}
          onBlur={({ currentTarget, relatedTarget }) => {
            if (!currentTarget.contains(relatedTarget)) setOpen(false)
          }}
        >
          {element.options.map((option) => (
            <button
              key={option.value ?? option.text.text}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className="slack-menu-item"
              dir="auto"
              onClick={() => choose(option)}
            >
              {option.text.text}
            </button>
          ))}
        </div>
      )}
      {question}
    </div>
  )
}
