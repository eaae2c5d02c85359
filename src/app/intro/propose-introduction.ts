import { courseOf, isAwaited } from '../../core/intro/introduction.ts'
import {
  askedAlready,
  describeColleagueProblem,
  introForm,
  introPairGone,
  introSent,
  noMenteeToIntroduce,
} from '../../core/intro/messages.ts'
import { textIn } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import type { Message } from '../../core/message/message.ts'
import type { Pair } from '../../core/pair/pair.ts'
import { comparable } from '../../core/people/own-list.ts'
import type { Person } from '../../core/people/person.ts'
import { audit } from '../../store/audit.ts'
import { createIntroduction, introductionsOfPair } from '../../store/introductions.ts'
import { lockPair } from '../../store/meetings.ts'
import { namedLike } from '../../store/own-never-with.ts'
import { personById } from '../../store/people.ts'
import type { Scope } from '../../store/scope.ts'
import { giveBack } from '../give-back.ts'
import type { Companion } from '../pair/companions.ts'
import { pairsMeant } from '../pair/pairs-meant.ts'
import type { Turn } from '../turn.ts'
import { areKeptApart, loadIntroduction, sendQuestion } from './load-introduction.ts'

/** `intro [NAME]`: the form, with the colleague's name as typed. */
export function tellIntroduction(turn: Turn): Promise<Outcome> {
  return askFor(turn, turn.rest)
}

/** The form, for one mentee where the button names the pair. */
export function askIntroduction(turn: Turn): Promise<Outcome> {
  return askFor(turn, '')
}

async function askFor(turn: Turn, colleague: string): Promise<Outcome> {
  const found = await mentees(turn, turn.about[0])
  return 'refusal' in found ? show(found.refusal) : { kind: 'form', form: formOf(found.mentees, colleague) }
}

/** Asks the mentee whether the colleague may be asked. Where one of them keeps away from the other, nobody is asked. */
export async function proposeIntroduction(turn: Turn): Promise<Outcome> {
  const { scope, person, about, values } = turn
  const found = await mentees(turn, about[0] ?? textIn(values, 'pair'))
  if ('refusal' in found) return show(found.refusal)
  const [one] = found.mentees
  if (!one) return show(introPairGone)
  const { pair } = one
  const typed = textIn(values, 'colleague')
  const colleague = await findColleague(scope, pair, typed)
  if (typeof colleague === 'string') {
    const all = await mentees(turn, about[0])
    const form = formOf('refusal' in all ? found.mentees : all.mentees, '')
    return { kind: 'errors', errors: { colleague: describeColleagueProblem(colleague, typed) }, form }
  }

  const names = { mentor: person.name, mentee: one.other, colleague: colleague.name }
  await lockPair(scope, pair.id)
  const known = await introductionsOfPair(scope, pair.id)
  if (known.some((before) => isAwaited(before) && before.colleagueId === colleague.id))
    return giveBack(askedAlready(names), values)
  const { menteeId } = pair
  const apart = await areKeptApart(scope, { menteeId, colleagueId: colleague.id })
  const { remindAt, overAt } = courseOf(scope.now)
  const introduction = await createIntroduction(scope, {
    pairId: pair.id,
    menteeId,
    colleagueId: colleague.id,
    why: textIn(values, 'why'),
    nextAt: apart ? overAt : remindAt,
    reached: apart ? 'nobody' : 'mentee',
  })
  await audit(scope, { actor: person.id, action: 'intro.propose', subject: introduction.id })
  const loaded = apart ? undefined : await loadIntroduction(scope, introduction)
  if (loaded) await sendQuestion(scope, loaded, false)
  return show(introSent({ id: introduction.id, ...names }))
}

/** The one in the staff list whom these words name, as long as they can be written to; or why there is none. */
async function findColleague(
  scope: Scope,
  pair: Pair,
  typed: string,
): Promise<Person | 'unknown' | 'ambiguous' | 'no-account' | 'one-of-you'> {
  const [found, ...more] = await namedLike(scope, [comparable(typed)])
  if (!found) return 'unknown'
  if (more.length > 0) return 'ambiguous'
  if (found.id === pair.mentorId || found.id === pair.menteeId) return 'one-of-you'
  const person = await personById(scope, found.id)
  return person && person.accounts.length > 0 ? person : 'no-account'
}

async function mentees(
  turn: Turn,
  pairId: string | undefined,
): Promise<{ readonly mentees: readonly Companion[] } | { readonly refusal: Message }> {
  const meant = await pairsMeant(turn, pairId, { none: noMenteeToIntroduce, gone: introPairGone })
  if ('refusal' in meant) return meant
  const mentored = meant.companions.filter(({ side }) => side === 'mentor')
  return mentored.length > 0 ? { mentees: mentored } : { refusal: noMenteeToIntroduce }
}

function formOf(companions: readonly Companion[], colleague: string) {
  return introForm(
    companions.map(({ pair, other }) => ({ value: pair.id, label: other })),
    colleague,
  )
}

function show(message: Message): Outcome {
  return { kind: 'show', message }
}
