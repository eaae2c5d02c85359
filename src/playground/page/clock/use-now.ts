import { useEffect, useState } from 'react'
import { useClock } from '../store.ts'
import { instantNow } from './story-time.ts'

/** The hospital's time, anew each second; undefined until the clock is known. */
export function useNow(): number | undefined {
  const clock = useClock()
  const [machineNow, setMachineNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setMachineNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return clock && instantNow(clock, machineNow)
}
