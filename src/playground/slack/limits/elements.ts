import type { Payload } from '../payload.ts'
import {
  checkAddressInput,
  checkDate,
  checkDateTime,
  checkFileInput,
  checkNumberInput,
  checkRichTextInput,
  checkTextInput,
  checkTime,
} from './inputs.ts'
import { checkList, checkMenu, checkNamedBeforehand, checkOverflow } from './options.ts'
import {
  checkAddress,
  checkConfirm,
  checkOptionalText,
  checkPicture,
  checkStyle,
  checkText,
} from './texts.ts'

/** Where an element may stand. */
export type Holder = 'actions' | 'section' | 'input'

interface Rules {
  readonly in: readonly Holder[]
  /** Keys of its own, beside `type` and `action_id`. */
  readonly keys: readonly string[]
  readonly check: (element: Payload) => void
  /** Not in the Home tab. */
  readonly modalOnly?: true
}

const everywhere: readonly Holder[] = ['actions', 'section', 'input']
const pressed = ['confirm']
const picked = ['confirm', 'focus_on_load', 'placeholder']
const typed = ['focus_on_load', 'placeholder', 'dispatch_action_config', 'initial_value']
const ofMany = [...picked, 'max_selected_items']
const listed = ['confirm', 'focus_on_load', 'options']
const nothingMore = () => {}

function menu(keys: readonly string[], check: Rules['check'] = nothingMore): Rules {
  return { in: everywhere, keys: [...picked, ...keys], check }
}

function multiMenu(keys: readonly string[], check: Rules['check'] = nothingMore): Rules {
  return {
    in: everywhere,
    keys: [...ofMany, ...keys],
    check: (element) => {
      check(element)
      checkMost(element, keys)
    },
  }
}

const kinds: Readonly<Record<string, Rules>> = {
  button: {
    in: ['actions', 'section'],
    keys: [...pressed, 'text', 'value', 'url', 'style', 'accessibility_label'],
    check: checkButton,
  },
  overflow: { in: ['actions', 'section'], keys: [...pressed, 'options'], check: checkOverflow },
  image: { in: ['section'], keys: ['image_url', 'slack_file', 'alt_text'], check: checkPicture },
  radio_buttons: { in: everywhere, keys: [...listed, 'initial_option'], check: checkList },
  checkboxes: { in: everywhere, keys: [...listed, 'initial_options'], check: checkList },
  datepicker: menu(['initial_date'], checkDate),
  timepicker: menu(['initial_time', 'timezone'], checkTime),
  datetimepicker: {
    in: ['actions', 'input'],
    keys: ['confirm', 'focus_on_load', 'initial_date_time'],
    check: checkDateTime,
  },
  static_select: menu(['options', 'option_groups', 'initial_option'], checkMenu),
  external_select: menu(['initial_option', 'min_query_length'], checkNamedBeforehand),
  users_select: menu(['initial_user']),
  conversations_select: menu(
    ['initial_conversation', 'default_to_current_conversation', 'response_url_enabled', 'filter'],
    checkFilter,
  ),
  channels_select: menu(['initial_channel', 'response_url_enabled']),
  multi_static_select: multiMenu(['initial_options', 'options', 'option_groups'], checkMenu),
  multi_external_select: multiMenu(['initial_options', 'min_query_length'], checkNamedBeforehand),
  multi_users_select: multiMenu(['initial_users']),
  multi_conversations_select: multiMenu(
    ['initial_conversations', 'default_to_current_conversation', 'filter'],
    checkFilter,
  ),
  multi_channels_select: multiMenu(['initial_channels']),
  plain_text_input: {
    in: ['input'],
    keys: [...typed, 'multiline', 'min_length', 'max_length'],
    check: checkTextInput,
  },
  rich_text_input: { in: ['input'], keys: typed, check: checkRichTextInput },
  number_input: {
    in: ['input'],
    keys: [...typed, 'is_decimal_allowed', 'min_value', 'max_value'],
    check: checkNumberInput,
    modalOnly: true,
  },
  email_text_input: { in: ['input'], keys: typed, check: checkAddressInput, modalOnly: true },
  url_text_input: { in: ['input'], keys: typed, check: checkAddressInput, modalOnly: true },
  file_input: { in: ['input'], keys: ['filetypes', 'max_files'], check: checkFileInput, modalOnly: true },
}

/** An element that can be acted on, or a picture, where it stands. */
export function checkElement(element: Payload, holder: Holder, surface: 'message' | 'modal' | 'home'): void {
  const rules = kinds[String(element.at('type').value)]
  if (!rules?.in.includes(holder) || (rules.modalOnly && surface !== 'modal')) {
    element.at('type').wrong('unsupported type of element')
    return
  }
  element.hasOnly(['type', 'action_id', ...rules.keys])
  if (!element.at('action_id').absent) element.at('action_id').isText(1, 255)
  element.at('focus_on_load').isFlag()
  checkOptionalText(element.at('placeholder'), 150)
  checkConfirm(element.at('confirm'))
  checkDispatch(element.at('dispatch_action_config'))
  rules.check(element)
}

function checkButton(button: Payload): void {
  checkText(button.at('text'), 75)
  button.at('value').isText(0, 2000)
  checkAddress(button.at('url'))
  checkStyle(button.at('style'))
  button.at('accessibility_label').isText(0, 75)
}

function checkDispatch(config: Payload): void {
  if (config.absent) return
  config.hasOnly(['trigger_actions_on'])
  config.at('trigger_actions_on').counts(1, 2)
  for (const trigger of config.at('trigger_actions_on').each()) {
    trigger.isOneOf(['on_enter_pressed', 'on_character_entered'])
  }
}

function checkMost(element: Payload, [initial = '']: readonly string[]): void {
  element.at('max_selected_items').isWhole(1, Number.POSITIVE_INFINITY)
  const most = Number(element.at('max_selected_items').value ?? Number.POSITIVE_INFINITY)
  if (element.at(initial).each().length > most) element.at(initial).wrong('are more than max_selected_items')
}

function checkFilter(element: Payload): void {
  const filter = element.at('filter')
  if (filter.absent) return
  filter.hasOnly(['include', 'exclude_external_shared_channels', 'exclude_bot_users'])
  if (!filter.at('include').absent) filter.at('include').counts(1, 4)
  for (const kind of filter.at('include').each()) kind.isOneOf(['im', 'mpim', 'private', 'public'])
}
