import { type ElementState, enteredIn } from './element-states.ts'
import type { Payload } from './payload.ts'

/** What Slack's own client says of a field before it sends the form; undefined where it has nothing against it. */
export function checkEntry(element: Payload, state: ElementState, optional: boolean): string | undefined {
  const entered = enteredIn(state)
  if (entered === undefined) return optional ? undefined : 'Please complete this required field.'
  const most = checkSelected(element, entered)
  if (most !== undefined) return most
  return checks[String(element.at('type').value)]?.(element, String(entered))
}

type Check = (element: Payload, entered: string) => string | undefined

const checks: Readonly<Record<string, Check>> = {
  plain_text_input: checkLength,
  number_input: checkNumber,
  email_text_input: (_, entered) =>
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(entered) ? undefined : 'Please enter a valid email address.',
  url_text_input: (_, entered) =>
    URL.canParse(entered) && /^[a-z]+:\/\/[^/]/i.test(entered) ? undefined : 'Please enter a valid URL.',
  datepicker: (_, entered) => (isDate(entered) ? undefined : 'Please enter a valid date.'),
  timepicker: (_, entered) =>
    /^([01]\d|2[0-3]):[0-5]\d$/.test(entered) ? undefined : 'Please enter a valid time.',
  datetimepicker: (_, entered) =>
    /^\d{10}$/.test(entered) ? undefined : 'Please enter a valid date and time.',
}

function checkLength(element: Payload, entered: string): string | undefined {
  const min = Number(element.at('min_length').value ?? 0)
  const max = Number(element.at('max_length').value ?? 3000)
  if (entered.length < min) return `Please use at least ${min} characters.`
  return entered.length > max ? `Please use ${max} characters or fewer.` : undefined
}

function checkNumber(element: Payload, entered: string): string | undefined {
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(entered.trim())) return 'Please enter a number.'
  const decimals = element.at('is_decimal_allowed').value === true
  if (!decimals && entered.includes('.')) return 'Please enter a whole number.'
  const [min, max] = [element.at('min_value').value, element.at('max_value').value]
  if (min !== undefined && Number(entered) < Number(min)) return `Please enter a number of ${min} or more.`
  return max !== undefined && Number(entered) > Number(max)
    ? `Please enter a number of ${max} or less.`
    : undefined
}

function checkSelected(element: Payload, entered: unknown): string | undefined {
  const { value: most } = element.at('max_selected_items')
  if (!Array.isArray(entered) || typeof most !== 'number' || entered.length <= most) return undefined
  return `Please choose no more than ${most}.`
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
