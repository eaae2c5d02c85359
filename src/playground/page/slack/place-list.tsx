import type { PlaceState } from '../../wire.ts'
import { Avatar } from './avatar.tsx'

interface PlaceListProps {
  readonly name: string
  readonly places: readonly PlaceState[]
  readonly current: string
  /** Places with messages that have not been looked at. */
  readonly unread: ReadonlySet<string>
  readonly onChoose: (place: string) => void
}

const GROUPS = [
  { kind: 'chat', title: 'Apps' },
  { kind: 'channel', title: 'Channels' },
  { kind: 'group', title: 'Direct messages' },
] as const

/** Where somebody can be: the app, channels, group messages. */
export function PlaceList({ name, places, current, unread, onChoose }: PlaceListProps) {
  return (
    <nav
      className="slack-places"
      data-single={places.length === 1 || undefined}
      aria-label={`Places in Slack of ${name}`}
    >
      <p className="slack-me">
        <Avatar name={name} small />
        <b dir="auto" title={name}>
          {name}
        </b>
      </p>
      {GROUPS.map(({ kind, title }) => {
        const some = places.filter((place) => place.kind === kind)
        if (some.length === 0) return null
        return (
          <div key={kind}>
            <h3>{title}</h3>
            <ul>
              {some.map((place) => (
                <li key={place.id}>
                  <button
                    type="button"
                    className="slack-place"
                    aria-current={place.id === current ? 'page' : undefined}
                    data-unread={unread.has(place.id) || undefined}
                    data-place={place.id}
                    onClick={() => onChoose(place.id)}
                  >
                    <Sign kind={kind} name={place.name} />
                    <span dir="auto" title={nameOf(place)}>
                      {nameOf(place)}
                    </span>
                    {unread.has(place.id) && <span className="unseen"> (new messages)</span>}
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

function Sign({ kind, name }: { kind: PlaceState['kind']; name: string }) {
  if (kind === 'channel') return <span aria-hidden="true">#</span>
  return <Avatar name={name} bot={kind === 'chat'} small />
}

/** A place's name without the sign that is drawn before it. */
export function nameOf({ kind, name }: PlaceState): string {
  return kind === 'channel' ? name.replace(/^#/, '') : name
}
