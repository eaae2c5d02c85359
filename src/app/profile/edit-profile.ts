import type { Form } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { sentence } from '../../core/message/messages.ts'
import { todayOf } from '../../core/people/person.ts'
import {
  type AskedColumn,
  mentoringColumns,
  type ProfileColumn,
  readProfile,
  workColumns,
} from '../../core/people/profile.ts'
import { fitsForm, profileForm, unpackColumns } from '../../core/people/profile-form.ts'
import { nothingToFillIn, profileCard } from '../../core/people/profile-messages.ts'
import { describeContactDays } from '../../core/time/contact-window.ts'
import { audit } from '../../store/audit.ts'
import { saveOwnProfile } from '../../store/roster.ts'
import { placeAnew } from '../../store/waiting.ts'
import type { Turn } from '../turn.ts'
import { furtherPlatform } from './link-account.ts'
import { type OwnProfile, readOwnProfile } from './read-profile.ts'

/** `profile`: what stands in it, and the short forms behind it. */
export async function showProfile(turn: Turn): Promise<Outcome> {
  return { kind: 'show', message: await cardOf(turn, await readOwnProfile(turn.scope, turn.person)) }
}

export async function askWork(turn: Turn): Promise<Outcome> {
  const profile = await readOwnProfile(turn.scope, turn.person)
  return asForm(formOf(profile, asked(workColumns)))
}

export async function askMentoring(turn: Turn): Promise<Outcome> {
  const profile = await readOwnProfile(turn.scope, turn.person)
  return asForm(formOf(profile, asked(mentoringColumns(profile.sides))))
}

/** Asks for the columns that the press or form names, as far as they are this person's to fill in. */
export async function askColumns(turn: Turn): Promise<Outcome> {
  const profile = await readOwnProfile(turn.scope, turn.person)
  const columns = columnsIn(turn, profile)
  if (columns.length === 0) return { kind: 'show', message: sentence(nothingToFillIn) }
  return asForm(formOf(profile, columns))
}

/**
 * Keeps what the person changed: it is theirs from then on, and imports leave it. Whoever says now what they would like
 * to get out of it is placed at the next beat, where others were matched before.
 */
export async function saveProfile(turn: Turn): Promise<Outcome> {
  const { scope, person, values } = turn
  const profile = await readOwnProfile(scope, person)
  const columns = columnsIn(turn, profile).filter(({ column }) => fitsForm(profile.listed.cells, column))
  const today = todayOf(person, scope.now)
  const read = readProfile(values, columns, { before: profile.listed.cells, today })
  if ('errors' in read) return { kind: 'errors', errors: read.errors, form: formOf(profile, columns) }

  const fields = Object.keys(read.changed)
  if (fields.length > 0) await saveOwnProfile(scope, person.id, read.changed)
  if (fields.includes('aims')) await placeAnew(scope, person.id)
  await audit(scope, { actor: person.id, action: 'person.profile', subject: person.id, details: { fields } })
  const message = await cardOf(turn, await readOwnProfile(scope, person), fields.length > 0)
  return { kind: 'show', message }
}

function asForm(form: Form): Outcome {
  return { kind: 'form', form }
}

function formOf(profile: OwnProfile, columns: readonly AskedColumn[]): Form {
  return profileForm(columns, profile.listed.cells)
}

function asked(columns: readonly ProfileColumn[]): AskedColumn[] {
  return columns.map((column) => ({ column }))
}

function columnsIn({ about: [packed = ''] }: Turn, { sides }: OwnProfile): AskedColumn[] {
  const theirs = new Set([...workColumns, ...mentoringColumns(sides)])
  return unpackColumns(packed).filter(({ column }) => theirs.has(column))
}

async function cardOf({ scope, person }: Turn, profile: OwnProfile, changed?: boolean) {
  const { contact } = person
  const words = { true: 'kept', false: 'as-before' } as const
  return profileCard({
    cells: profile.listed.cells,
    sides: profile.sides,
    hours: `${describeContactDays(contact.days)}, ${contact.from} to ${contact.to}`,
    further: await furtherPlatform(scope, person),
    locale: person.locale,
    kept: changed === undefined ? undefined : words[`${changed}`],
  })
}
