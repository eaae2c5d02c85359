import type { Logger } from 'pino'
import { z } from 'zod'
import { type HandedFile, isCsv, MOST_FILE_BYTES } from '../core/message/handed-file.ts'
import { type Activity, isShared } from './activity.ts'
import { withoutWords } from './logged.ts'

/** A file in a personal chat (learn.microsoft.com, "Send and receive files through a bot"). */
export interface SharedFile {
  readonly name: string
  /** Opens the file for whoever has it, for some minutes. */
  readonly url: string
}

/** Fetches a file; never rejects. */
export type ReadFile = (file: SharedFile) => Promise<HandedFile>

const downloadInfo = 'application/vnd.microsoft.teams.file.download.info'
const Content = z.object({ downloadUrl: z.string() })

/** Where Microsoft keeps the files of a tenant, in its clouds. */
const homes = ['.sharepoint.com', '.sharepoint.us', '.sharepoint.de', '.sharepoint.cn', '.svc.ms']
const loopback = ['127.0.0.1', '[::1]', 'localhost']

/**
 * The file that a message hands over: its first CSV, or, where nothing else was said, whatever came. Other files that
 * come with words are left alone, and so is everything where others read along.
 */
export function handedOver(activity: Activity): SharedFile | undefined {
  if (isShared(activity)) return undefined
  const files = (activity.attachments ?? []).flatMap(({ contentType, name, content }) => {
    if (contentType !== downloadInfo) return []
    return [{ name: name || 'The file', url: Content.safeParse(content).data?.downloadUrl ?? '' }]
  })
  return files.find(({ name }) => isCsv(name)) ?? (activity.text?.trim() ? undefined : files[0])
}

/**
 * Reads files from where Microsoft keeps them, and from nowhere else: an activity must not send the bot to other
 * servers of the hospital. `serviceUrl` is what stands in for Teams, if anything does.
 */
export function fileReader(options: {
  readonly serviceUrl: string | undefined
  readonly log: Logger
  readonly timeoutMs: number
}): ReadFile {
  const { serviceUrl, log, timeoutMs } = options
  return async ({ name, url }) => {
    if (!isCsv(name)) return { name, unread: 'not-csv' }
    if (!isOfTeams(url, serviceUrl)) return { name, unread: 'unreachable' }
    try {
      const bytes = await fetched(url, timeoutMs)
      return bytes === undefined ? { name, unread: 'too-large' } : { name, bytes }
    } catch (error) {
      log.warn({ error: withoutWords(error) }, 'a file could not be fetched from Teams')
      return { name, unread: 'unreachable' }
    }
  }
}

/** Whether an address is one of Microsoft's own for files, or of what stands in for Teams. */
export function isOfTeams(address: string, serviceUrl: string | undefined): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, port, origin } = new URL(address)
  if (serviceUrl !== undefined && loopback.includes(hostname)) return origin === new URL(serviceUrl).origin
  return protocol === 'https:' && port === '' && homes.some((home) => hostname.endsWith(home))
}

/** Undefined where it is too large. The address bears its own permission: no token goes along, no redirect is followed. */
async function fetched(url: string, timeoutMs: number): Promise<Uint8Array | undefined> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
  if (!response.ok) throw new Error(`the file's server answered ${response.status}`)
  if (Number(response.headers.get('content-length') ?? 0) > MOST_FILE_BYTES) return undefined
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > MOST_FILE_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
