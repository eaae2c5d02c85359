import type { Someone } from '../../wire.ts'
import { AnswerLine } from '../answer-line.tsx'
import { Avatar } from '../avatar.tsx'
import { Icon } from '../icon.tsx'
import { partnersOf, platformOf } from '../people/person-name.ts'
import { PLATFORM_NAMES, PlatformMark } from '../platform-mark.tsx'
import { FAULT_WORDS } from '../platforms/fault-words.ts'
import { useHospital } from '../store.ts'
import { useDeed } from '../use-deed.ts'
import { closePane, putBeside, swapPanes, useSeats } from '../who-am-i.ts'
import { AccountMenu, GONE } from './account-menu.tsx'
import './pane-header.css'

interface PaneHead {
  readonly someone: Someone
  /** Has the button that swaps the two panes. */
  readonly swaps: boolean
}

/** Who this is, and what can be done with their pane and their account. */
export function PaneHeader({ someone, swaps }: PaneHead) {
  const { doDeed, busy, answer } = useDeed()
  const { key, name, line, reachable } = someone
  const platform = platformOf(key)
  const fault = useHospital()?.faults[platform] ?? 'none'
  return (
    <header className="pane-header">
      <div className="pane-who">
        <Avatar name={name} />
        <div className="pane-words">
          <h2 className="pane-name" dir="auto" title={name}>
            {name}
          </h2>
          <p className="pane-line" title={line}>
            <PlatformMark platform={platform} />
            <span dir="auto">{line}</span>
          </p>
        </div>
      </div>
      <Partners someone={someone} />
      <div className="pane-buttons">
        <AccountMenu
          someone={someone}
          disabled={busy}
          onChange={(gone) => doDeed({ deed: 'gone', who: key, gone })}
        />
        {swaps && (
          <button
            type="button"
            className="icon-button"
            aria-label="Swap the two panes"
            title="Swap"
            onClick={swapPanes}
          >
            <Icon name="swap" />
          </button>
        )}
        <button
          type="button"
          className="icon-button"
          aria-label={`Close the pane of ${name}`}
          title="Close"
          onClick={() => closePane(key)}
        >
          <Icon name="close" />
        </button>
      </div>
      {!reachable && <p className="pane-fault">{GONE[platform]}: the bot cannot reach them.</p>}
      {fault !== 'none' && (
        <p className="pane-fault">
          {PLATFORM_NAMES[platform]} {FAULT_WORDS[fault].now}
        </p>
      )}
      <AnswerLine answer={answer} />
    </header>
  )
}

/** The others of their pairs, each one press away. */
function Partners({ someone }: { readonly someone: Someone }) {
  const people = useHospital()?.people ?? []
  const { first, beside } = useSeats()
  const away = partnersOf(someone, people).filter(({ key }) => key !== first && key !== beside)
  if (away.length === 0) return null
  const buttons = away.slice(0, 3).map(({ key, name }) => (
    <button key={key} type="button" className="pane-partner" onClick={() => putBeside(key)}>
      <Icon name="beside" size={16} />
      <span dir="auto">See {name} beside</span>
    </button>
  ))
  return <div className="pane-partners">{buttons}</div>
}
