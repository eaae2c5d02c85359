import type { Someone } from '../../wire.ts'
import { Avatar } from '../avatar.tsx'
import { openDialog } from '../dialogs.ts'
import { platformOf } from '../people/person-name.ts'
import { suggestPeople } from '../people/suggest.ts'
import { PlatformMark } from '../platform-mark.tsx'
import { useHospital } from '../store.ts'
import { showPeople } from '../who-am-i.ts'
import './nobody.css'

/** Nobody is shown yet: what this is, and whom one could be. */
export function Nobody() {
  const hospital = useHospital()
  if (!hospital) return <p className="pane-note">Opening the hospital…</p>
  if (hospital.people.length === 0) return <Empty />
  return (
    <div className="nobody">
      <div className="nobody-words">
        <h2>Who would you like to be?</h2>
        <p>
          Rounds is a mentoring bot in Slack and Microsoft Teams. This is a small hospital in which it runs
          for real: choose somebody, answer what the bot asks them, and move the clock on.
        </p>
      </div>
      <ul className="nobody-choices">
        {suggestPeople(hospital.people).map(({ someone, beside, why }) => (
          <li key={someone.key}>
            <Choice someone={someone} why={why} onChoose={() => showPeople(someone.key, beside?.key)} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Empty() {
  return (
    <div className="nobody">
      <div className="nobody-words">
        <h2>An empty hospital</h2>
        <p>Nobody works here yet. Bring a program and its people, and they can be chosen here.</p>
        <button type="button" className="button button-main" onClick={() => openDialog('own')}>
          Bring your own
        </button>
      </div>
    </div>
  )
}

interface Suggested {
  readonly someone: Someone
  readonly why: string
  readonly onChoose: () => void
}

function Choice({ someone, why, onChoose }: Suggested) {
  return (
    <button type="button" className="nobody-choice" onClick={onChoose}>
      <Avatar name={someone.name} />
      <span className="nobody-choice-words">
        <strong dir="auto">{someone.name}</strong>
        <span>{why}</span>
      </span>
      <PlatformMark platform={platformOf(someone.key)} />
    </button>
  )
}
