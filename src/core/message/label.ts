/** What a button or title of Slack's windows takes. */
const LONGEST = 24

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The words on a button that names somebody or something: what is too long ends in an ellipsis, no character split. */
export function labelOf(words: string): string {
  return shortened(words, LONGEST)
}

/** At most so many UTF-16 units, the ellipsis included where it was cut; no character split. */
export function shortened(words: string, longest: number): string {
  if (words.length <= longest) return words
  let kept = ''
  for (const { segment } of graphemes.segment(words)) {
    if (kept.length + segment.length >= longest) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}
