import { setTimeout as wait } from 'node:timers/promises'
import type { WebClient } from '@slack/web-api'
import { PlatformFault } from '../ports/messenger.ts'

export interface NewUpload {
  readonly name: string
  readonly title: string
  readonly bytes: Uint8Array
}

/** A file that Slack has, which so far nobody sees but the bot. */
export interface Uploaded {
  readonly id: string
  /** Posted in a message, it shares the file with whoever reads that. */
  readonly permalink: string
  /** Slack has looked at it and knows what it is: only then a picture can be shown. */
  readonly ready: boolean
}

const PATIENCE_MS = 8000
/** Slack looks at a file after it said that it has it. */
const LOOKS_MS = [0, 150, 300, 600, 1000]

/** Uploads a file without sharing it. May be done twice without harm. Throws what the SDK throws, or a `PlatformFault`. */
export async function upload(client: WebClient, { name, title, bytes }: NewUpload): Promise<Uploaded> {
  const asked = await client.files.getUploadURLExternal({ filename: name, length: bytes.length })
  const { upload_url: address, file_id: id } = asked
  if (address === undefined || id === undefined) throw new PlatformFault('unreachable', { code: 'no_upload' })
  await put(address, bytes)
  await client.files.completeUploadExternal({ files: [{ id, title }] })
  return await lookUp(client, id)
}

async function put(address: string, bytes: Uint8Array): Promise<void> {
  try {
    const body = new Uint8Array(bytes)
    const response = await fetch(address, { method: 'POST', body, signal: AbortSignal.timeout(PATIENCE_MS) })
    if (!response.ok) throw new Error(`Slack answered ${response.status}`)
  } catch (cause) {
    throw new PlatformFault('unreachable', { code: 'upload_failed', cause })
  }
}

async function lookUp(client: WebClient, id: string): Promise<Uploaded> {
  let permalink = ''
  for (const ms of LOOKS_MS) {
    await wait(ms)
    const { file } = await client.files.info({ file: id })
    permalink = file?.permalink ?? ''
    if (file?.mimetype && permalink !== '') return { id, permalink, ready: true }
  }
  if (permalink === '') throw new PlatformFault('unreachable', { code: 'no_permalink' })
  return { id, permalink, ready: false }
}
