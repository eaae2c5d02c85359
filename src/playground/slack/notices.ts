import type { Refusal } from './check-payloads.ts'
import type { Acknowledgement } from './deliver.ts'

/** What somebody did that an app has to acknowledge. */
export type Doing =
  | { readonly kind: 'command'; readonly command: string }
  | { readonly kind: 'press' | 'submit' | 'event' }

/** A payload of the app's that Slack refused while somebody waited for it. */
export interface Refused extends Refusal {
  /** The method called, or what was answered. */
  readonly method: string
  /** Whom it was meant for, where that can be told. */
  readonly user?: string
}

const TROUBLE = 'We had some trouble connecting. Try again?'

/** What Slack's client tells somebody whose app did not acknowledge in time or at all; of events it tells nothing. */
export function noticeOf(doing: Doing, answer: Acknowledgement): string | undefined {
  if (answer.acknowledged || doing.kind === 'event') return undefined
  if (doing.kind === 'submit') return TROUBLE
  if (doing.kind === 'command') return `${doing.command} failed with the error "${codeOf(answer)}"`
  const { status } = answer
  return status === undefined ? codeOf(answer) : `This app responded with Status Code ${status}.`
}

/** Slack tells a person less than this; here whoever builds the app is to see what was wrong with it. */
export function refusalNotice(doing: Doing, { method, error, messages }: Refused): string {
  const detail = messages.length === 0 ? error : `${error}: ${messages.join('; ')}`
  if (method !== 'answer') return `Slack refused ${method}: ${detail}`
  if (doing.kind === 'command') return `${doing.command} failed with the error "${detail}"`
  return `${TROUBLE} (Slack refused the answer: ${detail})`
}

function codeOf({ status, failure }: Acknowledgement): string {
  if (status !== undefined) return status < 500 ? 'http_client_error' : 'http_service_error'
  return failure === 'unreachable' ? 'dispatch_failed' : 'operation_timeout'
}
