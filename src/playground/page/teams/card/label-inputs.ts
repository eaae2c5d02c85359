import type { AdaptiveCard, Input } from 'adaptivecards'
import { controlOf } from './complaints.ts'
import { isOpenable } from './markdown.ts'

/** Says what the renderer leaves unsaid to those who listen, and lets words run in the direction of their script. */
export function labelCard(card: AdaptiveCard, element: HTMLElement): void {
  for (const input of card.getAllInputs()) labelInput(input)
  for (const words of element.querySelectorAll<HTMLElement>(WORDS)) words.dir = 'auto'
  for (const live of element.querySelectorAll('[aria-live]')) live.removeAttribute('aria-live')
  for (const link of element.querySelectorAll('a')) {
    link.rel = 'noreferrer'
    if (!isOpenable(link.getAttribute('href') ?? '')) link.removeAttribute('href')
  }
}

const WORDS = '.ac-richTextBlock, .ac-textBlock, .ac-pushButton > div, .ac-textInput, select.ac-input'

function labelInput(input: Input): void {
  const control = controlOf(input)
  if (!control) return
  if (control instanceof HTMLTextAreaElement && input.isRequired)
    control.setAttribute('aria-required', 'true')
  const choices = control.querySelectorAll<HTMLInputElement>('input[type="radio"], input[type="checkbox"]')
  if (choices.length > 0) nameGroup(input, control, choices)
  else if (!input.label && !control.hasAttribute('aria-label')) control.setAttribute('aria-label', 'Answer')
}

/** A question with several boxes: the question names the group, and each box is named by its own words. */
function nameGroup(input: Input, group: HTMLElement, choices: NodeListOf<HTMLInputElement>): void {
  const several = choices[0]?.type === 'checkbox'
  group.setAttribute('role', several ? 'group' : 'radiogroup')
  if (input.label) group.setAttribute('aria-label', input.label)
  if (input.isRequired && !several) group.setAttribute('aria-required', 'true')
  group.tabIndex = -1
  for (const choice of choices) choice.removeAttribute('aria-required')
}
