import { nearestWord } from '../../message/nearest-word.ts'
import { fold } from '../member.ts'

interface Callable {
  readonly name: string
  readonly email: string
}

/** Whom somebody means by a name or an address: a whole one before a part of one. A problem is a whole sentence. */
export function findPerson<Person extends Callable>(
  typed: string,
  people: readonly Person[],
  where: string,
): Person | { readonly problem: string } {
  const wanted = fold(typed)
  const byAddress = people.find(({ email }) => email === wanted)
  if (byAddress) return byAddress
  const whole = people.filter(({ name }) => fold(name) === wanted)
  const found = whole.length > 0 ? whole : people.filter(({ name }) => fold(name).includes(wanted))
  const [first, second] = found
  if (first && !second) return first
  if (first) return { problem: `${found.length} people fit “${typed}”. Please write the whole address.` }
  const meant = nearestWord(
    typed,
    people.flatMap(({ name, email }) => [name, email]),
  )
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`
  return { problem: `Nobody ${where} is called “${typed}”.${hint}` }
}
