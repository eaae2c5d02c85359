import { createHmac, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'

const issuer = 'https://api.botframework.com'

/** A good token, and each way in which one can be bad. */
export type TokenKind =
  | 'valid'
  | 'expired'
  | 'not-yet-valid'
  | 'without-expiry'
  | 'wrong-audience'
  | 'wrong-issuer'
  | 'wrong-service-url'
  | 'without-service-url'
  | 'unknown-key'
  | 'forged'
  | 'cut'
  | 'hs256'
  | 'unsigned'

export interface Identity {
  /** What the bot trusts: the key set with the public key. */
  readonly keySet: unknown
  /** A bearer token of the Bot Connector, as Teams sends it with each activity. */
  token(kind: TokenKind): string
}

interface Claims {
  readonly [name: string]: string | number
}

/**
 * The same keys for as long as the process lives: verifiers keep a key set by its address for hours, and a stand-in
 * that is started anew may stand at the address of the last one.
 */
const keyPairs = { own: keyPair(), strangers: keyPair() }
const ownKeyId = randomUUID()

function keyPair(): () => { readonly publicKey: KeyObject; readonly privateKey: KeyObject } {
  let made: { publicKey: KeyObject; privateKey: KeyObject } | undefined
  return () => {
    made ??= generateKeyPairSync('rsa', { modulusLength: 2048 })
    return made
  }
}

/** Plays Microsoft's identity service: keys, and tokens signed with them. */
export function createIdentity(audience: string, serviceUrl: string): Identity {
  const keys = keyPairs.own()
  const keyId = ownKeyId
  const jwk = keys.publicKey.export({ format: 'jwk' })
  const entry = { ...jwk, use: 'sig', kid: keyId, x5t: keyId, endorsements: ['msteams'] }

  return {
    keySet: { keys: [entry] },
    token: (kind) => {
      const claims = claimsOf(kind, { audience, serviceUrl })
      if (kind === 'hs256') return hs256(claims, { keyId, key: keys.publicKey })
      if (kind === 'unsigned')
        return `${encoded({ alg: 'none', typ: 'JWT', kid: keyId })}.${encoded(claims)}.`
      const header = {
        alg: 'RS256',
        typ: 'JWT',
        kid: kind === 'unknown-key' ? randomUUID() : keyId,
        x5t: keyId,
      }
      const token = rs256(
        header,
        claims,
        kind === 'forged' ? keyPairs.strangers().privateKey : keys.privateKey,
      )
      return kind === 'cut' ? token.slice(0, -40) : token
    },
  }
}

function claimsOf(kind: TokenKind, good: { readonly audience: string; readonly serviceUrl: string }): Claims {
  const now = Math.floor(Date.now() / 1000)
  const claims = {
    iss: issuer,
    aud: good.audience,
    serviceurl: good.serviceUrl,
    nbf: now - 60,
    exp: now + 3600,
  }
  const { exp: _exp, ...withoutExpiry } = claims
  const { serviceurl: _serviceurl, ...withoutServiceUrl } = claims
  const bad: Partial<Record<TokenKind, Claims>> = {
    expired: { ...claims, nbf: now - 7200, exp: now - 3600 },
    'not-yet-valid': { ...claims, nbf: now + 3600, exp: now + 7200 },
    'without-expiry': withoutExpiry,
    'wrong-audience': { ...claims, aud: randomUUID() },
    'wrong-issuer': { ...claims, iss: 'https://issuer.example' },
    'wrong-service-url': { ...claims, serviceurl: 'https://elsewhere.example/' },
    'without-service-url': withoutServiceUrl,
  }
  return bad[kind] ?? claims
}

function rs256(header: Claims, claims: Claims, key: KeyObject): string {
  const content = `${encoded(header)}.${encoded(claims)}`
  return `${content}.${sign('RSA-SHA256', Buffer.from(content), key).toString('base64url')}`
}

/** The old attack: signed with the public key as if it were a shared secret. */
function hs256(claims: Claims, { keyId, key }: { readonly keyId: string; readonly key: KeyObject }): string {
  const content = `${encoded({ alg: 'HS256', typ: 'JWT', kid: keyId })}.${encoded(claims)}`
  const secret = key.export({ type: 'spki', format: 'pem' })
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`
}

function encoded(value: Claims): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
