import type { InputBlock as SlackInput } from '@slack/types'
import { type AriaAttributes, useId } from 'react'
import { Control } from '../controls/control.tsx'
import type { Value } from '../controls/control-props.ts'
import { initialValue } from '../controls/initial-value.ts'
import { usePress } from '../controls/use-press.tsx'
import { fieldOf, useSurface } from './surface.ts'

/** A field of a form, with its label, its hint and what is wrong with it. */
export function InputBlock({ block }: { block: SlackInput }) {
  const surface = useSurface()
  const { press, question } = usePress(block.block_id, block.element)
  const id = useId()
  const { element } = block
  const field = fieldOf(block.block_id, element.action_id)
  const value = surface.entered[field] ?? initialValue(element)
  const error = surface.errors[block.block_id ?? '']
  const isGroup = element.type === 'radio_buttons' || element.type === 'checkboxes'
  const isWritten = element.type.endsWith('_input')

  const onChange = (next: Value) => {
    surface.enter(field, next)
    if (block.dispatch_action && !isWritten) press(next)
  }
  const words = (
    <>
      {block.label.text}
      {block.optional && <span className="slack-optional"> (optional)</span>}
    </>
  )
  return (
    <div className="slack-input" data-block={block.block_id}>
      {isGroup ? (
        <div id={`${id}label`} className="slack-label" dir="auto">
          {words}
        </div>
      ) : (
        <label id={`${id}label`} htmlFor={id} className="slack-label" dir="auto">
          {words}
        </label>
      )}
      <Control
        element={element}
        id={id}
        value={value}
        aria={ariaOf(block, { id, error, isGroup })}
        onChange={onChange}
        {...(block.dispatch_action && isWritten && { onEnter: () => press(value) })}
      />
      {error !== undefined && (
        <p id={`${id}error`} className="slack-error" dir="auto">
          {error}
        </p>
      )}
      {block.hint && (
        <p id={`${id}hint`} className="slack-hint" dir="auto">
          {block.hint.text}
        </p>
      )}
      {question}
    </div>
  )
}

interface Around {
  readonly id: string
  readonly error: string | undefined
  readonly isGroup: boolean
}

function ariaOf(block: SlackInput, { id, error, isGroup }: Around): AriaAttributes {
  const described = [error === undefined ? '' : `${id}error`, block.hint ? `${id}hint` : ''].filter(Boolean)
  return {
    ...(isGroup && { 'aria-labelledby': `${id}label` }),
    ...(described.length > 0 && { 'aria-describedby': described.join(' ') }),
    ...(error !== undefined && { 'aria-invalid': true }),
    ...(!block.optional && { 'aria-required': true }),
  }
}
