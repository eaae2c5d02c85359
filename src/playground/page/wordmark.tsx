import './wordmark.css'

/** Two who go the same round: one circle in the other's way. */
export function Wordmark() {
  return (
    <div className="wordmark">
      <svg aria-hidden="true" width="26" height="26" viewBox="0 0 26 26" fill="none">
        <path
          d="M13 3.5a9.5 9.5 0 1 1-8.6 5.5"
          stroke="var(--accent)"
          strokeWidth="2.25"
          strokeLinecap="round"
        />
        <circle cx="7.2" cy="5.8" r="2.4" fill="var(--accent)" />
        <circle cx="13" cy="13" r="2.4" fill="var(--ink)" />
      </svg>
      <h1>
        Rounds <span>playground</span>
      </h1>
    </div>
  )
}
