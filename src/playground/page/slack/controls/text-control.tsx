import type { EmailInput, NumberInput, PlainTextInput, RichTextInput, URLInput } from '@slack/types'
import { type ClipboardEvent, type KeyboardEvent, useId, useState } from 'react'
import { type ControlProps, oneOf } from './control-props.ts'

type TextElement = PlainTextInput | NumberInput | EmailInput | URLInput | RichTextInput

const KINDS = {
  plain_text_input: { type: 'text' },
  email_text_input: { type: 'email', inputMode: 'email' },
  url_text_input: { type: 'url', inputMode: 'url' },
  number_input: { type: 'text', inputMode: 'decimal' },
  rich_text_input: { type: 'text' },
} as const

/** So much more than any field takes would only make the page slow. */
const TOO_MUCH_TO_PASTE = 50_000

/** Any field to write in, with what is left of its room. */
export function TextControl({ element, id, value, aria, onChange, onEnter }: ControlProps<TextElement>) {
  const counter = useId()
  const [refused, setRefused] = useState<string>()
  const text = oneOf(value)
  const max = element.type === 'plain_text_input' ? element.max_length : undefined
  const left = max === undefined ? undefined : max - text.length

  const shared = {
    id,
    value: text,
    dir: 'auto',
    ...aria,
    'aria-describedby': [aria['aria-describedby'], max === undefined ? undefined : counter]
      .filter(Boolean)
      .join(' '),
    placeholder: element.placeholder?.text,
    autoComplete: 'off',
    onPaste: (event: ClipboardEvent) => {
      const { length } = event.clipboardData.getData('text')
      setRefused(length > TOO_MUCH_TO_PASTE ? tooMuch(length, max) : undefined)
      if (length > TOO_MUCH_TO_PASTE) event.preventDefault()
    },
  }
  return (
    <div className="slack-text">
      {isLong(element) ? (
        <textarea
          {...shared}
          className="slack-field"
          rows={4}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <input
          {...shared}
          {...KINDS[element.type]}
          className="slack-field"
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key !== 'Enter' || !onEnter) return
            event.preventDefault()
            onEnter()
          }}
        />
      )}
      {left !== undefined && (
        <span id={counter} className={left < 0 ? 'slack-counter slack-counter-over' : 'slack-counter'}>
          {left < 0 ? `${left}` : left}
          <span className="unseen"> characters left</span>
        </span>
      )}
      <span className="slack-error" role="alert">
        {refused}
      </span>
    </div>
  )
}

function isLong(element: TextElement): boolean {
  return element.type === 'rich_text_input' || (element.type === 'plain_text_input' && !!element.multiline)
}

function tooMuch(length: number, max = 3000): string {
  const count = new Intl.NumberFormat('en-GB')
  return `That text has ${count.format(length)} characters, and this field takes ${count.format(max)}. Please paste less of it.`
}
