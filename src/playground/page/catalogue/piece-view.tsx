import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { Blocks } from '../slack/blocks/blocks.tsx'
import { SurfaceContext } from '../slack/blocks/surface.ts'
import { AdaptiveCard } from '../teams/card/adaptive-card.tsx'
import type { Piece } from './pieces.ts'

const surface = { in: { view: 'catalogue' }, entered: {}, enter: () => undefined, errors: {} }
const stay = (event: FormEvent) => event.preventDefault()
const nothing = () => Promise.resolve(undefined)

/** One piece, drawn once it comes near: there are many hundreds. */
export function PieceView({ piece }: { readonly piece: Piece }) {
  const place = useRef<HTMLElement>(null)
  const near = useNear(place)
  return (
    <article ref={place} className="catalogue-piece">
      <header>
        <h2 dir="auto">{piece.title}</h2>
        <p dir="auto">
          {piece.kind}: {piece.name}
        </p>
      </header>
      {/* Forms, so that what is chosen in one is not taken from another with the same names. */}
      <form onSubmit={stay} className={`slack-pane catalogue-slack catalogue-${piece.kind}`}>
        {near && <InSlack piece={piece} />}
      </form>
      <form onSubmit={stay} className={`teams-pane catalogue-teams catalogue-${piece.kind}`}>
        {near && <AdaptiveCard content={piece.teams} onPress={nothing} />}
      </form>
    </article>
  )
}

function InSlack({ piece }: { readonly piece: Piece }) {
  const { blocks, submit } = piece.slack
  return (
    <SurfaceContext value={surface}>
      <Blocks blocks={blocks} />
      {submit !== undefined && (
        <p className="catalogue-submit">
          <span className="slack-button slack-button-large slack-button-primary">{submit}</span>
        </p>
      )}
    </SurfaceContext>
  )
}

function useNear(place: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false)
  useEffect(() => {
    const element = place.current
    if (!element || near) return undefined
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true)
      },
      { rootMargin: '1200px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [place, near])
  return near
}
