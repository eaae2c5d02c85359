import { WebAPIPlatformError, type WebClient } from '@slack/web-api'
import type { Block, FileBlock, Message } from '../core/message/message.ts'
import type { HandedOut, KeptFile } from '../ports/handed-out.ts'
import type { Recipient } from '../ports/messenger.ts'
import { words } from './messages.ts'
import { type NewUpload, upload } from './uploads.ts'

/** Slack lets no file in: a setting of the workspace, or a scope that was not granted. */
const NOT_ALLOWED = new Set([
  'access_denied',
  'file_type_not_allowed',
  'file_uploads_disabled',
  'file_uploads_except_images_disabled',
  'missing_scope',
  'not_allowed_token_type',
  'restricted_action',
  'storage_limit_reached',
])

/**
 * The message with its files uploaded, so that posting it shares them: each is uploaded once and remembered, so that
 * a message that is tried again shares the same one. Throws as `upload` does; then nothing was shared.
 */
export async function withFiles(
  message: Message,
  to: Recipient,
  { client, files }: { readonly client: WebClient; readonly files: HandedOut },
): Promise<Message> {
  if (!message.blocks.some(({ kind }) => kind === 'file')) return message
  const blocks: Block[] = []
  for (const block of message.blocks) {
    blocks.push(block.kind === 'file' ? await handedOver(block) : block)
  }
  return { ...message, blocks }

  async function handedOver(block: FileBlock): Promise<Block> {
    if (!('user' in to)) return note(words.fileGone)
    const { id, title } = block.file
    const account = { platform: 'slack' as const, workspace: to.workspace, user: to.user }
    const kept: KeptFile = await files.read(id, account)
    if (kept.state === 'gone') return note(words.fileGone)
    if (kept.state === 'handed-over') return { ...block, link: kept.as }
    const link = await permalink({ name: kept.name, title, bytes: kept.content })
    if (link === undefined) return note(words.filesNotAllowed)
    await files.handedOver(id, link)
    return { ...block, link }
  }

  async function permalink(file: NewUpload): Promise<string | undefined> {
    try {
      return (await upload(client, file)).permalink
    } catch (error) {
      if (error instanceof WebAPIPlatformError && NOT_ALLOWED.has(error.data.error)) return undefined
      throw error
    }
  }
}

function note(text: string): Block {
  return { kind: 'note', text }
}
