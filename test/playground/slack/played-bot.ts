import { createServer } from 'node:http'
import { bodyOf } from '../../../src/playground/stand-in.ts'

type Payload = Readonly<Record<string, unknown>>

/** A bot that writes down what Slack sends it, and answers as it is told. */
export interface PlayedBot {
  readonly url: string
  readonly heard: Payload[]
  /** How it answers from now on; `undefined`: not at all. */
  answer(body: object | string | undefined, status?: number): void
  close(): Promise<void>
}

export async function playBot(): Promise<PlayedBot> {
  const heard: Payload[] = []
  let answer: { body: object | string | undefined; status: number } = { body: '', status: 200 }
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request)
    const form = new URLSearchParams(body)
    const json =
      form.get('payload') ?? (body.startsWith('{') ? body : JSON.stringify(Object.fromEntries(form)))
    heard.push(JSON.parse(json))
    if (answer.body === undefined) return
    response.writeHead(answer.status)
    response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    answer: (body, status = 200) => {
      answer = { body, status }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
