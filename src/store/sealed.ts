import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** An encryption key. The id is not secret: it stands beside every text sealed with the key. */
export interface SealKey {
  id: string
  /** 32 bytes. */
  key: Buffer
}

/** Where a sealed text belongs. It opens nowhere else, so that rows cannot be swapped behind our back. */
export interface SealPlace {
  table: string
  row: string
  column: string
}

/** Encrypts the texts that people wrote before they reach the database, and decrypts them after. */
export interface Seal {
  /** Seals with the first key. The same text sealed twice gives different bytes. */
  seal(text: string, place: SealPlace): Uint8Array<ArrayBuffer>
  /** Gives the text back, or throws a `SealError`. */
  open(sealed: Uint8Array, place: SealPlace): string
}

/** Why a text stays closed: its key is not configured, or it is not what was sealed for this place. */
export class SealError extends Error {
  readonly reason: 'unknown-key' | 'altered'

  constructor(reason: 'unknown-key' | 'altered', message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'SealError'
    this.reason = reason
  }
}

const version = 1
const cipher = 'aes-256-gcm'
const nonceLength = 12
const tagLength = 16

/**
 * AES-256-GCM with a random nonce. The first key seals, every key opens, so that a new key goes first and the
 * old one stays behind it until nothing is sealed with it.
 *
 * Format, version 1: one byte 1 · one byte length of the key id · key id in UTF-8 · 12 bytes nonce ·
 * 16 bytes tag · ciphertext. Associated data: everything before the nonce, then the JSON array
 * `[table, row, column]`.
 */
export function createSeal(keys: readonly SealKey[]): Seal {
  const [current] = keys
  if (current === undefined) throw new Error('There is no key to seal with')
  const byId = new Map(keys.map(({ id, key }) => [id, key]))
  return {
    seal: (text, place) => sealWith(current, text, place),
    open: (sealed, place) => openWith(byId, Buffer.from(sealed), place),
  }
}

function sealWith({ id, key }: SealKey, text: string, place: SealPlace): Uint8Array<ArrayBuffer> {
  const head = Buffer.concat([Buffer.from([version, Buffer.byteLength(id)]), Buffer.from(id)])
  const nonce = randomBytes(nonceLength)
  const sealing = createCipheriv(cipher, key, nonce).setAAD(associated(head, place))
  const body = [sealing.update(text, 'utf8'), sealing.final()]
  return Buffer.concat([head, nonce, sealing.getAuthTag(), ...body])
}

function openWith(keys: ReadonlyMap<string, Buffer>, sealed: Buffer, place: SealPlace): string {
  const headLength = 2 + (sealed[1] ?? 0)
  const tagAt = headLength + nonceLength
  const bodyAt = tagAt + tagLength
  if (sealed[0] !== version || sealed.length < bodyAt) throw altered()
  const head = sealed.subarray(0, headLength)
  const id = head.toString('utf8', 2)
  const key = keys.get(id)
  if (key === undefined)
    throw new SealError('unknown-key', 'A text is sealed with a key that is not configured')
  const opening = createDecipheriv(cipher, key, sealed.subarray(headLength, tagAt), {
    authTagLength: tagLength,
  })
  opening.setAAD(associated(head, place)).setAuthTag(sealed.subarray(tagAt, bodyAt))
  try {
    return Buffer.concat([opening.update(sealed.subarray(bodyAt)), opening.final()]).toString('utf8')
  } catch (cause) {
    throw altered(cause)
  }
}

function altered(cause?: unknown): SealError {
  return new SealError('altered', 'A sealed text is damaged, or was sealed for another place', { cause })
}

function associated(head: Buffer, { table, row, column }: SealPlace): Buffer {
  return Buffer.concat([head, Buffer.from(JSON.stringify([table, row, column]))])
}
