import { useEffect, useRef, useState } from 'react'
import { AnswerLine } from '../answer-line.tsx'
import { useDeed } from '../use-deed.ts'
import { standUp } from '../who-am-i.ts'

const CHOICES = [
  {
    to: 'demonstration',
    words: 'The demonstration, from its start',
    sure: 'All that happened so far is dropped, and the demonstration begins anew.',
  },
  {
    to: 'nothing',
    words: 'An empty hospital',
    sure: 'All that happened so far is dropped, with everybody in it. You then bring your own.',
  },
] as const

/** Begins another life of the hospital, in two steps. */
export function Reset({ onDone }: { readonly onDone: () => void }) {
  const [to, setTo] = useState<(typeof CHOICES)[number]>()
  const { doDeed, busy, answer } = useDeed()
  const sure = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (to) sure.current?.focus()
  }, [to])
  useEffect(() => {
    if (!answer?.ok) return
    standUp()
    onDone()
  }, [answer, onDone])

  return (
    <>
      {to === undefined ? (
        <div className="own-row">
          {CHOICES.map((choice) => (
            <button key={choice.to} type="button" className="button" onClick={() => setTo(choice)}>
              {choice.words}
            </button>
          ))}
        </div>
      ) : (
        <>
          <p className="own-hint">{to.sure}</p>
          <div className="own-row">
            <button
              ref={sure}
              type="button"
              className="button button-bad"
              disabled={busy}
              onClick={() => doDeed({ deed: 'reset', to: to.to })}
            >
              {busy ? 'Beginning again…' : 'Yes, begin again'}
            </button>
            <button type="button" className="button" disabled={busy} onClick={() => setTo(undefined)}>
              No, keep it
            </button>
          </div>
        </>
      )}
      <AnswerLine answer={answer} />
    </>
  )
}
