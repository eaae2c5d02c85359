import { useId } from 'react'
import type { Someone } from '../../wire.ts'
import { Icon } from '../icon.tsx'
import { platformOf } from '../people/person-name.ts'
import { Switch } from '../switch.tsx'
import './account-menu.css'

/** How it is called on each platform that somebody can no longer be reached. */
export const GONE = { slack: 'Account deactivated', teams: 'Blocks the bot' } as const

const WHAT = {
  slack: 'As when somebody leaves the hospital: Slack refuses what the bot writes to them.',
  teams: 'As when somebody blocks the app: Teams refuses what the bot writes to them.',
} as const

interface AccountMenuOf {
  readonly someone: Someone
  readonly disabled: boolean
  readonly onChange: (gone: boolean) => void
}

/** What can be done to somebody's account, behind a button: the browser itself closes it, by Escape or a press elsewhere. */
export function AccountMenu({ someone: { key, name, reachable }, disabled, onChange }: AccountMenuOf) {
  const id = useId()
  const platform = platformOf(key)
  return (
    <div className="account-menu">
      <button
        type="button"
        className="icon-button"
        aria-label={`Account of ${name}`}
        title="Account"
        popoverTarget={id}
      >
        <Icon name="more" />
      </button>
      <div id={id} popover="auto" className="account-menu-panel">
        <Switch label={GONE[platform]} on={!reachable} disabled={disabled} onChange={onChange} />
        <p>{WHAT[platform]}</p>
      </div>
    </div>
  )
}
