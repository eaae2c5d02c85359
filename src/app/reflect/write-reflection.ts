import { textIn } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import {
  momentMessage,
  partNames,
  reflectionForm,
  reflectionKept,
  writeSomething,
} from '../../core/reflect/messages.ts'
import { type Moment, momentNamed, promptsFor, readMoment } from '../../core/reflect/prompts.ts'
import { audit } from '../../store/audit.ts'
import { countReflections, createReflection, lastMoments } from '../../store/reflections.ts'
import type { Scope } from '../../store/scope.ts'
import type { Turn } from '../turn.ts'
import { askReflection, routesFor } from './ask-reflection.ts'
import { openJournal } from './read-journal.ts'

/** `reflect hard shift` names a moment; more words are the beginning of what is to be written. */
const MOST_WORDS_OF_A_MOMENT = 3
/** How long something counts as having just happened. */
const JUST_NOW = Temporal.Duration.from({ hours: 7 * 24 })

/**
 * `reflect`: asks what to look back on, what happened last first. `reflect shift` and the like open the form, and so do
 * words of one's own: they stand in it and are kept only when it is sent.
 */
export async function askMoment(turn: Turn): Promise<Outcome> {
  const { scope, person, rest } = turn
  if (/^(my )?journal$/i.test(rest.trim())) return openJournal(turn)
  const named = momentNamed(rest)
  const isMore = rest.trim().split(/\s+/).length > MOST_WORDS_OF_A_MOMENT
  if (named) return askReflection({ ...turn, about: [named], rest: isMore ? rest : '' })
  if (rest.trim() !== '') return askReflection(turn)
  const entries = await countReflections(scope, person.id)
  return { kind: 'show', message: momentMessage({ latest: await latestMoment(scope, person.id), entries }) }
}

/** Keeps what was written, sealed, for its author alone. */
export async function saveReflection(turn: Turn): Promise<Outcome> {
  const { scope, person, about, values } = turn
  const moment = readMoment(about[0]) ?? 'open'
  const set = Number(about[1] ?? 0)
  const asked = promptsFor(moment, set)
  const parts = partNames.flatMap((name, index) => {
    const text = textIn(values, name)
    return text === '' ? [] : [{ ask: asked[index] ?? '', text }]
  })
  const routes = await routesFor(scope, person.id, moment)
  if (parts.length === 0) {
    return { kind: 'errors', errors: { what: writeSomething }, form: reflectionForm({ moment, set, routes }) }
  }
  const id = await createReflection(scope, { personId: person.id, moment, parts })
  await audit(scope, { actor: person.id, action: 'reflection.keep', subject: id })
  return { kind: 'show', message: reflectionKept({ moment, routes }) }
}

async function latestMoment(scope: Scope, personId: string): Promise<Moment | undefined> {
  const { met, reached } = await lastMoments(scope, personId)
  const since = scope.now.subtract(JUST_NOW)
  const recent = (at: Temporal.Instant | undefined) => at && Temporal.Instant.compare(at, since) >= 0
  if (!recent(met)) return recent(reached) ? 'goal' : undefined
  const goalIsLater = met && reached && Temporal.Instant.compare(reached, met) > 0
  return goalIsLater ? 'goal' : 'meeting'
}
