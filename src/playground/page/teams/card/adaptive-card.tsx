import './card.css'
import './input.css'
import { useLayoutEffect, useMemo, useRef } from 'react'
import { complainAt } from './complaints.ts'
import { type DrawnCard, drawCard, type Inputs, type Json, type Pressed } from './draw-card.ts'

interface AdaptiveCardProps {
  readonly content: Json
  /** What stands in the inputs at first, over what the card itself says. */
  readonly entered?: Inputs
  readonly onEntered?: (inputs: Inputs) => void
  /** Resolves, once it was answered, to what is wrong at the inputs, by their ids. */
  readonly onPress: (pressed: Omit<Pressed, 'button'>) => Promise<Inputs | undefined>
}

/** A card as Teams draws it: drawn once for its content, so that what is entered stays while all around it changes. */
export function AdaptiveCard({ content, entered, onEntered, onPress }: AdaptiveCardProps) {
  const place = useRef<HTMLDivElement>(null)
  const latest = useRef({ entered, onEntered, onPress })
  const written = useMemo(() => JSON.stringify(content), [content])

  useLayoutEffect(() => {
    latest.current = { entered, onEntered, onPress }
  })

  // Before it is seen: the list around it goes to its end by the height that it then has.
  useLayoutEffect(() => {
    const around = place.current
    if (!around) return undefined
    let drawn: DrawnCard | undefined
    const press = async ({ button, ...pressed }: Pressed) => {
      if (around.querySelector('[aria-busy]')) return
      button?.setAttribute('aria-busy', 'true')
      const errors = await latest.current.onPress(pressed)
      button?.removeAttribute('aria-busy')
      if (errors && drawn) complainAt(drawn.card, errors)
    }
    drawn = drawCard(JSON.parse(written) as Json, latest.current.entered ?? {}, {
      onPress: (pressed) => void press(pressed),
      onEntered: (inputs) => latest.current.onEntered?.(inputs),
    })
    if (!drawn) return undefined
    const { card, element } = drawn
    around.append(element)
    if (around.dataset['focused']) around.focus()
    delete around.dataset['focused']
    return () => {
      // A card that takes the place of the pressed one takes the focus, too.
      if (element.contains(document.activeElement)) around.dataset['focused'] = 'yes'
      card.releaseDOMResources()
      element.remove()
    }
  }, [written])

  return <div ref={place} className="teams-card" tabIndex={-1} />
}
