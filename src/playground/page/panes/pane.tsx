import type { AccountKey } from '../../wire.ts'
import { useConnected, useHospital } from '../store.ts'
import { closePane } from '../who-am-i.ts'
import { PaneBody } from './pane-body.tsx'
import { PaneHeader } from './pane-header.tsx'
import './pane.css'

interface PaneOf {
  readonly account: AccountKey
  /** Where there is room for one only, the other stays behind. */
  readonly behind?: boolean
  readonly swaps?: boolean
}

/** All that one person has before their eyes, under their name. */
export function Pane({ account, behind = false, swaps = false }: PaneOf) {
  const hospital = useHospital()
  const connected = useConnected()
  const someone = hospital?.people.find(({ key }) => key === account)
  if (!hospital) return <p className="pane-note">{connected === false ? '' : 'Opening the hospital…'}</p>
  if (!someone)
    return (
      <div className="pane pane-note" data-behind={behind}>
        <p>This hospital has no account {account.slice(0, 80)}.</p>
        <button type="button" className="button" onClick={() => closePane(account)}>
          Close
        </button>
      </div>
    )
  return (
    <article className="pane" data-behind={behind} data-account={account} aria-label={someone.name}>
      <button type="button" className="skip" onClick={({ currentTarget }) => toMessageBox(currentTarget)}>
        To the message box
      </button>
      <PaneHeader someone={someone} swaps={swaps} />
      <PaneBody someone={someone} />
    </article>
  )
}

/** Past all the buttons of all that was written, for those who come by keyboard. */
function toMessageBox(inPane: HTMLElement): void {
  inPane.parentElement?.querySelector<HTMLElement>('.composer-box')?.focus()
}
