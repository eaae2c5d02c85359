import { useEffect, useState } from 'react'
import { useConnected } from './store.ts'
import { useNewerPage } from './use-newer-page.ts'
import './connection.css'

const PATIENCE = 700

/** Says when the server is out of reach or this page older than it; both pass by themselves. */
export function Connection() {
  const lost = useConnected() === false
  const newer = useNewerPage()
  const [long, setLong] = useState(false)
  useEffect(() => {
    if (!lost) return setLong(false)
    const timer = setTimeout(() => setLong(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [lost])
  return (
    <div role="status" className="connection">
      {long && <p>Reconnecting… What you see is how it was last.</p>}
      {newer && !long && (
        <p>
          There is a newer page; it comes once nothing is being typed.{' '}
          <button type="button" className="button" onClick={() => location.reload()}>
            Show it now
          </button>
        </p>
      )}
    </div>
  )
}
