/** Slack's own markup, read into a tree. Whatever is no markup stays as it was written. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'bold' | 'italic' | 'strike' | 'quote'
      readonly pieces: readonly Piece[]
    }
  | { readonly kind: 'code' | 'block'; readonly text: string }
  | { readonly kind: 'link'; readonly href: string; readonly text: string }
  | { readonly kind: 'mention'; readonly text: string }

const MARKS = { '*': 'bold', _: 'italic', '~': 'strike' } as const

/** Code first, as nothing in it is markup; then links, whose addresses hold every sign; then emphasis within words. */
const TOKEN =
  /```([\s\S]+?)```|`([^`\n]+)`|<((?:https?:|mailto:)[^|>\s]+)(?:\|([^>]*))?>|<([@#!])([^|>\s]+)(?:\|([^>]*))?>|(?<![\p{L}\p{N}])([*_~])(?=\S)([^\n]*?\S)\8(?![\p{L}\p{N}])|(https?:\/\/(?:(?!&[lg]t;)[^\s<>|])*(?!&[lg]t;)[^\s<>|.,;:!?'")\]])/gu

export function readMrkdwn(text: string): readonly Piece[] {
  return text.split(/((?:^|\n)(?:>|&gt;)[^\n]*(?:\n(?:>|&gt;)[^\n]*)*\n?)/u).flatMap((part, index) => {
    if (index % 2 === 0) return readLine(part)
    const quoted = part.replace(/^\n|\n$/gu, '').replace(/^(?:>|&gt;) ?/gmu, '')
    return [{ kind: 'quote' as const, pieces: readLine(quoted) }]
  })
}

function readLine(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(TOKEN)) {
    pieces.push(...plain(text.slice(from, match.index)), pieceOf(match))
    from = match.index + match[0].length
  }
  return [...pieces, ...plain(text.slice(from))]
}

function pieceOf(match: RegExpExecArray): Piece {
  const [whole, block, code, href, label, sign, id, name, mark, inner, bare] = match
  if (block !== undefined) return { kind: 'block', text: written(block.replace(/^\n/u, '')) }
  if (code !== undefined) return { kind: 'code', text: written(code) }
  if (href !== undefined) return { kind: 'link', href: written(href), text: written(label || href) }
  if (id !== undefined) return { kind: 'mention', text: `${sign === '#' ? '#' : '@'}${written(name || id)}` }
  if (bare !== undefined) return { kind: 'link', href: written(bare), text: written(bare) }
  if (inner !== undefined && isMark(mark)) return { kind: MARKS[mark], pieces: readLine(inner) }
  return { kind: 'text', text: written(whole) }
}

function isMark(mark: string | undefined): mark is keyof typeof MARKS {
  return mark !== undefined && mark in MARKS
}

function plain(text: string): Piece[] {
  return text === '' ? [] : [{ kind: 'text', text: written(text) }]
}

function written(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
