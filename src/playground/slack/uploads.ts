import type { IncomingMessage } from 'node:http'
import { refuseMessage } from './check-payloads.ts'
import { SlackRefusal } from './refusal.ts'

/** A file that an app has announced, and then sent. */
interface Upload {
  readonly name: string
  readonly length: number
  bytes?: Uint8Array
}

type Arguments = Readonly<Record<string, unknown>>

const MOST_BYTES = 64 * 1024 * 1024

/** Files on their way from an app: announced, sent to an address of their own, then put where they belong. */
export class Uploads {
  private readonly pending = new Map<string, Upload>()

  announce(id: string, { filename, length }: Arguments): void {
    const size = Number(length)
    if (typeof filename !== 'string' || filename === '' || !Number.isInteger(size) || size <= 0) {
      throw new SlackRefusal('invalid_arguments', ['filename and length are needed'])
    }
    if (size > MOST_BYTES) throw new SlackRefusal('file_upload_size_restricted')
    this.pending.set(id, { name: filename, length: size })
  }

  /** Takes the bytes; false where they were not announced like this. */
  take(id: string, bytes: Uint8Array): boolean {
    const upload = this.pending.get(id)
    if (upload === undefined || bytes.length !== upload.length) return false
    upload.bytes = bytes
    return true
  }

  /** What was sent, and the words to share it with. Each file can be completed once. */
  complete(given: Arguments) {
    const asked = readList(given['files'])
    if (asked.length === 0) throw new SlackRefusal('invalid_arguments', ['files are needed'])
    const files = asked.map(({ id, title }) => {
      const { name, bytes } = this.pending.get(id) ?? {}
      if (name === undefined || bytes === undefined) throw new SlackRefusal('file_not_found')
      return { id, name, bytes, ...(title === undefined ? {} : { title }) }
    })
    const content = contentOf(given)
    for (const { id } of files) this.pending.delete(id)
    return { files, ...content }
  }
}

/** The comment that introduces files, or the blocks where there is none. */
function contentOf({ initial_comment: comment, blocks }: Arguments) {
  if (typeof comment === 'string' && comment !== '') return { text: comment, blocks: [] }
  if (!Array.isArray(blocks)) return { text: '', blocks: [] }
  const refusal = refuseMessage({ blocks })
  if (refusal !== undefined) throw new SlackRefusal(refusal.error, refusal.messages)
  return { text: '', blocks }
}

function readList(files: unknown): { readonly id: string; readonly title?: string }[] {
  if (!Array.isArray(files)) return []
  return files.map((file: unknown) => {
    const { id, title } = Object(file)
    return { id: String(id), ...(typeof title === 'string' ? { title } : {}) }
  })
}

/** The bytes that were sent, bare or as a form, as Slack's own SDK sends them. */
export async function uploadedBytes(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const body = new Uint8Array(Buffer.concat(chunks))
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) return body
  const form = await new Response(body, { headers: { 'content-type': type } }).formData()
  const [file] = [...form.values()].filter((value) => typeof value !== 'string')
  return new Uint8Array((await file?.arrayBuffer()) ?? [])
}
