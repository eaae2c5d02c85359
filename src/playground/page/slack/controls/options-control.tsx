import type { Checkboxes, Option, RadioButtons } from '@slack/types'
import { TextObject } from '../text/text-object.tsx'
import { allOf, type ControlProps } from './control-props.ts'

/** Options that all stand in sight: one of them, or any. */
export function OptionsControl(props: ControlProps<RadioButtons | Checkboxes>) {
  const { element, id, value, aria, onChange } = props
  const one = element.type === 'radio_buttons'
  const chosen = allOf(value)

  const toggle = (option: string) => {
    if (one) onChange(option)
    else onChange(chosen.includes(option) ? chosen.filter((other) => other !== option) : [...chosen, option])
  }
  return (
    <div id={id} role={one ? 'radiogroup' : 'group'} className="slack-options" {...allowed(aria, one)}>
      {element.options.map((option: Option) => (
        <label key={option.value} className="slack-option">
          <input
            type={one ? 'radio' : 'checkbox'}
            name={id}
            checked={chosen.includes(option.value ?? '')}
            onChange={() => toggle(option.value ?? '')}
          />
          <span dir="auto">
            <TextObject of={option.text} />
            {option.description && <small>{option.description.text}</small>}
          </span>
        </label>
      ))}
    </div>
  )
}

/** A plain group may be neither required nor invalid: its description says so. */
function allowed(aria: ControlProps<unknown>['aria'], one: boolean): ControlProps<unknown>['aria'] {
  if (one) return aria
  const { 'aria-required': _required, 'aria-invalid': _invalid, ...others } = aria
  return others
}
