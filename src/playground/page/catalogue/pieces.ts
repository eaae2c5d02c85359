import type { KnownBlock } from '@slack/types'
import type { Json } from '../teams/card/draw-card.ts'

/** One thing that Rounds shows, as each platform is given it. */
export interface Piece {
  readonly name: string
  readonly kind: 'message' | 'form'
  /** What a lock screen shows of a message; the title of a form. */
  readonly title: string
  readonly slack: { readonly blocks: readonly KnownBlock[]; readonly submit?: string }
  readonly teams: Json
}

/** Whoever plays, with all that they see. */
export interface CastPieces {
  readonly cast: string
  readonly pieces: readonly Piece[]
}

/** The pieces that the page was printed with. */
export function readPieces(): readonly CastPieces[] {
  return JSON.parse(document.getElementById('pieces')?.textContent ?? '[]') as readonly CastPieces[]
}
