import { useCallback, useRef, useState } from 'react'
import type { Deed, DeedAnswer } from '../wire.ts'
import { sendDeed } from './send.ts'

export interface Doing {
  /** Sends it; while one is on its way, a second is not sent. Whether it was done. */
  readonly doDeed: (deed: Deed) => Promise<boolean>
  readonly busy: boolean
  /** What became of the last one. */
  readonly answer: DeedAnswer | undefined
}

/** Deeds of one form or switch, and what became of the last. */
export function useDeed(): Doing {
  const [answer, setAnswer] = useState<DeedAnswer>()
  const [busy, setBusy] = useState(false)
  const sending = useRef(false)
  const doDeed = useCallback(async (deed: Deed) => {
    if (sending.current) return false
    sending.current = true
    setBusy(true)
    setAnswer(undefined)
    const heard = await sendDeed(deed)
    sending.current = false
    setAnswer(heard)
    setBusy(false)
    return heard.ok
  }, [])
  return { doDeed, busy, answer }
}
