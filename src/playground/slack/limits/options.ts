import type { Payload } from '../payload.ts'
import { anyText, checkAddress, checkOptionalText, checkText } from './texts.ts'

interface OptionRules {
  readonly min?: number
  readonly max: number
  /** Labels and descriptions may be formatted. */
  readonly formatted?: true
  /** Options may lead to an address. */
  readonly linked?: true
}

/** Radio buttons and checkboxes. */
export function checkList(element: Payload): void {
  checkOptions(element.at('options'), { max: 10, formatted: true })
  checkChosen(element, element.at('options').each())
}

/** The three dots. */
export function checkOverflow(element: Payload): void {
  checkOptions(element.at('options'), { min: 2, max: 5, linked: true })
}

/** A menu of at most 100 options, or of 100 groups of 100. */
export function checkMenu(element: Payload): void {
  const grouped = !element.at('option_groups').absent
  if (grouped && !element.at('options').absent) element.wrong('has both options and option_groups')
  if (!grouped) {
    checkOptions(element.at('options'), { max: 100 })
    checkChosen(element, element.at('options').each())
    return
  }
  const groups = element.at('option_groups')
  groups.counts(1, 100)
  for (const group of groups.each()) {
    group.hasOnly(['label', 'options'])
    checkText(group.at('label'), 75)
    checkOptions(group.at('options'), { max: 100 })
  }
  checkChosen(
    element,
    groups.each().flatMap((group) => group.at('options').each()),
  )
}

/** Options that the bot names beforehand for a menu that it fills only when it is opened. */
export function checkNamedBeforehand(element: Payload): void {
  const one = element.at('initial_option')
  if (!one.absent) checkOption(one, { max: 1 })
  for (const option of element.at('initial_options').each()) checkOption(option, { max: 1 })
  element.at('min_query_length').isWhole(0, Number.POSITIVE_INFINITY)
}

function checkOptions(options: Payload, rules: OptionRules): void {
  options.counts(rules.min ?? 1, rules.max)
  const seen = new Set<unknown>()
  for (const option of options.each()) {
    checkOption(option, rules)
    if (seen.has(option.at('value').value)) option.at('value').wrong('is there twice')
    seen.add(option.at('value').value)
  }
}

function checkOption(option: Payload, { formatted, linked }: OptionRules): void {
  const kinds = formatted ? anyText : undefined
  option.hasOnly(['text', 'value', 'description', ...(linked ? ['url'] : [])])
  checkText(option.at('text'), 75, kinds)
  option.at('value').isText(1, 75)
  checkOptionalText(option.at('description'), 75, kinds)
  checkAddress(option.at('url'))
}

function checkChosen(element: Payload, options: readonly Payload[]): void {
  const known = new Set(options.map((option) => JSON.stringify(option.value)))
  const one = element.at('initial_option')
  const several = element.at('initial_options')
  if (!several.absent) several.counts(1, options.length)
  for (const chosen of [...several.each(), ...(one.absent ? [] : [one])]) {
    if (!known.has(JSON.stringify(chosen.value))) chosen.wrong('is not among the options')
  }
}
