import type { PlaceState } from '../../wire.ts'
import { usePane } from './pane.ts'
import { PlaceFace } from './place-face.tsx'

interface PlaceListProps {
  readonly places: readonly PlaceState[]
  readonly open: string
  readonly unread: ReadonlySet<string>
  readonly onOpen: (place: string) => void
}

const GROUPS = [
  { name: 'Chat', kinds: ['chat', 'group'] },
  { name: 'Teams and channels', kinds: ['channel'] },
] as const

/** The chats and channels of somebody: a column, or a strip where there is little room. */
export function PlaceList({ places, open, unread, onOpen }: PlaceListProps) {
  const { someone } = usePane()
  return (
    <nav className="teams-places" aria-label={`Chats and channels of ${someone.name}`}>
      {GROUPS.map(({ name, kinds }) => {
        const here = places.filter(({ kind }) => kinds.some((one) => one === kind))
        if (here.length === 0) return null
        return (
          <div key={name}>
            <p className="teams-places-name">{name}</p>
            <ul>
              {here.map((place) => (
                <li key={place.id}>
                  <button
                    type="button"
                    aria-current={place.id === open ? 'true' : undefined}
                    data-unread={unread.has(place.id)}
                    onClick={() => onOpen(place.id)}
                  >
                    <PlaceFace place={place} />
                    <span dir="auto">{place.name}</span>
                    {unread.has(place.id) && <span className="unseen">, new messages</span>}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </nav>
  )
}
