import type { Logger } from 'pino'
import { type HandedFile, isCsv, MOST_FILE_BYTES, type Unread } from '../core/message/handed-file.ts'
import type { MessageEvent, SharedFile } from './payloads.ts'

/**
 * How long a file may take to come. It is longer than Slack waits for its event: then Slack delivers that again, and
 * whichever is done first is what counts.
 */
const PATIENCE_MS = 8000

/** Fetches a file; never rejects. */
export type ReadFile = (file: SharedFile) => Promise<HandedFile>

/**
 * The file that a message hands over: its first CSV, or, where nothing else was said, whatever came. Other files that
 * come with words are left alone.
 */
export function handedOver(event: MessageEvent['event']): SharedFile | undefined {
  if (!('files' in event) || !event.files || event.bot_id) return undefined
  const csv = event.files.find(isTable)
  return csv ?? (event.text.trim() === '' ? event.files[0] : undefined)
}

/** Reads files of Slack's with the bot's token, which goes to Slack's own servers and nowhere else. */
export function fileReader(options: {
  readonly token: string
  readonly apiUrl: string
  readonly log: Logger
}): ReadFile {
  const { token, apiUrl, log } = options
  return async (file) => {
    const name = nameOf(file)
    const url = file.url_private_download ?? ''
    const unread = notToFetch(file)
    if (unread) return { name, unread }
    if (!isOfSlack(url, apiUrl)) return { name, unread: 'unreachable' }
    try {
      const bytes = await fetched(url, token)
      return bytes === undefined ? { name, unread: 'too-large' } : { name, bytes }
    } catch (error) {
      log.warn({ err: error }, 'a file could not be fetched from Slack')
      return { name, unread: 'unreachable' }
    }
  }
}

function nameOf({ name }: SharedFile): string {
  return name || 'The file'
}

function isTable(file: SharedFile): boolean {
  return isCsv(nameOf(file), file.mimetype ?? undefined)
}

function notToFetch(file: SharedFile): Unread | undefined {
  if (!isTable(file)) return 'not-csv'
  return (file.size ?? 0) > MOST_FILE_BYTES ? 'too-large' : undefined
}

/** Whether a file's address is one that may see the token: Slack's, or that of what stands in for it. */
function isOfSlack(address: string, apiUrl: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, port, origin } = new URL(address)
  if (origin === new URL(apiUrl).origin) return true
  return protocol === 'https:' && port === '' && hostname.endsWith('.slack.com')
}

/** Undefined where it is too large. A redirect leads to a page to sign in at, not to the file, and is not followed. */
async function fetched(url: string, token: string): Promise<Uint8Array | undefined> {
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${token}` },
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  if (!response.ok) throw new Error(`Slack answered ${response.status}`)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > MOST_FILE_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
