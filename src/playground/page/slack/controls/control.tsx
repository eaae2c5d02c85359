import type { ActionsBlockElement, InputBlockElement, SectionBlockAccessory } from '@slack/types'
import type { ControlProps } from './control-props.ts'
import { DateControl } from './date-control.tsx'
import { OptionsControl } from './options-control.tsx'
import { SelectControl } from './select-control.tsx'
import { TextControl } from './text-control.tsx'

type ControlElement = ActionsBlockElement | InputBlockElement | SectionBlockAccessory

/** Anything in which something is chosen or written. What Slack has and this page has not is said in words. */
export function Control({ element, ...props }: ControlProps<ControlElement>) {
  switch (element.type) {
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'rich_text_input':
      return <TextControl element={element} {...props} />
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return <DateControl element={element} {...props} />
    case 'radio_buttons':
    case 'checkboxes':
      return <OptionsControl element={element} {...props} />
    case 'button':
    case 'overflow':
    case 'image':
    case 'workflow_button':
    case 'file_input':
      return <em>This part of Slack is not drawn here: {element.type}</em>
    default:
      return <SelectControl element={element} {...props} />
  }
}
