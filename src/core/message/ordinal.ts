const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
] as const

/** `second`; from the thirteenth on in digits. */
export function ordinal(number: number): string {
  return ordinals[number - 1] ?? `${number}th`
}
