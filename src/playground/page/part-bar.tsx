import { Icon } from './icon.tsx'
import type { Part } from './part.ts'
import './part-bar.css'

const PARTS = [
  { part: 'people', words: 'People' },
  { part: 'chat', words: 'Chat' },
  { part: 'clock', words: 'Clock' },
] as const

interface Chosen {
  readonly part: Part
  readonly onChoose: (part: Part) => void
}

/** On a small screen: which part of the page is shown. */
export function PartBar({ part, onChoose }: Chosen) {
  return (
    <nav className="part-bar" aria-label="Parts of the page">
      {PARTS.map((one) => (
        <button
          key={one.part}
          type="button"
          data-part={one.part}
          aria-current={one.part === part ? 'page' : undefined}
          onClick={() => onChoose(one.part)}
        >
          <Icon name={one.part} size={20} />
          {one.words}
        </button>
      ))}
    </nav>
  )
}
