import { Fragment, type ReactNode } from 'react'
import { type Piece, readMrkdwn } from './mrkdwn.ts'
import { SafeLink } from './safe-link.tsx'

/** Text with Slack's own markup, drawn. */
export function MrkdwnText({ text }: { text: string }) {
  return <>{drawAll(readMrkdwn(text))}</>
}

function drawAll(pieces: readonly Piece[]): ReactNode {
  // Pieces of one text never move, so their place is their key.
  return pieces.map((piece, index) => <Fragment key={String(index)}>{draw(piece)}</Fragment>)
}

function draw(piece: Piece): ReactNode {
  switch (piece.kind) {
    case 'text':
      return piece.text
    case 'bold':
      return <strong>{drawAll(piece.pieces)}</strong>
    case 'italic':
      return <em>{drawAll(piece.pieces)}</em>
    case 'strike':
      return <s>{drawAll(piece.pieces)}</s>
    case 'quote':
      return <blockquote>{drawAll(piece.pieces)}</blockquote>
    case 'code':
      return <code>{piece.text}</code>
    case 'block':
      return <pre>{piece.text}</pre>
    case 'link':
      return <SafeLink href={piece.href}>{piece.text}</SafeLink>
    case 'mention':
      return <span className="slack-mention">{piece.text}</span>
  }
}
