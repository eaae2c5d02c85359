const SHOWN_START = 3
const SHOWN_END = 2
/** From this many on, five shown ones still leave most of the number hidden. */
const LONG = 9

/** `943 476 5919` and `9434765919` as `943 ••• ••19`; of a short number only the last two stay. */
export function maskNumber(number: string): string {
  const characters = number.replace(/[^\p{L}\p{N}]/gu, '')
  const start = characters.length >= LONG ? SHOWN_START : 0
  const hidden = '•'.repeat(Math.max(0, characters.length - start - SHOWN_END))
  const shown = characters.slice(0, start) + hidden + characters.slice(-SHOWN_END)
  return characters.length === 10 ? `${shown.slice(0, 3)} ${shown.slice(3, 6)} ${shown.slice(6)}` : shown
}

/** Every letter and digit hidden, the shape kept: `••/••/••••`. */
export function maskAll(text: string): string {
  return text.replace(/[\p{L}\p{N}]/gu, '•')
}

/** `John Smith` as `J••• S••••`. */
export function maskName(name: string): string {
  return name.replace(/(?<=\p{L}['’-]?)\p{L}/gu, '•')
}
