import type { AdaptiveCard, Input } from 'adaptivecards'

const COMPLAINT = 'card-complaint'
const FAILED = 'ac-input-validation-failed'

/** Writes under each input what is wrong with it, and goes to the first. The words go when the answer is changed. */
export function complainAt(card: AdaptiveCard, errors: Readonly<Record<string, string>>): void {
  const wrong = card.getAllInputs().filter(({ id }) => id !== undefined && Object.hasOwn(errors, id))
  for (const input of card.getAllInputs()) stopComplaining(input)
  for (const input of wrong) complain(input, errors[input.id ?? ''] ?? '')
  wrong[0]?.focus()
}

export function stopComplaining(input: Input): void {
  const control = controlOf(input)
  input.renderedElement?.querySelector(`.${COMPLAINT}`)?.remove()
  control?.classList.remove(FAILED)
  control?.removeAttribute('aria-describedby')
  control?.removeAttribute('aria-invalid')
}

function complain(input: Input, words: string): void {
  const control = controlOf(input)
  if (!control) return
  const line = document.createElement('p')
  line.className = COMPLAINT
  line.id = `${control.id}-complaint`
  line.dir = 'auto'
  line.textContent = words
  input.renderedElement?.append(line)
  control.classList.add(FAILED)
  control.setAttribute('aria-describedby', line.id)
  control.setAttribute('aria-invalid', 'true')
}

/** What of the input takes the focus and the keys; with several boxes, what holds them. */
export function controlOf(input: Input): HTMLElement | undefined {
  return input.renderedElement?.querySelector<HTMLElement>('.ac-input') ?? undefined
}
