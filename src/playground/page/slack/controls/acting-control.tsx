import type { ActionsBlockElement, SectionBlockAccessory } from '@slack/types'
import { useId } from 'react'
import { fieldOf, useSurface } from '../blocks/surface.ts'
import { ButtonControl } from './button-control.tsx'
import { Control } from './control.tsx'
import type { Value } from './control-props.ts'
import { initialValue } from './initial-value.ts'
import { OverflowControl } from './overflow-control.tsx'
import { usePress } from './use-press.tsx'

interface ActingControlProps {
  readonly block: string | undefined
  readonly element: ActionsBlockElement | SectionBlockAccessory
}

/** Something interactive outside of a form: the bot hears of it at once. */
export function ActingControl({ block, element }: ActingControlProps) {
  if (element.type === 'button') return <ButtonControl block={block} element={element} />
  if (element.type === 'overflow') return <OverflowControl block={block} element={element} />
  if (element.type === 'image') {
    return <img className="slack-accessory-image" src={imageOf(element)} alt={element.alt_text} />
  }
  if (element.type === 'workflow_button') {
    return (
      <button type="button" className="slack-button" disabled>
        {element.text.text}
      </button>
    )
  }
  return <Choosing block={block} element={element} />
}

function imageOf(element: object): string | undefined {
  return 'image_url' in element && typeof element.image_url === 'string' ? element.image_url : undefined
}

type Chosen = Exclude<
  ActingControlProps['element'],
  { type: 'button' | 'overflow' | 'image' | 'workflow_button' }
>

function Choosing({ block, element }: { block: string | undefined; element: Chosen }) {
  const surface = useSurface()
  const { busy, press, question } = usePress(block, element)
  const id = useId()
  const field = fieldOf(block, element.action_id)
  const onChange = (value: Value) => {
    surface.enter(field, value)
    press(value)
  }
  return (
    <div className="slack-acting" aria-busy={busy}>
      <Control
        element={element}
        id={id}
        value={surface.entered[field] ?? initialValue(element)}
        aria={{ 'aria-label': nameOf(element) }}
        onChange={onChange}
      />
      {question}
    </div>
  )
}

function nameOf(element: Chosen): string {
  const words = 'placeholder' in element ? element.placeholder?.text : undefined
  return words ?? 'Choose'
}
