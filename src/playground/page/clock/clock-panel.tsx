import { AnswerLine } from '../answer-line.tsx'
import { Icon } from '../icon.tsx'
import { useClock } from '../store.ts'
import { Switch } from '../switch.tsx'
import { useDeed } from '../use-deed.ts'
import { ClockFace } from './clock-face.tsx'
import { GoTo } from './go-to.tsx'
import './clock-panel.css'

const MOVES = [
  { by: 'hour', words: 'Hour', label: 'Move the clock on by an hour' },
  { by: 'day', words: 'Day', label: 'Move the clock on by a day' },
  { by: 'week', words: 'Week', label: 'Move the clock on by a week' },
  { by: 'next', words: 'Next', label: 'Move the clock on to the next event' },
] as const

/** The hospital's clock, and all that moves it. */
export function ClockPanel() {
  const clock = useClock()
  const { doDeed, busy, answer } = useDeed()
  const moving = clock?.until !== undefined
  const blocked = !clock || moving || busy
  const move = (by: 'hour' | 'day' | 'week' | 'next') => (blocked ? undefined : doDeed({ deed: 'clock', by }))
  return (
    <section className="clock-panel" aria-labelledby="clock-title">
      <h2 id="clock-title" className="unseen">
        The hospital’s clock
      </h2>
      <ClockFace />
      <fieldset className="clock-moves">
        <legend className="unseen">Move the clock on</legend>
        {MOVES.map(({ by, words, label }) => (
          <button
            key={by}
            type="button"
            className="button"
            aria-label={label}
            title={label}
            data-clock={by}
            aria-disabled={blocked}
            onClick={() => move(by)}
          >
            {by === 'next' ? <Icon name="next" size={14} /> : <span aria-hidden="true">+</span>}
            {words}
          </button>
        ))}
      </fieldset>
      <GoTo blocked={blocked} onGo={(at) => doDeed({ deed: 'clock-to', at })} />
      <AnswerLine answer={answer} />
      <Switch
        label="The others live their own lives"
        on={clock?.alive ?? false}
        disabled={!clock || busy}
        onChange={(on) => doDeed({ deed: 'alive', on })}
      />
    </section>
  )
}
