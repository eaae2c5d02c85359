import type { ModalView } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import type { FieldErrors } from '../core/message/form.ts'
import type { Intent } from '../core/message/intent.ts'
import { type Hearing, type Result, resultOf } from './hearing.ts'
import { notStored, words } from './messages.ts'
import type { SubmitPayload } from './payloads.ts'
import { cut } from './render/cut.ts'
import { renderWindow } from './render/view.ts'
import { onHome, present, presentIn, viewOf } from './surface.ts'
import { TooSlow, within } from './under-way.ts'

/** Slack waits three seconds for the answer to a submission. */
const PATIENCE_MS = 2500
const LONGEST_ERROR = 2000

/** What a submission is answered with; nothing closes the window. */
export type SubmissionAnswer =
  | { readonly response_action: 'update' | 'push'; readonly view: ModalView }
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | undefined

interface Submission {
  readonly intent: Intent
  readonly view: SubmitPayload['view']
  answer(answer: SubmissionAnswer): Promise<void>
}

/**
 * A submitted form: closed or changed only once it is stored; else it stays on the screen with what was typed and the
 * reason. Where storing takes longer than Slack waits, the window says so and changes by itself afterwards.
 */
export async function takeSubmission(hearing: Hearing, submission: Submission): Promise<void> {
  const { intent, view } = submission
  const fields = view.blocks.flatMap((block) => (block.type === 'input' ? [block.block_id ?? ''] : []))
  const work = hearing.underWay.track(resultOf(hearing, intent))
  try {
    const result = await within(work, PATIENCE_MS)
    await publishHome(hearing.client, result, intent.account.user)
    await submission.answer(answerTo(result, fields))
  } catch (error) {
    if (!(error instanceof TooSlow)) throw error
    await submission.answer(stay(words.saving, fields))
    hearing.underWay.track(changeWhenDone(hearing, submission, work)).catch(() => undefined)
  }
}

function answerTo({ outcome, failed }: Result, fields: readonly string[]): SubmissionAnswer {
  if (outcome.kind === 'errors') {
    const errors = atFields(outcome.errors, fields)
    return errors === undefined
      ? { response_action: 'update', view: viewOf(outcome) }
      : { response_action: 'errors', errors }
  }
  if (failed) return stay(words.notStored, fields)
  if (outcome.kind === 'home' || outcome.kind === 'silence') return undefined
  return { response_action: 'update', view: viewOf(outcome) }
}

/** Keeps the form as it is, with a sentence at its first field, or in a window on top where it has none. */
function stay(sentence: string, [first]: readonly string[]): SubmissionAnswer {
  return first === undefined
    ? { response_action: 'push', view: renderWindow(notStored) }
    : { response_action: 'errors', errors: { [first]: sentence } }
}

/** Slack refuses errors at fields that the form has not: those go to the first. Undefined where it has none at all. */
function atFields(errors: FieldErrors, fields: readonly string[]): Record<string, string> | undefined {
  const [first] = fields
  if (first === undefined) return undefined
  const placed: Record<string, string> = {}
  for (const [name, sentence] of Object.entries(errors)) {
    const field = fields.includes(name) ? name : first
    placed[field] = cut([placed[field], sentence].filter(Boolean).join(' '), LONGEST_ERROR)
  }
  return Object.keys(placed).length > 0 ? placed : { [first]: words.notStored }
}

async function publishHome(client: WebClient, { outcome }: Result, user: string): Promise<void> {
  if (outcome.kind === 'home') await present(outcome, onHome(client, user)).catch(() => undefined)
}

async function changeWhenDone({ client, log }: Hearing, { intent, view }: Submission, work: Promise<Result>) {
  const { outcome, failed } = await work
  if (failed) return
  try {
    await presentIn(view.id, outcome, onHome(client, intent.account.user))
  } catch (error) {
    log.error({ err: error, deed: intent.kind }, 'an outcome could not be shown in Slack')
  }
}
