import type { Field, FieldErrors, Form, Values } from './form.ts'

/** The fields of a form, in order. */
export function fieldsOf(form: Form): Field[] {
  return form.parts.flatMap((part) => (part.kind === 'field' ? [part.field] : []))
}

/**
 * What of the values does not fit the form: missing, too long, not one of the options, not a date, out of range.
 * Empty if all fits. What people see may check as much, but a request can be forged.
 */
export function checkValues(form: Form, values: Values): FieldErrors {
  const errors: Record<string, string> = {}
  for (const field of fieldsOf(form)) {
    const problem = problemOf(field, values[field.name])
    if (problem !== undefined) errors[field.name] = problem
  }
  return errors
}

/** The same form with what was entered in it, for platforms that draw it again. */
export function withValues(form: Form, values: Values): Form {
  return {
    ...form,
    parts: form.parts.map((part) =>
      part.kind === 'field' ? { ...part, field: filled(part.field, values[part.field.name]) } : part,
    ),
  }
}

function problemOf(field: Field, value: Values[string] | undefined): string | undefined {
  if (isEmpty(value)) return field.optional ? undefined : askFor(field)
  if (typeof value !== 'string' && field.kind !== 'choices') return 'Please give one answer here.'
  switch (field.kind) {
    case 'text':
      return undefined
    case 'choice':
    case 'choices':
      return problemOfChoices(field.options, value)
    case 'date':
      return isDate(String(value)) ? undefined : 'This is not a date. Please pick one, like 2027-01-04.'
    case 'number':
      return problemOfNumber(field, String(value))
  }
}

function askFor({ kind }: Field): string {
  if (kind === 'choice') return 'Please choose one.'
  return kind === 'choices' ? 'Please choose at least one.' : 'Please fill this in.'
}

/** Spaces and what nobody sees, such as the joiners that some keyboards leave behind. */
const blank = /^[\s\p{Default_Ignorable_Code_Point}]*$/u

function isEmpty(value: Values[string] | undefined): value is undefined {
  return value === undefined || value.length === 0 || (typeof value === 'string' && blank.test(value))
}

function problemOfChoices(
  options: readonly { value: string }[],
  chosen: string | readonly string[],
): string | undefined {
  const known = new Set(options.map(({ value }) => value))
  const all = typeof chosen === 'string' ? [chosen] : chosen
  return all.every((value) => known.has(value)) ? undefined : 'Please choose one of the options shown.'
}

function problemOfNumber(
  field: { min?: number; max?: number; whole?: true },
  value: string,
): string | undefined {
  const number = Number(value.trim().replace(',', '.'))
  if (!Number.isFinite(number)) return 'This is not a number. Please write it in digits.'
  if (field.whole && !Number.isInteger(number)) return 'Please give a whole number.'
  if (field.min !== undefined && number < field.min) return `Please give a number from ${field.min} on.`
  if (field.max !== undefined && number > field.max) return `Please give a number up to ${field.max}.`
  return undefined
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  try {
    Temporal.PlainDate.from(value, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

function filled(field: Field, value: Values[string] | undefined): Field {
  if (field.kind === 'choices')
    return { ...field, values: typeof value === 'string' ? [value] : (value ?? []) }
  return typeof value === 'string' ? { ...field, value } : field
}
