import { randomUUID } from 'node:crypto'
import { fieldsOf } from '../../src/core/message/check-values.ts'
import type { Form, Values } from '../../src/core/message/form.ts'
import type { Intent, Outcome } from '../../src/core/message/intent.ts'
import type { IntentHandler } from '../../src/ports/intent-handler.ts'

/** Labelled, grouped and passing the check: the NHS's own example of a number. */
export const secret = 'NHS number 943 476 5919'

/** Something of the story, tried with a patient's number in place of what was typed, right before it happened. */
export interface Attempt {
  readonly kind: Intent['kind']
  /** The verb of a form, or the words of a chat. */
  readonly what: string
  readonly fields: readonly string[]
  readonly outcome: Outcome
  /** What came of the deed as the story tells it. */
  readonly told: Outcome
}

/** A handler that tries every typed thing with a patient's number first, and every field of every form. */
export function temptedHandler(real: IntentHandler, attempts: Attempt[]): IntentHandler {
  const forms = new Map<string, Form>()
  return {
    ...real,
    handle: async (intent) => {
      const form = intent.kind === 'submit' ? forms.get(`${intent.verb} ${intent.about ?? ''}`) : undefined
      const tempting = temptingOf(intent, form)
      const outcome = tempting && (await real.handle({ ...tempting.intent, key: randomUUID() }))
      const told = await real.handle(intent)
      if (told.kind === 'form' || told.kind === 'errors') {
        forms.set(`${told.form.verb} ${told.form.about ?? ''}`, told.form)
      }
      if (tempting && outcome) attempts.push({ ...tempting, kind: intent.kind, outcome, told })
      return told
    },
  }
}

interface Tempting {
  readonly intent: Intent
  readonly what: string
  readonly fields: readonly string[]
}

function temptingOf(intent: Intent, form: Form | undefined): Tempting | undefined {
  switch (intent.kind) {
    case 'command':
      return { intent: { ...intent, words: `${intent.words} ${secret}` }, what: intent.words, fields: [] }
    case 'say':
    case 'edit':
      return { intent: { ...intent, text: `I think of ${secret}` }, what: intent.text, fields: [] }
    case 'hand-over':
      return { intent: { ...intent, words: secret }, what: intent.words, fields: [] }
    case 'submit': {
      const values = form ? secretIn(form) : secretFor(intent.values)
      return { intent: { ...intent, values }, what: intent.verb, fields: Object.keys(values) }
    }
    default:
      return undefined
  }
}

function secretIn(form: Form): Values {
  return Object.fromEntries(
    fieldsOf(form).map(({ name, kind }) => [name, kind === 'choices' ? [secret] : secret]),
  )
}

function secretFor(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? secret : [secret]]),
  )
}
