import type { AccountKey } from '../wire.ts'

/** Whose eyes the visitor looks through: one person, or two side by side. */
export interface Seats {
  readonly first?: AccountKey
  readonly beside?: AccountKey
}

/** The seats as the address's hash names them: `#slack:U0DEMO09&teams:57750a60`. Whatever else stands there is nobody. */
export function readSeats(hash: string): Seats {
  const keys = hash.replace(/^#/, '').split('&').map(decode).filter(isAccountKey)
  const [first, beside] = keys.filter((key, index) => keys.indexOf(key) === index)
  return seatsOf(first, beside)
}

export function writeSeats({ first, beside }: Seats): string {
  const keys = [first, beside].filter((key) => key !== undefined)
  return keys.length === 0 ? '' : `#${keys.map(encode).join('&')}`
}

/** A seat that nobody takes is left out, and the first is taken before the second. */
export function seatsOf(first?: AccountKey, beside?: AccountKey): Seats {
  if (first === undefined) return beside === undefined ? {} : { first: beside }
  return beside === undefined || beside === first ? { first } : { first, beside }
}

function encode(key: AccountKey): string {
  return encodeURIComponent(key).replace('%3A', ':')
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

function isAccountKey(text: string): text is AccountKey {
  return /^(slack|teams):\S+$/.test(text)
}
