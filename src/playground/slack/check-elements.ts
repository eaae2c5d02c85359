import type { Payload } from './payload.ts'

type TextKind = 'plain_text' | 'mrkdwn'

/** A text object of at most `max` characters. */
export function checkText(text: Payload, max: number, kinds: readonly TextKind[] = ['plain_text']): void {
  text.at('type').isOneOf(kinds)
  text.at('text').isText(1, max)
  text.hasOnly(['type', 'text', text.at('type').value === 'mrkdwn' ? 'verbatim' : 'emoji'])
}

export function checkButton(button: Payload): void {
  button.hasOnly(['type', 'text', 'action_id', 'value', 'url', 'style', 'accessibility_label', 'confirm'])
  button.at('type').isOneOf(['button'])
  checkText(button.at('text'), 75)
  button.at('action_id').isText(1, 255)
  button.at('value').isText(0, 2000)
  button.at('url').isText(0, 3000)
  const { value: url } = button.at('url')
  if (typeof url === 'string' && !/^https?:/i.test(url)) button.at('url').wrong('must be a web address')
  button.at('style').isOneOf([undefined, 'primary', 'danger'])
}

const inputs: Readonly<Record<string, (element: Payload) => void>> = {
  plain_text_input: checkTextInput,
  number_input: checkNumberInput,
  datepicker: checkDate,
  radio_buttons: (element) => checkList(element, 10),
  checkboxes: (element) => checkList(element, 10),
  static_select: checkMenu,
  multi_static_select: checkMenu,
}

/** The element of an input block. */
export function checkInput(element: Payload): void {
  const check = inputs[String(element.at('type').value)]
  element.at('action_id').isText(1, 255)
  if (check === undefined) element.at('type').wrong('unsupported type of element')
  else check(element)
}

function checkTextInput(element: Payload): void {
  const max = Number(element.at('max_length').value ?? 3000)
  if (!(max >= 1 && max <= 3000)) element.at('max_length').wrong('must be between 1 and 3000')
  element.at('initial_value').isText(0, max)
}

function checkNumberInput(element: Payload): void {
  const [min, max, initial] = ['min_value', 'max_value', 'initial_value'].map((name) => element.at(name))
  for (const bound of [min, max, initial]) {
    const decimal = typeof bound?.value === 'string' && /^-?\d+(\.\d+)?$/.test(bound.value)
    if (bound?.absent === false && !decimal) bound.wrong('must be a decimal in a string')
  }
  const low = Number(min?.value ?? Number.NEGATIVE_INFINITY)
  const high = Number(max?.value ?? Number.POSITIVE_INFINITY)
  if (low > high) max?.wrong('is less than min_value')
  const at = Number(initial?.value ?? low)
  if (at < low || at > high) initial?.wrong('is out of bounds')
}

function checkDate(element: Payload): void {
  const { value } = element.at('initial_date')
  const isDate = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
  if (value !== undefined && !(isDate && !Number.isNaN(Date.parse(value)))) {
    element.at('initial_date').wrong('must be a date')
  }
}

function checkList(element: Payload, max: number): void {
  checkOptions(element.at('options'), max)
  checkChosen(element, element.at('options').each())
}

function checkMenu(element: Payload): void {
  if (element.at('option_groups').absent) {
    checkList(element, 100)
    return
  }
  element.at('option_groups').counts(1, 100)
  const groups = element.at('option_groups').each()
  for (const group of groups) {
    checkText(group.at('label'), 75)
    checkOptions(group.at('options'), 100)
  }
  checkChosen(
    element,
    groups.flatMap((group) => group.at('options').each()),
  )
}

function checkOptions(options: Payload, max: number): void {
  options.counts(1, max)
  const seen = new Set<unknown>()
  for (const option of options.each()) {
    checkText(option.at('text'), 75, ['plain_text', 'mrkdwn'])
    option.at('value').isText(1, 75)
    if (seen.has(option.at('value').value)) option.at('value').wrong('is there twice')
    seen.add(option.at('value').value)
  }
}

function checkChosen(element: Payload, options: readonly Payload[]): void {
  const known = new Set(options.map((option) => JSON.stringify(option.value)))
  const one = element.at('initial_option')
  for (const chosen of [...element.at('initial_options').each(), ...(one.absent ? [] : [one])]) {
    if (!known.has(JSON.stringify(chosen.value))) chosen.wrong('is not among the options')
  }
}
