import type { Payload } from '../payload.ts'
import { checkRichText } from './rich-text.ts'

export function checkTextInput(element: Payload): void {
  const [min, max] = [element.at('min_length'), element.at('max_length')]
  min.isWhole(0, 3000)
  max.isWhole(1, 3000)
  const most = Number(max.value ?? 3000)
  if (Number(min.value ?? 0) > most) min.wrong('is more than max_length')
  element.at('initial_value').isText(0, most)
  element.at('multiline').isFlag()
}

/** An e-mail or web address. */
export function checkAddressInput(element: Payload): void {
  element.at('initial_value').isText(0, 3000)
}

export function checkRichTextInput(element: Payload): void {
  if (!element.at('initial_value').absent) checkRichText(element.at('initial_value'))
}

export function checkFileInput(element: Payload): void {
  element.at('max_files').isWhole(1, 10)
}

export function checkNumberInput(element: Payload): void {
  const decimals = element.at('is_decimal_allowed')
  if (decimals.absent) decimals.wrong('missing required field')
  decimals.isFlag()
  for (const name of ['min_value', 'max_value', 'initial_value']) checkBound(element.at(name))
  const low = Number(element.at('min_value').value ?? Number.NEGATIVE_INFINITY)
  const high = Number(element.at('max_value').value ?? Number.POSITIVE_INFINITY)
  if (low > high) element.at('max_value').wrong('is less than min_value')
  const at = Number(element.at('initial_value').value ?? low)
  if (at < low || at > high) element.at('initial_value').wrong('is out of bounds')
}

function checkBound(bound: Payload): void {
  const decimal = typeof bound.value === 'string' && /^-?\d+(\.\d+)?$/.test(bound.value)
  if (!bound.absent && !decimal) bound.wrong('must be a decimal in a string')
}

export function checkDate(element: Payload): void {
  const { value } = element.at('initial_date')
  const isDate = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
  if (value !== undefined && !(isDate && !Number.isNaN(Date.parse(value)))) {
    element.at('initial_date').wrong('must be a date')
  }
}

export function checkTime(element: Payload): void {
  const { value } = element.at('initial_time')
  const isTime = typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
  if (value !== undefined && !isTime) element.at('initial_time').wrong('must be a time, HH:mm')
  const zone = element.at('timezone')
  if (!zone.absent && !Intl.supportedValuesOf('timeZone').includes(String(zone.value)))
    zone.wrong('is no time zone')
}

export function checkDateTime(element: Payload): void {
  const { value } = element.at('initial_date_time')
  if (value !== undefined && !(typeof value === 'number' && /^\d{10}$/.test(String(value)))) {
    element.at('initial_date_time').wrong('must be 10 digits')
  }
}
