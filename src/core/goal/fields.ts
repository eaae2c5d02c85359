import type { Field, FormPart } from '../message/form.ts'
import { type MilestoneDraft, milestoneFields } from './draft.ts'

export const TITLE_LENGTH = 300
const MILESTONE_LENGTH = 200

export function field(one: Field): FormPart {
  return { kind: 'field', field: one }
}

/** Rows for so many milestones, filled with those that were written already; a single one needs no number. */
export function milestoneParts(rows: number, written: readonly MilestoneDraft[] = []): FormPart[] {
  return Array.from({ length: rows }, (_, index) => {
    const [what, when] = milestoneFields(index)
    const { title, dueOn } = written[index] ?? {}
    const name = rows === 1 ? 'A milestone on the way' : `Milestone ${index + 1}`
    return [
      field({
        name: what,
        kind: 'text',
        label: name,
        maxLength: MILESTONE_LENGTH,
        optional: true,
        ...(title !== undefined && { value: title }),
      }),
      field({
        name: when,
        kind: 'date',
        label: rows === 1 ? 'The milestone, by which day?' : `${name}, by which day?`,
        optional: true,
        ...(dueOn && { value: dueOn.toString() }),
      }),
    ]
  }).flat()
}
