import { z } from 'zod'
import { PlatformFault } from '../ports/messenger.ts'
import { faultOfAnswer, faultOfException } from './faults.ts'

export interface AccessTokens {
  /** The `Authorization` of calls to the Connector; undefined where the bot runs without credentials. */
  authorization(): Promise<string | undefined>
  /** Forgets the token after the Connector refused it. */
  forget(): void
}

export interface Credentials {
  readonly appId: string
  readonly password: string
  /** Single-tenant registrations get their token from their own tenant. */
  readonly tenantId: string
  readonly loginUrl: string
}

const scope = 'https://api.botframework.com/.default'
const timeoutMs = 8_000
const renewBeforeMs = 5 * 60_000

const Granted = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() })

/** Tokens by OAuth client credentials, kept until five minutes before their end, asked for once at a time. */
export function accessTokens(credentials: Credentials | undefined): AccessTokens {
  if (credentials === undefined) return { authorization: () => Promise.resolve(undefined), forget: () => {} }
  let kept: { readonly token: Promise<string>; until: number } | undefined

  return {
    authorization: async () => {
      if (kept === undefined || kept.until <= Date.now()) {
        const fetching = { token: Promise.resolve(''), until: Number.POSITIVE_INFINITY }
        fetching.token = grant(credentials).then(({ token, livesMs }) => {
          fetching.until = Date.now() + Math.max(livesMs - renewBeforeMs, livesMs / 2)
          return token
        })
        kept = fetching
      }
      const asked = kept
      try {
        return `Bearer ${await asked.token}`
      } catch (error) {
        if (kept === asked) kept = undefined
        throw error
      }
    },
    forget: () => {
      kept = undefined
    },
  }
}

async function grant(credentials: Credentials): Promise<{ token: string; livesMs: number }> {
  const url = `${credentials.loginUrl.replace(/\/+$/, '')}/${credentials.tenantId}/oauth2/v2.0/token`
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: credentials.appId,
    client_secret: credentials.password,
    scope,
  })
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const response = await fetch(url, { method: 'POST', body, signal })
    if (!response.ok) throw await faultOfAnswer(response, 'repeatable')
    const { access_token: token, expires_in: seconds } = Granted.parse(await response.json())
    return { token, livesMs: seconds * 1000 }
  } catch (error) {
    // 404 here is a wrong tenant, not somebody who left.
    const fault = faultOfException(error, 'repeatable')
    throw fault.kind === 'gone' ? new PlatformFault('forbidden', { code: fault.code, cause: error }) : fault
  }
}
