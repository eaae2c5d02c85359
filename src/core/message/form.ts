import type { Block } from './message.ts'

/** One question of a form. `name` is unique within the form and keys the submitted values. */
export type Field = FieldBase &
  (
    | {
        readonly kind: 'text'
        readonly multiline?: true
        readonly maxLength: number
        readonly value?: string
      }
    | {
        readonly kind: 'choice'
        readonly options: readonly Option[]
        readonly value?: string
        /** One line however few the options are: for what stands already and is seldom changed. */
        readonly folded?: true
      }
    | { readonly kind: 'choices'; readonly options: readonly Option[]; readonly values?: readonly string[] }
    /** ISO date, `2027-01-04`. */
    | { readonly kind: 'date'; readonly value?: string }
    | {
        readonly kind: 'number'
        readonly min?: number
        readonly max?: number
        readonly whole?: true
        readonly value?: string
      }
  )

interface FieldBase {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly optional?: true
}

export interface Option {
  readonly value: string
  readonly label: string
}

/** A modal on Slack, a dialog on Teams. Titles and button labels stay within 24 characters (Slack's limit). */
export interface Form {
  /** `area.verb`: Slack's callback_id, Teams' data.verb. */
  readonly verb: string
  /** The row the form speaks of; opaque ids. */
  readonly about?: string
  readonly title: string
  readonly submit: string
  readonly parts: readonly FormPart[]
}

/** Words between fields, or a field. */
export type FormPart =
  | { readonly kind: 'words'; readonly block: Block }
  | { readonly kind: 'field'; readonly field: Field }

/** What was entered, by field name. A field left empty is absent; `choices` come as a list. */
export type Values = Readonly<Record<string, string | readonly string[]>>

/** The text of a field that takes one value; empty if nothing was entered. */
export function textIn(values: Values, name: string): string {
  const value = values[name]
  return typeof value === 'string' ? value : ''
}

/** One clear sentence for each field that cannot be taken as it is. */
export type FieldErrors = Readonly<Record<string, string>>
