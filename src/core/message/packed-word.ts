/** A word of somebody’s as it travels with a button: no words of people stand in what platforms take for names of rows. */
export function packWord(word: string): string {
  return new TextEncoder().encode(word).toBase64({ alphabet: 'base64url', omitPadding: true })
}

/** Empty where it is none, as in a forged press. */
export function unpackWord(packed: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.fromBase64(packed, { alphabet: 'base64url' }))
  } catch {
    return ''
  }
}
