import './consent-card.css'
import type { Shown } from '../../wire.ts'
import { sizeOf } from '../file-size.ts'
import { Drawing } from './drawings.tsx'

interface ConsentCardProps {
  readonly consent: NonNullable<Shown['consent']>
  readonly onAnswer: (action: 'accept' | 'decline') => void
}

/** Teams' own card that asks whether an app may put a file into somebody's OneDrive. */
export function ConsentCard({ consent: { name, description, bytes }, onAnswer }: ConsentCardProps) {
  return (
    <div className="teams-consent">
      <p className="teams-text" dir="auto">
        {description}
      </p>
      <p className="teams-file">
        <Drawing name="file" />
        <span>
          <bdi>{name}</bdi>
          <small>{sizeOf(bytes)}</small>
        </span>
      </p>
      <p className="teams-consent-note">Rounds would like to save this file in your OneDrive.</p>
      <div className="teams-consent-buttons">
        <button
          type="button"
          className="teams-button teams-button-primary"
          onClick={() => onAnswer('accept')}
        >
          Allow
        </button>
        <button type="button" className="teams-button" onClick={() => onAnswer('decline')}>
          Decline
        </button>
      </div>
    </div>
  )
}
