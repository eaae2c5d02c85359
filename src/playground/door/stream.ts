import type { ServerResponse } from 'node:http'

/** One open page's stream of events. */
export interface Stream {
  /** Whether it has read what it was sent. Nothing is written to one that has not. */
  isReading(): boolean
  event(name: string, json: string): void
  end(): void
}

const BEAT_MS = 15_000
const PATIENCE_MS = 10_000
/** How soon a page that lost its stream asks again. */
export const retry = 'retry: 300\n\n'

/**
 * Begins to stream. A page that is behind is told so by `onReading` once it has caught up, and is cut off when it takes
 * longer than ten seconds: what waits for it is never more than one state of everything.
 */
export function openStream(
  response: ServerResponse,
  { onReading, onEnd }: { readonly onReading: () => void; readonly onEnd: () => void },
): Stream {
  let late: NodeJS.Timeout | undefined
  let open = true
  const write = (text: string) => {
    if (!open || response.write(text)) return
    late ??= setTimeout(() => response.destroy(), PATIENCE_MS)
  }
  const beat = setInterval(() => {
    if (late === undefined) write(': still here\n\n')
  }, BEAT_MS)
  response.on('drain', () => {
    clearTimeout(late)
    late = undefined
    if (open) onReading()
  })
  response.once('close', () => {
    open = false
    clearInterval(beat)
    clearTimeout(late)
    onEnd()
  })
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
  write(retry)
  return {
    isReading: () => open && late === undefined,
    event: (name, json) => write(`event: ${name}\ndata: ${json}\n\n`),
    end: () => {
      open = false
      if (late === undefined) response.end()
      else response.destroy()
    },
  }
}
