import { firstForm, firstFrom, longestAims, secondForm, secondFrom } from '../../core/agreement/forms.ts'
import { checkDates, type FirstTerms, proposedDates, type SecondTerms } from '../../core/agreement/terms.ts'
import { suggestedSecond } from '../../core/agreement/text-messages.ts'
import { drafted } from '../../core/agreement/writing-messages.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { type Person, todayOf } from '../../core/people/person.ts'
import { fieldText } from '../../core/people/profile.ts'
import { writeAgreement } from '../../store/agreements.ts'
import { audit } from '../../store/audit.ts'
import { listedById } from '../../store/roster.ts'
import type { Scope } from '../../store/scope.ts'
import { dropUnfinished, keepUnfinished, readUnfinished } from '../../store/unfinished.ts'
import type { Turn } from '../turn.ts'
import { type FoundSigning, findSigning, readingOf } from './find-signing.ts'
import { asItIs } from './show-agreement.ts'
import { takeBack, tellOther } from './tell-other.ts'

/** The mentee's part: the first of its two forms, or the second where the first was sent already. */
export async function askPart(turn: Turn): Promise<Outcome> {
  const found = await findOwnPart(turn)
  if ('outcome' in found) return found.outcome
  const first = await firstKept(turn.scope, found)
  return first ? secondFormFor(turn, found, first) : await firstFormFor(turn, found)
}

/** The first form, as it is checked when it comes back. */
export async function askFirst(turn: Turn): Promise<Outcome> {
  const found = await findOwnPart(turn)
  return 'outcome' in found ? found.outcome : await firstFormFor(turn, found)
}

/** Keeps the first form until the second is sent, be it a week later, and goes on with that. */
export async function keepFirst(turn: Turn): Promise<Outcome> {
  const found = await findOwnPart(turn)
  if ('outcome' in found) return found.outcome
  const first = firstFrom(turn.values)
  await keepUnfinished(turn.scope, { ...placeOf(found), step: 'second', data: first })
  return secondFormFor(turn, found, first)
}

export async function askSecond(turn: Turn): Promise<Outcome> {
  const found = await findOwnPart(turn)
  if ('outcome' in found) return found.outcome
  const first = await firstKept(turn.scope, found)
  if (!first) return { kind: 'show', message: await asItIs(turn.scope, found) }
  return secondFormFor(turn, found, first)
}

/** The mentee's part is whole: it becomes a version, and the mentor is told. */
export async function savePart(turn: Turn): Promise<Outcome> {
  const { scope, person, values } = turn
  const found = await findOwnPart(turn)
  if ('outcome' in found) return found.outcome
  const first = await firstKept(scope, found)
  if (!first) return { kind: 'show', message: await asItIs(scope, found) }
  const second = secondFrom(values)
  const errors = checkDates(second, todayOf(person, scope.now))
  if (Object.keys(errors).length > 0) {
    return { kind: 'errors', errors, form: secondForm(found.reading, { first, known: second }) }
  }
  const { pair, other } = found
  const mentors = mentorsPart(found)
  const agreement = await writeAgreement(scope, {
    pairId: pair.id,
    terms: { ...first, ...second, ...mentors },
    writtenBy: person.id,
    state: 'drafted',
  })
  await dropUnfinished(scope, placeOf(found))
  await audit(scope, { actor: person.id, action: 'agreement.write', subject: agreement.id })
  await takeBack(scope, found, found.signing.pending)
  await tellOther(scope, found, {
    agreement,
    what: 'written',
    message: drafted(readingOf(pair, other, person), agreement),
  })
  return { kind: 'show', message: drafted(found.reading, agreement) }
}

/** Only a mentee writes it, and only until the mentor has added theirs: from then on both change it. */
async function findOwnPart(turn: Turn): Promise<FoundSigning | { readonly outcome: Outcome }> {
  const found = await findSigning(turn)
  if ('refusal' in found) return { outcome: { kind: 'show', message: found.refusal } }
  const { signing, reading } = found
  const open = !signing.standing && signing.pending?.state !== 'open'
  if (reading.side === 'mentee' && open) return found
  return { outcome: { kind: 'show', message: await asItIs(turn.scope, found) } }
}

async function firstFormFor({ scope }: Turn, { reading, signing, person }: FoundSigning): Promise<Outcome> {
  const known = signing.pending?.terms ?? (await aimsInProfile(scope, person))
  return { kind: 'form', form: firstForm(reading, known) }
}

/** What they have said in their profile already, which the mentor can read, need not be thought of again. */
async function aimsInProfile(scope: Scope, { id }: Person): Promise<Partial<FirstTerms>> {
  const listed = await listedById(scope, id)
  const aims = fieldText(listed?.cells ?? {}, 'aims')
  return aims === '' || aims.length > longestAims ? {} : { aims }
}

function secondFormFor({ scope }: Turn, found: FoundSigning, first: FirstTerms): Outcome {
  const { reading, signing, person, program } = found
  const known: Partial<SecondTerms> = signing.pending?.terms ?? {
    ...suggestedSecond,
    ...proposedDates(todayOf(person, scope.now), program.endsOn),
  }
  return { kind: 'form', form: secondForm(reading, { first, known }) }
}

function mentorsPart({ signing }: FoundSigning) {
  const { notice, support } = signing.pending?.terms ?? {}
  return { ...(notice !== undefined && { notice }), ...(support !== undefined && { support }) }
}

function placeOf({ pair, person }: FoundSigning) {
  return { personId: person.id, kind: 'agreement', about: pair.id } as const
}

async function firstKept(scope: Scope, found: FoundSigning): Promise<FirstTerms | undefined> {
  const kept = await readUnfinished(scope, placeOf(found))
  return kept && readFirst(kept.data)
}

/** What another release has kept may look otherwise: then it is asked again. */
function readFirst(data: unknown): FirstTerms | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const { aims } = data as Record<string, unknown>
  return typeof aims === 'string' ? { aims } : undefined
}
