import { type Listener, reply } from './server.ts'

/** A part of the server and whether it can do its work now; each check answers within 2 s or rejects. */
export type Checks = Readonly<Record<string, () => Promise<unknown>>>

/** 200 while the process lives. */
export const healthz: Listener = (_request, response) => reply(response, 200, { status: 'ok' })

/** 200 when every part can do its work, else 503; one fixed word for each part. */
export function readyz(checks: Checks): Listener {
  return async (_request, response) => {
    const parts = await Promise.all(
      Object.entries(checks).map(async ([part, check]) => [part, await word(check)] as const),
    )
    const ready = parts.every(([, state]) => state === 'ok')
    reply(response, ready ? 200 : 503, Object.fromEntries(parts))
  }
}

async function word(check: () => Promise<unknown>): Promise<'ok' | 'down'> {
  try {
    await check()
    return 'ok'
  } catch {
    return 'down'
  }
}
