import { Fragment, useEffect, useRef } from 'react'
import type { Choice } from './choices.ts'

interface ChoiceListProps {
  readonly id: string
  readonly found: readonly Choice[]
  readonly chosen: readonly string[]
  readonly active: number
  readonly several: boolean
  readonly onChoose: (choice: Choice) => void
}

/** The open menu of a select. */
export function ChoiceList({ id, found, chosen, active, several, onChoose }: ChoiceListProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector(`[id="${id}-${active}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])

  return (
    <div
      ref={list}
      id={id}
      className="slack-menu"
      role="listbox"
      aria-label="Options"
      aria-multiselectable={several}
      tabIndex={-1}
    >
      {found.length === 0 && (
        <div
          className="slack-menu-none"
          role="option"
          aria-selected="false"
          aria-disabled="true"
          tabIndex={-1}
        >
          No results
        </div>
      )}
      {found.map((choice, index) => (
        <Fragment key={choice.value}>
          {choice.group !== undefined && choice.group !== found[index - 1]?.group && (
            <div className="slack-menu-group" role="presentation">
              {choice.group}
            </div>
          )}
          {/* The field keeps the focus and its keys move the mark, so that no key is heard here. */}
          <div
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            dir="auto"
            aria-selected={chosen.includes(choice.value)}
            className={index === active ? 'slack-menu-item slack-menu-active' : 'slack-menu-item'}
            onMouseDown={(event) => {
              event.preventDefault()
              onChoose(choice)
            }}
          >
            <span>{choice.label}</span>
            {choice.description && <small>{choice.description}</small>}
          </div>
        </Fragment>
      ))}
    </div>
  )
}
