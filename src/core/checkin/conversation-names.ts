import { nearestWord } from '../message/nearest-word.ts'

/**
 * Which of these people somebody means by a typed name: any part of a name will do, without its accents and in any
 * case; a slip of the finger is forgiven. All of them where nothing was typed.
 */
export function peopleNamed(typed: string, names: readonly string[]): string[] {
  const wanted = fold(typed)
  const begins = names.filter((name) => ` ${fold(name)}`.includes(` ${wanted}`))
  if (wanted === '' || begins.length > 0) return begins
  const parts = names.flatMap((name) => [fold(name), ...fold(name).split(/[\s-]+/)])
  const near = nearestWord(wanted, parts)
  return near === undefined ? [] : names.filter((name) => ` ${fold(name)}`.includes(near))
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim().replace(/^@/, '')
}
