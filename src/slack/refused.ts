/** Why a request was not taken for Slack's or not carried out. Counted, and logged without content. */
export type Refused =
  | 'unsigned'
  | 'forged'
  | 'stale'
  | 'replayed'
  | 'too-large'
  | 'malformed'
  | 'foreign-workspace'
