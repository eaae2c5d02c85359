import type { ActionsBlockElement, InputBlockElement, SectionBlockAccessory } from '@slack/types'
import type { Value } from './control-props.ts'

export type AnyElement = ActionsBlockElement | InputBlockElement | SectionBlockAccessory

/** What the bot put into an element. */
export function initialValue(element: AnyElement): Value {
  switch (element.type) {
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return element.initial_option?.value ?? ''
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return (element.initial_options ?? []).map(({ value }) => value ?? '')
    case 'users_select':
      return element.initial_user ?? ''
    case 'conversations_select':
      return element.initial_conversation ?? ''
    case 'channels_select':
      return element.initial_channel ?? ''
    case 'multi_users_select':
      return element.initial_users ?? []
    case 'multi_conversations_select':
      return element.initial_conversations ?? []
    case 'multi_channels_select':
      return element.initial_channels ?? []
    default:
      return initialWords(element)
  }
}

function initialWords(element: AnyElement): string {
  switch (element.type) {
    case 'datepicker':
      return element.initial_date ?? ''
    case 'timepicker':
      return element.initial_time ?? ''
    case 'datetimepicker':
      return element.initial_date_time === undefined ? '' : String(element.initial_date_time)
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return element.initial_value ?? ''
    default:
      return ''
  }
}

/** As a form is sent: where nothing of several options is chosen, that is none of them. */
export function submitted(element: AnyElement, value: Value): Value {
  const chooses = /select$|^radio_buttons$|^checkboxes$/.test(element.type)
  return chooses && value === '' ? [] : value
}
