import type { Platform } from '../../wire.ts'
import { AnswerLine } from '../answer-line.tsx'
import { PLATFORM_NAMES } from '../platform-mark.tsx'
import { useHospital } from '../store.ts'
import { useDeed } from '../use-deed.ts'
import { FAULT_WORDS } from './fault-words.ts'
import './platforms.css'

const PLATFORMS: readonly Platform[] = ['slack', 'teams']
const FAULTS = ['none', 'rate-limited', 'broken', 'slow'] as const

/** How the platforms fare; either can be made to fail, and what waits meanwhile is counted. */
export function Platforms() {
  const hospital = useHospital()
  const { doDeed, busy, answer } = useDeed()
  const waiting = hospital?.waiting ?? 0
  const failing = PLATFORMS.some((platform) => hospital && hospital.faults[platform] !== 'none')
  return (
    <section className="platforms" aria-labelledby="platforms-title">
      <h2 id="platforms-title" className="unseen">
        How the platforms fare
      </h2>
      {PLATFORMS.map((platform) => {
        const fault = hospital?.faults[platform] ?? 'none'
        return (
          <label key={platform} className="platforms-one" data-fault={fault}>
            <span>{PLATFORM_NAMES[platform]}</span>
            <select
              className="field"
              value={fault}
              disabled={!hospital || busy}
              onChange={async ({ target }) => {
                const chosen = FAULTS.find((one) => one === target.value)
                if (chosen) await doDeed({ deed: 'fault', platform, fault: chosen })
              }}
            >
              {FAULTS.map((one) => (
                <option key={one} value={one}>
                  {one === 'none' ? 'Works' : FAULT_WORDS[one].choice}
                </option>
              ))}
            </select>
          </label>
        )
      })}
      <p className="platforms-waiting" role="status" data-failing={failing}>
        {waiting > 0 && `${waiting} ${waiting === 1 ? 'message waits' : 'messages wait'} to be sent`}
      </p>
      <AnswerLine answer={answer} />
    </section>
  )
}
