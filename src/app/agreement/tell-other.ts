import type { Agreement } from '../../core/agreement/agreement.ts'
import { versionReplaced } from '../../core/agreement/signing-messages.ts'
import type { Message } from '../../core/message/message.ts'
import { availabilityOf, type Person } from '../../core/people/person.ts'
import type { Program } from '../../core/program/program.ts'
import { nextFit } from '../../core/time/slot.ts'
import { type NewEntry, queue } from '../../store/outbox.ts'
import type { Scope } from '../../store/scope.ts'
import { overtake } from '../../store/sent-messages.ts'
import { toPerson } from '../write-to.ts'
import { type FoundSigning, readingOf } from './find-signing.ts'

/** What a message about a version asks of its reader; each is sent once. */
const asking = ['written', 'half', 'remind'] as const

/** Tells the other about a version, at an hour that suits them. What they wrote into it themselves is theirs. */
export async function tellOther(
  scope: Scope,
  { person, other, program }: Pick<FoundSigning, 'person' | 'other' | 'program'>,
  told: {
    readonly agreement: Agreement
    readonly what: 'written' | 'half' | 'stands'
    readonly message: Message
  },
): Promise<void> {
  const { agreement, what, message } = told
  const key = `agreement:${agreement.id}:${what}:${other.id}`
  await queue(scope, whenItSuits(scope, other, { program, key, message, author: person.id }))
}

interface Suited extends Pick<NewEntry, 'key' | 'message' | 'author'> {
  readonly program: Program
}

/** The entry into a person's own chat at an hour that suits them; none if they have no account. */
export function whenItSuits(scope: Scope, person: Person, { program, ...sent }: Suited): NewEntry[] {
  const after = nextFit({ instant: scope.now, availability: availabilityOf(person, program.blackouts) })
  return toPerson(person, { repeat: 'once', ...sent, ...(after && { after }) })
}

/** What asked either of the two about a version says that there is a newer one; what was not sent yet never is. */
export async function takeBack(
  scope: Scope,
  { pair, person, other }: Pick<FoundSigning, 'pair' | 'person' | 'other'>,
  replaced: Agreement | undefined,
): Promise<void> {
  if (!replaced) return
  const told = [
    { reader: person, reading: readingOf(pair, person, other) },
    { reader: other, reading: readingOf(pair, other, person) },
  ]
  const messages = told.flatMap(({ reader, reading }) =>
    asking.map((what) => ({
      key: `agreement:${replaced.id}:${what}:${reader.id}`,
      message: versionReplaced(reading),
    })),
  )
  await overtake(scope, messages)
}
