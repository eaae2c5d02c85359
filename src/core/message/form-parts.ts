import type { Field, FormPart } from './form.ts'
import type { Block } from './message.ts'

/** A sentence between the fields of a form. */
export function wordsPart(text: string): FormPart {
  return blockPart({ kind: 'text', text })
}

/** Small print between the fields of a form. */
export function notePart(text: string): FormPart {
  return blockPart({ kind: 'note', text })
}

export function blockPart(block: Block): FormPart {
  return { kind: 'words', block }
}

export function fieldPart(field: Field): FormPart {
  return { kind: 'field', field }
}
