import { useEffect, useState } from 'react'
import type { AccountKey, HospitalState } from '../../wire.ts'
import { type Looked, lookAt, readLooked, writeLooked } from './unread.ts'

const KEPT = 'rounds.looked'

/** What this tab has looked at, also before it was reloaded. Whoever is shown on a hidden tab is not looked at. */
export function useLooked(hospital: HospitalState | undefined, shown: readonly AccountKey[]): Looked {
  const [looked, setLooked] = useState(() => readLooked(sessionStorage.getItem(KEPT)))
  const visible = useVisible()
  const names = shown.join(' ')

  useEffect(() => {
    if (!hospital) return
    const keys = visible ? (names.split(' ') as AccountKey[]) : []
    setLooked((before) => lookAt(before, hospital, keys))
  }, [hospital, names, visible])

  useEffect(() => {
    try {
      sessionStorage.setItem(KEPT, writeLooked(looked))
    } catch {
      // A browser that keeps nothing: a reload then begins with nothing new.
    }
  }, [looked])

  return looked
}

function useVisible(): boolean {
  const [visible, setVisible] = useState(() => document.visibilityState === 'visible')
  useEffect(() => {
    const look = () => setVisible(document.visibilityState === 'visible')
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  return visible
}
