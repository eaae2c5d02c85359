export type IdentifierKind =
  | 'nhs-number'
  | 'record-number'
  | 'social-security-number'
  | 'birth-date'
  | 'patient-name'

/** Something in a text that points to a patient. `masked` may be shown and logged, the text itself not. */
export interface Finding {
  readonly kind: IdentifierKind
  /** `ask` when it may well be something else: the author says so once and it passes. */
  readonly verdict: 'refuse' | 'ask'
  readonly masked: string
}
