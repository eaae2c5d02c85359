import type { Outcome } from '../../core/message/intent.ts'
import { comparable, linesIn, ownListForm, ownListKept, readOwnList } from '../../core/people/own-list.ts'
import { audit } from '../../store/audit.ts'
import { namedLike, ownNeverWith, saveOwnNeverWith } from '../../store/own-never-with.ts'
import { peopleById } from '../../store/people.ts'
import type { Turn } from '../turn.ts'

/** The form of the person's own list, as it stands: the one place where it is ever shown. */
export async function askOwnList({ scope, person }: Turn): Promise<Outcome> {
  const listed = await peopleById(scope, await ownNeverWith(scope, person.id))
  return { kind: 'form', form: ownListForm(listed) }
}

/**
 * Keeps the list. Nobody is told, and what is noted of it is what is noted of any look at one's own profile: nothing
 * shows that there is a list, nor that it changed.
 */
export async function keepOwnList(turn: Turn): Promise<Outcome> {
  const { scope, person, values } = turn
  const ids = await ownNeverWith(scope, person.id)
  const typed = linesIn(values).map(comparable)
  const known = typed.length === 0 ? [] : await namedLike(scope, typed)
  const read = readOwnList(values, { self: person.id, ids, known })
  if ('errors' in read) {
    return { kind: 'errors', errors: read.errors, form: ownListForm(await peopleById(scope, ids)) }
  }
  await saveOwnNeverWith(scope, person.id, read.ids)
  await audit(scope, {
    actor: person.id,
    action: 'person.profile',
    subject: person.id,
    details: { fields: [] },
  })
  return { kind: 'show', message: ownListKept }
}
