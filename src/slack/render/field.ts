import type { InputBlock, NumberInput, PlainTextInput, PlainTextOption } from '@slack/types'
import type { Field, Option } from '../../core/message/form.ts'
import { clean, cut } from './cut.ts'
import { LIMITS } from './limits.ts'
import { plain } from './plain.ts'
import { travels } from './travels.ts'

type Element = InputBlock['element']
type FieldOf<Kind extends Field['kind']> = Extract<Field, { kind: Kind }>

/** Up to here every option stands in sight; more go into a menu. */
const IN_SIGHT = 5

/** The input for a field; undefined where it would have nothing to choose from. */
export function renderElement(field: Field, action_id: string): Element | undefined {
  switch (field.kind) {
    case 'text':
      return textInput(field, action_id)
    case 'number':
      return numberInput(field, action_id)
    case 'date':
      return {
        type: 'datepicker',
        action_id,
        ...(isDate(field.value) ? { initial_date: field.value } : {}),
      }
    case 'choice':
      return choice(field, action_id)
    case 'choices':
      return choices(field, action_id)
  }
}

function textInput(field: FieldOf<'text'>, action_id: string): PlainTextInput {
  const max_length = Math.min(LIMITS.inputLength, Math.max(1, Math.trunc(field.maxLength) || 1))
  const value = cut(clean(field.value ?? ''), max_length)
  return {
    type: 'plain_text_input',
    action_id,
    multiline: field.multiline ?? false,
    max_length,
    ...(value === '' ? {} : { initial_value: value }),
  }
}

function numberInput(field: FieldOf<'number'>, action_id: string): NumberInput {
  const { min, max } = field
  return {
    type: 'number_input',
    action_id,
    is_decimal_allowed: field.whole === undefined,
    ...(min === undefined ? {} : { min_value: written(min) }),
    ...(max === undefined || (min !== undefined && max < min) ? {} : { max_value: written(max) }),
    ...(canStand(field) ? { initial_value: field.value } : {}),
  }
}

/** Slack refuses a form whose number stands outside its own bounds; the person types it again. */
function canStand(field: FieldOf<'number'>): field is FieldOf<'number'> & { value: string } {
  const { value, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = field
  if (value === undefined || !/^-?\d{1,15}(\.\d{1,10})?$/.test(value)) return false
  if (field.whole !== undefined && value.includes('.')) return false
  return Number(value) >= min && Number(value) <= max
}

/** Without exponent: Slack reads plain decimals. */
function written(value: number): string {
  return value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 10 })
}

function isDate(value: string | undefined): value is string {
  if (value === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

function choice(field: FieldOf<'choice'>, action_id: string): Element | undefined {
  const options = optionsOf(field.options)
  if (options.length === 0) return undefined
  const initial = options.find((option) => option.value === field.value)
  const chosen = initial === undefined ? {} : { initial_option: initial }
  return options.length <= IN_SIGHT && field.folded === undefined
    ? { type: 'radio_buttons', action_id, options, ...chosen }
    : { type: 'static_select', action_id, ...menu(options), ...chosen }
}

function choices(field: FieldOf<'choices'>, action_id: string): Element | undefined {
  const options = optionsOf(field.options)
  if (options.length === 0) return undefined
  const initial = options.filter((option) => field.values?.includes(option.value ?? ''))
  const chosen = initial.length === 0 ? {} : { initial_options: initial }
  return options.length <= LIMITS.radioOptions
    ? { type: 'checkboxes', action_id, options, ...chosen }
    : { type: 'multi_static_select', action_id, ...menu(options), ...chosen }
}

/** A menu takes 100 options, or 100 groups of 100: a long one is grouped by position. */
function menu(options: PlainTextOption[]) {
  if (options.length <= LIMITS.selectOptions) return { options }
  const groups = Array.from({ length: Math.ceil(options.length / LIMITS.selectOptions) }, (_, index) => {
    const start = index * LIMITS.selectOptions
    const some = options.slice(start, start + LIMITS.selectOptions)
    return { label: plain(`${start + 1}–${start + some.length}`, LIMITS.optionText), options: some }
  })
  return { option_groups: groups }
}

/** An option whose value cannot travel whole is left out, as is one that comes twice. */
function optionsOf(options: readonly Option[]): PlainTextOption[] {
  const seen = new Set<string>()
  const usable = options.filter(({ value }) => {
    const fits = travels(value, LIMITS.optionValue) && !seen.has(value)
    seen.add(value)
    return fits
  })
  return usable
    .slice(0, LIMITS.menuOptions)
    .map(({ value, label }) => ({ text: plain(label, LIMITS.optionText), value }))
}
