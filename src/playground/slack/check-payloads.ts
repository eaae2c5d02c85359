import { checkBlocks } from './check-blocks.ts'
import { checkText } from './check-elements.ts'
import { Payload } from './payload.ts'

/** A refusal as Slack words it: its code, and the details beside it. */
export interface Refusal {
  readonly error: string
  readonly messages: readonly string[]
}

const VIEW_BYTES = 250_000
const MESSAGE_TEXT = 40_000
const METADATA_BYTES = 8000

/** Why Slack would not post this message; undefined where it would. */
export function refuseMessage(value: unknown): Refusal | undefined {
  const problems: string[] = []
  const message = new Payload(value, '', problems)
  const { value: text } = message.at('text')
  if (typeof text === 'string' && text.length > MESSAGE_TEXT) return { error: 'msg_too_long', messages: [] }
  if (!isMetadata(message.at('metadata'))) return { error: 'invalid_metadata_format', messages: [] }
  if (message.at('blocks').absent) {
    return typeof text === 'string' && text.trim() !== '' ? undefined : { error: 'no_text', messages: [] }
  }
  checkBlocks(message.at('blocks'), 'message')
  return problems.length > 0 ? { error: 'invalid_blocks', messages: problems } : undefined
}

/** Why Slack would not show this view; undefined where it would. */
export function refuseView(value: unknown): Refusal | undefined {
  const problems: string[] = []
  const view = new Payload(value, '/view', problems)
  const { value: type } = view.at('type')
  if (type !== 'modal' && type !== 'home') return { error: 'invalid_arguments', messages: ['view/type'] }
  view.at('private_metadata').isText(0, 3000)
  view.at('callback_id').isText(0, 255)
  if (type === 'modal') checkTitles(view)
  if (Buffer.byteLength(JSON.stringify(value)) > VIEW_BYTES) view.wrong('is too large')
  checkBlocks(view.at('blocks'), type)
  return problems.length > 0 ? { error: 'invalid_arguments', messages: problems } : undefined
}

function checkTitles(view: Payload): void {
  checkText(view.at('title'), 24)
  for (const name of ['submit', 'close']) {
    if (!view.at(name).absent) checkText(view.at(name), 24)
  }
  const inputs = view
    .at('blocks')
    .each()
    .filter((block) => block.at('type').value === 'input')
  if (inputs.length > 0 && view.at('submit').absent)
    view.at('submit').wrong('is needed where there is an input')
}

function isMetadata(metadata: Payload): boolean {
  if (metadata.absent) return true
  const { value: payload } = metadata.at('event_payload')
  return (
    typeof metadata.at('event_type').value === 'string' &&
    typeof payload === 'object' &&
    Buffer.byteLength(JSON.stringify(payload)) <= METADATA_BYTES
  )
}
