import { textIn } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import {
  deleteForm,
  entryDeleted,
  entryGone,
  journalEmpty,
  journalPage,
} from '../../core/reflect/messages.ts'
import type { Reflection } from '../../core/reflect/reflection.ts'
import { audit } from '../../store/audit.ts'
import { deleteReflection, reflectionsOf } from '../../store/reflections.ts'
import type { Turn } from '../turn.ts'
import { askReflection } from './ask-reflection.ts'

/** *My journal*: the latest entry, in a form, because nobody but its author may read it. */
export async function openJournal(turn: Turn): Promise<Outcome> {
  const entries = await reflectionsOf(turn.scope, turn.person.id)
  if (entries.length === 0) return { kind: 'show', message: journalEmpty }
  return pageAt(turn, entries, 0)
}

/** The page of the entry that the form is about. */
export async function showPage(turn: Turn): Promise<Outcome> {
  const { entries, index } = await findEntry(turn)
  return index < 0 ? { kind: 'show', message: entryGone } : pageAt(turn, entries, index)
}

/** Another entry, a new one, or the second question before this one is deleted. */
export async function turnPage(turn: Turn): Promise<Outcome> {
  const { entries, index } = await findEntry(turn)
  const entry = entries[index]
  if (!entry) return { kind: 'show', message: entryGone }
  const to = textIn(turn.values, 'to')
  if (to === 'delete') return { kind: 'form', form: deleteForm(entry, turn.person) }
  if (to === 'write') return askReflection({ ...turn, about: [] })
  return pageAt(turn, entries, to === 'later' ? index - 1 : index + 1)
}

/** The second question again. */
export async function showDelete(turn: Turn): Promise<Outcome> {
  const { entries, index } = await findEntry(turn)
  const entry = entries[index]
  if (!entry) return { kind: 'show', message: entryGone }
  return { kind: 'form', form: deleteForm(entry, turn.person) }
}

export async function deleteEntry({ scope, person, about }: Turn): Promise<Outcome> {
  const id = about[0] ?? ''
  const deleted = await deleteReflection(scope, { id, personId: person.id })
  if (!deleted) return { kind: 'show', message: entryGone }
  await audit(scope, { actor: person.id, action: 'reflection.delete', subject: id })
  return { kind: 'show', message: entryDeleted }
}

async function findEntry({
  scope,
  person,
  about,
}: Turn): Promise<{ readonly entries: readonly Reflection[]; readonly index: number }> {
  const entries = await reflectionsOf(scope, person.id)
  return { entries, index: entries.findIndex(({ id }) => id === about[0]) }
}

function pageAt({ person }: Turn, entries: readonly Reflection[], at: number): Outcome {
  const index = Math.min(Math.max(at, 0), entries.length - 1)
  const entry = entries[index]
  if (!entry) return { kind: 'show', message: journalEmpty }
  const { zone, locale } = person
  const form = journalPage({ entry, number: index + 1, total: entries.length, zone, locale })
  return { kind: 'form', form }
}
