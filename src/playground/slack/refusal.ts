/** Slack's no to a call, by the code that Slack gives. */
export class SlackRefusal extends Error {
  readonly code: string
  /** The details beside the code. */
  readonly messages: readonly string[]

  constructor(code: string, messages: readonly string[] = []) {
    super(code)
    this.code = code
    this.messages = messages
  }
}
