const UTF_16 = 'this file is saved as UTF-16 (Unicode text)'
const WORKBOOK = 'this is an Excel workbook, not a text file'

/** Signatures at the start of files that are not UTF-8 text, and what each means. */
const signatures: readonly (readonly [readonly number[], string])[] = [
  [[0xff, 0xfe], UTF_16],
  [[0xfe, 0xff], UTF_16],
  [[0x50, 0x4b, 0x03, 0x04], WORKBOOK],
  [[0xd0, 0xcf, 0x11, 0xe0], WORKBOOK],
]

interface Expected {
  readonly limitBytes: number
  /** What to do instead: "in Excel choose …". */
  readonly remedy: string
}

/** The text of a UTF-8 file without its byte order mark and with `\n` for every line end, or why it is none. */
export function decodeText(
  bytes: Uint8Array,
  { limitBytes, remedy }: Expected,
): { readonly text: string } | { readonly problem: string } {
  if (bytes.length > limitBytes) return { problem: `this file is larger than ${size(limitBytes)}` }
  const known = signatures.find(([start]) => start.every((byte, index) => bytes[index] === byte))
  if (known) return { problem: `${known[1]}: ${remedy}` }
  // Every second byte is zero where UTF-16 comes without its mark; no text of ours holds one.
  if (bytes.includes(0)) return { problem: `${UTF_16}, or is no text at all: ${remedy}` }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { text: text.replace(/\r\n?/g, '\n') }
  } catch {
    return { problem: `this file is not saved as UTF-8 but, as it seems, as Windows-1252 (ANSI): ${remedy}` }
  }
}

function size(bytes: number): string {
  return bytes < 1024 * 1024 ? `${bytes / 1024} kB` : `${bytes / 1024 / 1024} MB`
}
