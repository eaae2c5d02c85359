import type { PlaceState } from '../../wire.ts'
import { BotFace, Drawing } from './drawings.tsx'

/** What stands before the name of a chat or channel. */
export function PlaceFace({ place }: { readonly place: Pick<PlaceState, 'kind'> }) {
  if (place.kind === 'chat') return <BotFace />
  return (
    <span className="teams-place-face">
      <Drawing name={place.kind} />
    </span>
  )
}
