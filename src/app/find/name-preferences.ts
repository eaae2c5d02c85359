import type { MentorCard } from '../../core/find/card.ts'
import { placesWords } from '../../core/find/card-words.ts'
import { nobodyFound } from '../../core/find/find-messages.ts'
import {
  likedAlready,
  likedEnough,
  mentorGone,
  preferencesStored,
} from '../../core/find/preference-messages.ts'
import {
  mostPreferences,
  preferencesForm,
  readPreferences,
  withStaleChoices,
} from '../../core/find/preferences.ts'
import type { Form } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import type { Message } from '../../core/message/message.ts'
import { audit } from '../../store/audit.ts'
import { peopleById } from '../../store/people.ts'
import { preferencesOf, savePreferences } from '../../store/preferences.ts'
import type { StoredProgram } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import type { Turn } from '../turn.ts'
import { readMentors } from './read-mentors.ts'
import { whereToFind } from './where-to-find.ts'

/** *Name my preferences*: the form, as things stand. */
export async function askPreferences(turn: Turn): Promise<Outcome> {
  const choosing = await readChoosing(turn)
  if ('refusal' in choosing) return { kind: 'show', message: choosing.refusal }
  return { kind: 'form', form: await formOf(turn, choosing) }
}

/** The form that was sent: a mentor who has left it since is refused at the field, by `namePreferences`. */
export async function sentPreferences(turn: Turn): Promise<Outcome> {
  const asked = await askPreferences(turn)
  const { intent } = turn
  if (asked.kind !== 'form' || intent.kind !== 'submit') return asked
  return { kind: 'form', form: withStaleChoices(asked.form, intent.values) }
}

/** Keeps them in their order, in the place of those before. */
export async function namePreferences(turn: Turn): Promise<Outcome> {
  const choosing = await readChoosing(turn)
  if ('refusal' in choosing) return { kind: 'show', message: choosing.refusal }
  const read = readPreferences(turn.values, new Set(choosing.cards.map(({ id }) => id)))
  if ('errors' in read) {
    const form = withStaleChoices(await formOf(turn, choosing), turn.values)
    return { kind: 'errors', errors: read.errors, form }
  }
  return keep(turn, choosing, read.mentorIds)
}

/** *Wish for*: the mentor becomes the next preference that is free. */
export async function likeMentor(turn: Turn): Promise<Outcome> {
  const choosing = await readChoosing(turn)
  if ('refusal' in choosing) return { kind: 'show', message: choosing.refusal }
  const { stored, cards, chosen } = choosing
  const programId = stored.id
  const mentor = cards.find(({ id }) => id === turn.about[1])
  if (!mentor) return { kind: 'show', message: mentorGone(programId) }
  const position = chosen.indexOf(mentor.id)
  if (position >= 0)
    return { kind: 'show', message: likedAlready({ programId, name: mentor.name, position }) }
  // Who cannot be chosen at the moment may come back, and makes room only where it is needed.
  const before = chosen.length < mostPreferences ? chosen : chosen.filter((id) => isAmong(cards, id))
  if (before.length >= mostPreferences) {
    const names = await namesOf(turn.scope, before)
    return { kind: 'show', message: likedEnough({ programId, names, locale: turn.person.locale }) }
  }
  return keep(turn, choosing, [...before, mentor.id])
}

interface Choosing {
  readonly stored: StoredProgram
  readonly cards: readonly MentorCard[]
  /** Ids of those named so far; some may not be among the cards any more. */
  readonly chosen: readonly string[]
}

async function readChoosing({
  scope,
  person,
  about,
}: Turn): Promise<Choosing | { readonly refusal: Message }> {
  const where = await whereToFind(scope, person, about[0] ?? '')
  if ('refusal' in where) return where
  const [stored] = where.programs
  const { cards } = await readMentors(scope, stored, person)
  if (cards.length === 0) {
    const asked = { programId: stored.id, program: stored.program.name, word: '', from: 0 }
    return { refusal: nobodyFound(asked) }
  }
  const chosen = await preferencesOf(scope, { programId: stored.id, menteeId: person.id })
  return { stored, cards, chosen }
}

async function formOf({ scope, person }: Turn, { stored, cards, chosen }: Choosing): Promise<Form> {
  return preferencesForm({
    programId: stored.id,
    choices: cards.map(({ id, name, places }) => ({ id, label: `${name} · ${placesWords(places)}` })),
    chosen: chosen.filter((id) => isAmong(cards, id)),
    gone: await namesOf(
      scope,
      chosen.filter((id) => !isAmong(cards, id)),
    ),
    locale: person.locale,
  })
}

async function keep(
  { scope, person }: Turn,
  { stored }: Choosing,
  mentorIds: readonly string[],
): Promise<Outcome> {
  const programId = stored.id
  await savePreferences(scope, { programId, menteeId: person.id }, mentorIds)
  await audit(scope, {
    actor: person.id,
    action: 'find.prefer',
    subject: programId,
    details: { preferences: mentorIds.length },
  })
  return { kind: 'show', message: preferencesStored(programId, await namesOf(scope, mentorIds)) }
}

function isAmong(cards: readonly MentorCard[], id: string): boolean {
  return cards.some((card) => card.id === id)
}

/** In the order of the ids. */
async function namesOf(scope: Scope, ids: readonly string[]): Promise<string[]> {
  const people = ids.length === 0 ? [] : await peopleById(scope, ids)
  return ids.flatMap((id) => people.find((person) => person.id === id)?.name ?? [])
}
