import { useDeferredValue, useMemo, useState } from 'react'
import { PaneContext as SlackPane } from '../slack/pane.ts'
import { ThemeButton } from '../theme-button.tsx'
import { PieceView } from './piece-view.tsx'
import type { CastPieces, Piece } from './pieces.ts'

const answered = Promise.resolve({ ok: true } as const)

/** Nothing is behind the buttons here: pressing one does nothing. */
const nobody = {
  who: 'slack:U0NOBODY',
  send: () => answered,
  act: () => answered,
  tell: () => undefined,
  overlay: null,
} as const

/** Every message and form of the product, side by side as Slack and as Teams draw them. */
export function Catalogue({ casts }: { readonly casts: readonly CastPieces[] }) {
  const [cast, setCast] = useState(casts[0]?.cast)
  const [sought, setSought] = useState('')
  const words = useDeferredValue(sought.trim().toLowerCase())
  const pieces = casts.find((one) => one.cast === cast)?.pieces
  // The same moment shows the same title to several people: only their places tell pieces apart.
  const found = useMemo(
    () => [...(pieces ?? []).entries()].filter(([, piece]) => isMeant(piece, words)),
    [pieces, words],
  )
  return (
    <SlackPane value={nobody}>
      <header className="catalogue-bar">
        <h1>Everything Rounds says</h1>
        <label>
          Names and words
          <select value={cast} onChange={(event) => setCast(event.target.value)}>
            {casts.map((one) => (
              <option key={one.cast}>{one.cast}</option>
            ))}
          </select>
        </label>
        <label>
          Find
          <input type="search" value={sought} onChange={(event) => setSought(event.target.value)} />
        </label>
        <span role="status">
          {found.length} of {pieces?.length ?? 0}
        </span>
        <ThemeButton />
      </header>
      <main className="catalogue">
        {found.map(([at, piece]) => (
          <PieceView key={`${cast} ${at}`} piece={piece} />
        ))}
      </main>
    </SlackPane>
  )
}

function isMeant(piece: Piece, words: string): boolean {
  return (
    words === '' ||
    `${piece.name} ${piece.title} ${JSON.stringify(piece.slack)}`.toLowerCase().includes(words)
  )
}
