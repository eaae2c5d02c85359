import type { Field, FieldErrors, Form, FormPart } from '../../core/message/form.ts'
import { bytesOf, type CardAttachment, cardOf, fitted } from './card.ts'
import { fieldParts } from './field.ts'
import { type CardPart, literal } from './text.ts'

/** What `task/fetch` and `task/submit` are answered with to show a dialog. */
export interface DialogInfo {
  readonly title: string
  readonly height: number | 'small' | 'medium' | 'large'
  readonly width: 'small' | 'medium' | 'large'
  readonly card: CardAttachment
}

const mostBytes = 76_000

/** A form as a dialog. `errors` are drawn beside their fields; what was entered stays in them. */
export function formDialog(form: Form, errors: FieldErrors = {}): DialogInfo {
  return {
    title: literal(form.title),
    height: form.parts.length > 4 ? 'large' : 'medium',
    width: 'medium',
    card: formCard(form, errors),
  }
}

function formCard(form: Form, errors: FieldErrors): CardAttachment {
  const fields = form.parts.flatMap((part) => (part.kind === 'field' ? [part.field] : []))
  const taken = fields.reduce((sum, field) => sum + bytesOf(fieldParts(field, errors[field.name])), 0)
  const words = form.parts.filter((part) => part.kind === 'words').length
  const room = Math.max(1_000, (mostBytes - taken) / Math.max(1, words))
  const data = { verb: form.verb, ...(form.about !== undefined && { about: form.about }) }
  return cardOf(
    form.parts.flatMap((part) => partsOf(part, { errors, room })),
    {
      actions: [{ type: 'Action.Submit', title: literal(form.submit), style: 'positive', data }],
    },
  )
}

function partsOf(part: FormPart, { errors, room }: { errors: FieldErrors; room: number }): CardPart[] {
  if (part.kind === 'words') return fitted([part.block], { stage: 'dialog', room })
  return fieldParts(part.field, errorOf(part.field, errors))
}

function errorOf(field: Field, errors: FieldErrors): string | undefined {
  return Object.hasOwn(errors, field.name) ? errors[field.name] : undefined
}
