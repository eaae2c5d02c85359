import type { KnownBlock, ModalView } from '@slack/types'
import type { Field, FieldErrors, Form } from '../../core/message/form.ts'
import { words } from '../messages.ts'
import { blockPart, lay, onView, type Part } from './blocks.ts'
import { renderElement } from './field.ts'
import { LIMITS } from './limits.ts'
import { type Numbering, numbering } from './numbering.ts'
import { plain } from './plain.ts'
import { richText } from './rich-text.ts'
import { travels } from './travels.ts'

/** A form as a modal: each field is a block named after it, so that errors and values find it again. */
export function renderForm(form: Form): ModalView {
  const numbers = numbering()
  const named = new Set<string>()
  const parts = form.parts.map((part): Part => {
    if (part.kind === 'words') return blockPart(part.block, numbers)
    const { name } = part.field
    const usable = travels(name, LIMITS.identifier) && !named.has(name)
    named.add(name)
    return usable ? () => renderField(part.field, form.verb, numbers) : () => []
  })
  const blocks = lay(parts, onView)
  return {
    type: 'modal',
    callback_id: form.verb.slice(0, LIMITS.identifier),
    ...(travels(form.about ?? '', LIMITS.privateMetadata) ? { private_metadata: form.about } : {}),
    title: plain(form.title, LIMITS.viewTitle),
    submit: plain(form.submit, LIMITS.viewTitle),
    close: plain(words.cancel, LIMITS.viewTitle),
    blocks: blocks.length > 0 ? blocks : [richText([{ text: form.title.trim() || words.name }])],
  }
}

/** The form with what is wrong at its head, for when Slack cannot put it at the fields any more. */
export function withErrors(form: Form, errors: FieldErrors): Form {
  const labels = new Map(
    form.parts.flatMap((part) => (part.kind === 'field' ? [[part.field.name, part.field.label]] : [])),
  )
  const items = Object.entries(errors).map(([name, sentence]) => {
    const label = labels.get(name)
    return label === undefined ? sentence : [{ text: headOf(label), bold: true as const }, { text: sentence }]
  })
  return { ...form, parts: [{ kind: 'words', block: { kind: 'list', items } }, ...form.parts] }
}

/** A label that ends as a sentence does needs no colon. */
function headOf(label: string): string {
  return /[?!.:…？]$/u.test(label) ? `${label} ` : `${label}: `
}

function renderField(field: Field, verb: string, numbers: Numbering): KnownBlock[] {
  const label = plain(field.label, LIMITS.label)
  const element = renderElement(field, `${verb.slice(0, LIMITS.identifier - 8)}:${numbers.next()}`)
  if (element === undefined) {
    return [richText([{ text: `${label.text}\n`, bold: true }, { text: words.nothingToChoose }])]
  }
  return [
    {
      type: 'input',
      block_id: field.name,
      label,
      element,
      ...(field.hint === undefined || field.hint.trim() === ''
        ? {}
        : { hint: plain(field.hint, LIMITS.hint) }),
      ...(field.optional === undefined ? {} : { optional: true }),
    },
  ]
}
