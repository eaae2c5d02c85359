/** A file that waits to be handed to one person. */
export interface FileRef {
  readonly id: string
  /** With its ending: `meeting.ics`. */
  readonly name: string
  /** What it is, in words. */
  readonly title: string
  readonly bytes: number
}
