import { ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import { z } from 'zod'

export interface AuthenticationSettings {
  readonly appId: string | undefined
  /** Takes requests without a token: only for a loopback address and never in production (config.ts refuses). */
  readonly anonymous: boolean
  readonly openIdMetadataUrl: string | undefined
}

// docs: "Authenticate requests from the Bot Connector service to your bot", public cloud.
const issuer = 'https://api.botframework.com'
const metadataUrl = 'https://login.botframework.com/v1/.well-known/openidconfiguration'
const clockToleranceSeconds = 5 * 60

const Claims = z.object({ iss: z.literal(issuer), exp: z.number() })

/** Why a request was not taken. `unavailable`: the keys could not be fetched, which is not the sender's fault. */
export type Refused = 'unauthorized' | 'unavailable'

/**
 * Botbuilder's verification of the Connector's tokens, with what it leaves out: tokens without an expiry, and
 * those that other services of Microsoft issue to bots, are refused. All endpoints are given, for giving one
 * of them switches all defaults off.
 */
export function createAuthentication(
  settings: AuthenticationSettings,
): ConfigurationBotFrameworkAuthentication {
  const metadata = settings.openIdMetadataUrl ?? metadataUrl
  return new ConfigurationBotFrameworkAuthentication(
    {
      ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
      ToChannelFromBotOAuthScope: issuer,
      ToBotFromChannelTokenIssuer: issuer,
      OAuthUrl: issuer,
      ToBotFromChannelOpenIdMetadataUrl: metadata,
      ToBotFromEmulatorOpenIdMetadataUrl: metadata,
      ValidateAuthority: true,
      CallerId: 'urn:botframework:azure',
    },
    {
      isValidAppId: (appId) => Promise.resolve(appId === settings.appId),
      isAuthenticationDisabled: () => Promise.resolve(settings.anonymous),
      // What goes out goes through connector.ts and bears its own token.
      createCredentials: () => Promise.resolve({ signRequest: (request) => Promise.resolve(request) }),
    },
    { requiredEndorsements: [], validateClaims: checkClaims },
  )
}

function checkClaims(claims: readonly { readonly type: string; readonly value: unknown }[]): Promise<void> {
  const found = Claims.safeParse(Object.fromEntries(claims.map(({ type, value }) => [type, value])))
  const live = found.success && found.data.exp > Date.now() / 1000 - clockToleranceSeconds
  return live ? Promise.resolve() : Promise.reject(new Error('a claim is missing or wrong'))
}

const Unavailable = z.union([
  z.object({ name: z.literal('FetchError') }),
  z.object({ name: z.literal('TypeError') }),
  z.object({ statusCode: z.literal(500) }),
])

/** Everything that verification throws is the token's fault, unless the keys could not be had. */
export function refusalOf(error: unknown): Refused {
  return Unavailable.safeParse(error).success ? 'unavailable' : 'unauthorized'
}
