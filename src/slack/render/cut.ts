const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What no reader can see and Slack may refuse: control characters (line breaks and tabs stay), broken surrogates. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
}

/** At most `room` UTF-16 units, cut between two characters as people see them, with an ellipsis where it was cut. */
export function cut(text: string, room: number): string {
  if (text.length <= room) return text
  if (room < 1) return ''
  return `${head(text, room - 1)}…`
}

/** The text in pieces of at most `size` units, none of them splitting a character that fits into a piece. */
export function pieces(text: string, size: number): string[] {
  const found: string[] = []
  let rest = text
  while (rest.length > size) {
    const piece = head(rest, size) || rest.slice(0, size).toWellFormed()
    found.push(piece)
    rest = rest.slice(piece.length)
  }
  if (rest !== '') found.push(rest)
  return found
}

function head(text: string, room: number): string {
  let length = 0
  for (const { segment } of graphemes.segment(text.slice(0, room + 64))) {
    if (length + segment.length > room) break
    length += segment.length
  }
  return text.slice(0, length)
}
