import type { IncomingMessage } from 'node:http'

export type JsonBody =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly status: number; readonly reason: string }

const LIMIT_BYTES = 8 * 1024 * 1024

/** The JSON that was sent, of 8 MB at most: what comes after that is not kept. */
export async function jsonBody(request: IncomingMessage): Promise<JsonBody> {
  const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase()
  if (type !== 'application/json') {
    request.resume()
    return { ok: false, status: 415, reason: 'This takes application/json only.' }
  }
  const bytes = await bytesOf(request)
  if (bytes === 'broken off')
    return { ok: false, status: 400, reason: 'This ended before all of it was here.' }
  if (bytes === 'too much') {
    return { ok: false, status: 413, reason: 'That is more than 8 MB: please take a smaller file.' }
  }
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    return { ok: false, status: 400, reason: 'This is not JSON.' }
  }
}

/** Where it is too much, the rest is let through unread, so that the answer can still reach who sends it. */
function bytesOf(request: IncomingMessage): Promise<Buffer | 'too much' | 'broken off'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let length = 0
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length <= LIMIT_BYTES) chunks.push(chunk)
      else {
        chunks.length = 0
        resolve('too much')
      }
    })
    request.once('end', () => resolve(Buffer.concat(chunks)))
    request.once('error', () => resolve('broken off'))
  })
}
