const COMPATIBLE = /[^\n\x20-\x7e]/
const INVISIBLE = /[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu
const BLANK_RUN = /[^\S\n]+/gu
/** Letters and symbols that print as nothing. */
const BLANK = /[\u2800\u3164\u115f\u1160]/gu
const HIDDEN_GROUPS = /(?<!\d)(\d{3})\p{Cf}+(\d{3})\p{Cf}+(\d{4})(?!\d)/gu
const LINE_END = /\s*\n\s*/gu
const DASH = /[\p{Pd}\u2212\u00ac]/gu
const DOT = /[\u2022\u2024\u2027\u22c5\u30fb\u00b7\u3002]/gu
const FOREIGN_DIGIT = /(?![0-9])\p{Nd}/gu
const IS_DIGIT = /^\p{Nd}$/u

/**
 * The same text as an eye would read it, in few characters: full-width and other scripts' digits as 0-9, every
 * kind of space as one space, every dash as `-`, nothing invisible. For judging only, never for storing.
 */
export function fold(text: string): string {
  const plain = COMPATIBLE.test(text) ? foldUnicode(text) : text
  return plain.replace(BLANK_RUN, ' ').replace(LINE_END, '\n')
}

function foldUnicode(text: string): string {
  return text
    .normalize('NFKD')
    .replace(BLANK, ' ')
    .replace(FOREIGN_DIGIT, westernDigit)
    .replace(HIDDEN_GROUPS, '$1 $2 $3')
    .replace(INVISIBLE, '')
    .replace(DASH, '-')
    .replace(DOT, '.')
}

/** Unicode keeps ten digits of a script in one run that starts at ...0 or ...6. */
function westernDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0
  const row = point - (point % 16)
  const zero = IS_DIGIT.test(String.fromCodePoint(row)) ? row : row + 6
  return String(point - zero)
}
