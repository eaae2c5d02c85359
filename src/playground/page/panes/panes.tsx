import { useEffect, useState } from 'react'
import type { AccountKey } from '../../wire.ts'
import { useHospital } from '../store.ts'
import { useGoingTo, useSeats } from '../who-am-i.ts'
import { Nobody } from './nobody.tsx'
import { Pane } from './pane.tsx'
import './panes.css'

/** One person's chats, or two people's side by side; where there is no room for two, one of them and a way to the other. */
export function Panes() {
  const { first, beside } = useSeats()
  const goingTo = useGoingTo()
  const [front, setFront] = useState<AccountKey>()

  useEffect(() => setFront(beside ?? first), [first, beside])
  useEffect(() => {
    if (goingTo) setFront(goingTo.account)
  }, [goingTo])

  if (first === undefined) return <Nobody />
  if (beside === undefined)
    return (
      <div className="panes">
        <div className="panes-row">
          <Pane key={first} account={first} />
        </div>
      </div>
    )
  return (
    <div className="panes" data-two="true">
      <div className="panes-row">
        <fieldset className="panes-choice">
          <legend className="unseen">Whose pane</legend>
          {[first, beside].map((key) => (
            <Choice key={key} account={key} chosen={key === front} onChoose={setFront} />
          ))}
        </fieldset>
        <Pane key={first} account={first} behind={front !== first} swaps />
        <Pane key={beside} account={beside} behind={front !== beside} />
      </div>
    </div>
  )
}

interface PaneChoice {
  readonly account: AccountKey
  readonly chosen: boolean
  readonly onChoose: (account: AccountKey) => void
}

function Choice({ account, chosen, onChoose }: PaneChoice) {
  const someone = useHospital()?.people.find(({ key }) => key === account)
  return (
    <button type="button" aria-pressed={chosen} dir="auto" onClick={() => onChoose(account)}>
      {someone?.name ?? account}
    </button>
  )
}
