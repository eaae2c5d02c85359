import { checkBlocks } from './limits/blocks.ts'
import { checkOptionalText, checkText } from './limits/texts.ts'
import { Payload } from './payload.ts'

/** A refusal as Slack words it: its code, and the details beside it. */
export interface Refusal {
  readonly error: string
  readonly messages: readonly string[]
}

const VIEW_BYTES = 250_000
const MESSAGE_TEXT = 40_000
/** Text in the blocks of a message, all together: not documented, found by trying. */
const MESSAGE_CHARACTERS = 13_000
const METADATA_BYTES = 8000

/** Why Slack would not post this message; undefined where it would. */
export function refuseMessage(value: unknown): Refusal | undefined {
  const problems: string[] = []
  const message = new Payload(value, '', problems)
  const { value: text } = message.at('text')
  if (typeof text === 'string' && text.length > MESSAGE_TEXT) return refusal('msg_too_long')
  const metadata = refuseMetadata(message.at('metadata'))
  if (metadata !== undefined) return metadata
  const blocks = message.at('blocks')
  if (blocks.absent) return typeof text === 'string' && text.trim() !== '' ? undefined : refusal('no_text')
  if (!Array.isArray(blocks.value)) return refusal('invalid_blocks_format')
  if (blocks.characters() > MESSAGE_CHARACTERS) return refusal('msg_blocks_too_long')
  checkBlocks(blocks, 'message')
  return problems.length > 0 ? refusal('invalid_blocks', problems) : undefined
}

/** Why Slack would not show this view; undefined where it would. */
export function refuseView(value: unknown): Refusal | undefined {
  const problems: string[] = []
  const view = new Payload(value, '/view', problems)
  const { value: type } = view.at('type')
  if (type !== 'modal' && type !== 'home') return refusal('invalid_arguments', ['view/type'])
  if (Buffer.byteLength(JSON.stringify(value)) > VIEW_BYTES) return refusal('view_too_large')
  const identified = ['type', 'blocks', 'private_metadata', 'callback_id', 'external_id']
  view.hasOnly(type === 'home' ? identified : [...identified, ...modalKeys])
  view.at('private_metadata').isText(0, 3000)
  view.at('callback_id').isText(0, 255)
  view.at('external_id').isText(0, 255)
  if (type === 'modal') checkModal(view)
  checkBlocks(view.at('blocks'), type)
  return problems.length > 0 ? refusal('invalid_arguments', problems) : undefined
}

const modalKeys = ['title', 'submit', 'close', 'clear_on_close', 'notify_on_close', 'submit_disabled']

function checkModal(view: Payload): void {
  checkText(view.at('title'), 24)
  checkOptionalText(view.at('submit'), 24)
  checkOptionalText(view.at('close'), 24)
  for (const flag of ['clear_on_close', 'notify_on_close', 'submit_disabled']) view.at(flag).isFlag()
  const hasInput = view
    .at('blocks')
    .each()
    .some((block) => block.at('type').value === 'input')
  if (hasInput && view.at('submit').absent) view.at('submit').wrong('is needed where there is an input')
}

function refuseMetadata(metadata: Payload): Refusal | undefined {
  if (metadata.absent) return undefined
  const { value: payload } = metadata.at('event_payload')
  const isFormed = typeof metadata.at('event_type').value === 'string' && typeof payload === 'object'
  if (!isFormed) return refusal('invalid_metadata_format')
  const tooLarge = Buffer.byteLength(JSON.stringify(payload)) > METADATA_BYTES
  return tooLarge ? refusal('metadata_too_large') : undefined
}

function refusal(error: string, messages: readonly string[] = []): Refusal {
  return { error, messages }
}
