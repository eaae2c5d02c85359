import { useEffect, useState } from 'react'
import { useHospital } from './store.ts'

const LOOK_AGAIN = 2000
const TYPED = 'textarea, input:not([type=checkbox], [type=radio], [type=hidden], [type=datetime-local])'

/** A server of another build came: the page is loaded anew as soon as nothing typed is lost by it. True until then. */
export function useNewerPage(): boolean {
  const build = useHospital()?.page
  const [loaded, setLoaded] = useState(build)
  if (loaded === undefined && build !== undefined) setLoaded(build)
  const newer = loaded !== undefined && build !== loaded

  useEffect(() => {
    if (!newer) return
    const look = () => {
      if (!somethingTyped()) location.reload()
    }
    look()
    const timer = setInterval(look, LOOK_AGAIN)
    return () => clearInterval(timer)
  }, [newer])

  return newer
}

function somethingTyped(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(TYPED)
  return (
    document.querySelector('dialog[open], [role=dialog]') !== null ||
    [...fields].some(({ value }) => value !== '')
  )
}
