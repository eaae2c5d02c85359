import { type KeyboardEvent, memo } from 'react'
import type { AccountKey } from '../../wire.ts'
import { Avatar } from '../avatar.tsx'
import { Icon } from '../icon.tsx'
import { PlatformMark } from '../platform-mark.tsx'
import { become, putBeside } from '../who-am-i.ts'
import { platformOf } from './person-name.ts'
import './person-row.css'

interface Row {
  readonly account: AccountKey
  readonly name: string
  readonly line: string
  /** `with Joseph Mathew`, where the list itself does not show it. */
  readonly partners: string
  readonly reachable: boolean
  readonly fresh: number
  readonly seat: 'first' | 'beside' | 'none'
  readonly canBeBeside: boolean
  /** Only one row of the list takes part in the order of the Tab key; arrows lead to the others. */
  readonly tabbable: boolean
  readonly onFocus: (account: AccountKey) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** One of the staff: to become, or to put beside. Drawn anew only where something of it changed. */
export const PersonRow = memo((row: Row) => {
  const { account, name, line, partners, reachable, fresh, seat, canBeBeside, tabbable, onFocus, onKeyDown } =
    row
  const tabIndex = tabbable ? 0 : -1
  return (
    <li className="person-row" data-seat={seat} data-reachable={reachable}>
      <button
        type="button"
        className="person-row-main"
        tabIndex={tabIndex}
        aria-current={seat === 'none' ? undefined : 'true'}
        onFocus={() => onFocus(account)}
        onKeyDown={onKeyDown}
        onClick={() => become(account)}
      >
        <Avatar name={name} />
        <span className="person-row-words">
          <span className="person-row-name" dir="auto">
            {name}
          </span>
          <span className="person-row-line">
            <PlatformMark platform={platformOf(account)} />
            <span className="person-row-what" dir="auto">
              {reachable ? line : 'Cannot be reached'}
            </span>
          </span>
          {partners !== '' && (
            <span className="person-row-what" dir="auto">
              {partners}
            </span>
          )}
        </span>
        {fresh > 0 && (
          <span className="person-row-fresh">
            {fresh > 99 ? '99+' : fresh}
            <span className="unseen"> new</span>
          </span>
        )}
      </button>
      {canBeBeside && (
        <button
          type="button"
          className="person-row-beside"
          tabIndex={tabIndex}
          aria-label={`Show ${name} beside`}
          title="Show beside"
          onFocus={() => onFocus(account)}
          onKeyDown={onKeyDown}
          onClick={() => putBeside(account)}
        >
          <Icon name="beside" />
        </button>
      )}
    </li>
  )
})
