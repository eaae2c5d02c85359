import { at, listAt } from './json.ts'
import type { Activity } from './tenant.ts'

/** What somebody entered, by the id of the input. */
export type Given = Readonly<Record<string, string>>

type Checked = { readonly values: Given } | { readonly errors: Given }

/**
 * What a client does with inputs before it sends anything: text that is too long is cut, what is left out keeps what
 * stood there, what is empty is not sent. Or what it says at the inputs, and then sends nothing.
 */
export function checkedInputs(inputs: readonly Activity[], given: Given): Checked {
  const answers = inputs.map((input) => {
    const id = String(at(input, 'id'))
    return { id, input, value: asTyped(input, Object.hasOwn(given, id) ? given[id] : undefined) }
  })
  const bad = answers.filter(({ input, value }) => !isFine(input, value))
  if (bad.length > 0) return { errors: Object.fromEntries(bad.map(({ id, input }) => [id, errorOf(input)])) }
  const sent = answers.filter(({ value }) => value !== '')
  return { values: Object.fromEntries(sent.map(({ id, value }) => [id, value])) }
}

function errorOf(input: Activity): string {
  return String(at(input, 'errorMessage') ?? 'This is not filled in as it should be.')
}

function asTyped(input: Activity, given: string | undefined): string {
  const unset = at(input, 'type') === 'Input.Toggle' ? (at(input, 'valueOff') ?? 'false') : ''
  const value = given ?? String(at(input, 'value') ?? unset)
  const most = at(input, 'maxLength')
  return at(input, 'type') === 'Input.Text' && typeof most === 'number' && most > 0
    ? value.slice(0, most)
    : value
}

function isFine(input: Activity, value: string): boolean {
  if (value === '') return at(input, 'isRequired') !== true
  const check = checks[String(at(input, 'type'))]
  return check === undefined || check(input, value)
}

type Check = (input: Activity, value: string) => boolean

const checks: Readonly<Record<string, Check>> = {
  'Input.Text': (input, value) => {
    const pattern = at(input, 'regex')
    return typeof pattern !== 'string' || new RegExp(pattern).test(value)
  },
  'Input.Number': (input, value) => {
    const number = value.trim() === '' ? Number.NaN : Number(value)
    return Number.isFinite(number) && isWithin(number, { min: at(input, 'min'), max: at(input, 'max') })
  },
  'Input.Date': (input, value) =>
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    !Number.isNaN(Date.parse(value)) &&
    isWithin(value, { min: at(input, 'min'), max: at(input, 'max') }),
  'Input.Time': (input, value) =>
    /^([01]\d|2[0-3]):[0-5]\d$/.test(value) &&
    isWithin(value, { min: at(input, 'min'), max: at(input, 'max') }),
  'Input.Toggle': (input, value) =>
    at(input, 'isRequired') !== true || value === String(at(input, 'valueOn') ?? 'true'),
  'Input.ChoiceSet': (input, value) => {
    const choices = listAt(input, 'choices').map((choice) => at(choice, 'value'))
    const chosen = at(input, 'isMultiSelect') === true ? value.split(',') : [value]
    return chosen.every((one) => choices.includes(one))
  },
}

function isWithin<T extends number | string>(
  value: T,
  { min, max }: { min: unknown; max: unknown },
): boolean {
  const low = typeof min === typeof value ? (min as T) : undefined
  const high = typeof max === typeof value ? (max as T) : undefined
  return (low === undefined || value >= low) && (high === undefined || value <= high)
}
