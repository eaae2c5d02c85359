import { courseOf } from '../../core/intro/introduction.ts'
import {
  introducedTo,
  menteeSaidYes,
  menteeToldNot,
  mentorToldNo,
  mentorToldYes,
  noNoted,
  questionOver,
} from '../../core/intro/messages.ts'
import type { Outcome } from '../../core/message/intent.ts'
import type { Message } from '../../core/message/message.ts'
import { audit } from '../../store/audit.ts'
import { changeIntroduction, lockIntroduction } from '../../store/introductions.ts'
import { queue } from '../../store/outbox.ts'
import type { Scope } from '../../store/scope.ts'
import type { Turn } from '../turn.ts'
import {
  areKeptApart,
  closeQuestion,
  type LoadedIntroduction,
  loadIntroduction,
  sendQuestion,
  write,
} from './load-introduction.ts'

/** The mentee's yes: the colleague is asked. The colleague's yes: both are told how to reach one another. */
export async function sayYes(turn: Turn): Promise<Outcome> {
  const loaded = await findQuestion(turn)
  if (!loaded) return { kind: 'show', message: questionOver, replace: true }
  const { scope, person } = turn
  const { introduction } = loaded
  await audit(scope, { actor: person.id, action: 'intro.yes', subject: introduction.id })
  const message =
    introduction.state === 'proposed' ? await askColleague(scope, loaded) : await introduce(scope, loaded)
  await closeQuestion(scope, introduction, message)
  return { kind: 'show', message, replace: true }
}

/** A no ends it, without a reason: the mentor alone is told. A mentee who had said yes hears that it does not come about. */
export async function sayNo(turn: Turn): Promise<Outcome> {
  const loaded = await findQuestion(turn)
  if (!loaded) return { kind: 'show', message: questionOver, replace: true }
  const { scope, person } = turn
  const { introduction, mentor, mentee, names } = loaded
  const { id, state } = introduction
  await audit(scope, { actor: person.id, action: 'intro.no', subject: id })
  await changeIntroduction(scope, id, { state: 'declined' })
  const who = state === 'proposed' ? 'mentee' : 'colleague'
  await queue(scope, [
    ...write(scope, mentor, { key: `intro:${id}:mentor`, message: mentorToldNo(names, who) }),
    ...(who === 'mentee'
      ? []
      : write(scope, mentee, { key: `intro:${id}:not`, message: menteeToldNot(names) })),
  ])
  const message = noNoted(names)
  await closeQuestion(scope, introduction, message)
  return { kind: 'show', message, replace: true }
}

/** Where one of them has come to keep away from the other since, nobody is asked, and it ends as a silence does. */
async function askColleague(scope: Scope, loaded: LoadedIntroduction): Promise<Message> {
  const { introduction, names } = loaded
  const { remindAt, overAt } = courseOf(scope.now)
  const { id } = introduction
  if (await areKeptApart(scope, introduction)) {
    await changeIntroduction(scope, id, { state: 'asked', nextAt: overAt })
    return menteeSaidYes(names)
  }
  await changeIntroduction(scope, id, { state: 'asked', nextAt: remindAt, reached: 'colleague' })
  await sendQuestion(scope, { ...loaded, introduction: { ...introduction, state: 'asked' } }, false)
  return menteeSaidYes(names)
}

/** The one who pressed reads it in the place of the question, the mentee in a message. */
async function introduce(scope: Scope, loaded: LoadedIntroduction): Promise<Message> {
  const { introduction, mentor, mentee, colleague, names } = loaded
  const { id, why } = introduction
  await changeIntroduction(scope, id, { state: 'agreed' })
  const about = { mentor: mentor.name, why }
  await queue(scope, [
    ...write(scope, mentee, {
      key: `intro:${id}:made`,
      message: introducedTo(colleague, about),
      author: mentor.id,
    }),
    ...write(scope, mentor, { key: `intro:${id}:mentor`, message: mentorToldYes(names) }),
  ])
  return introducedTo(mentee, about)
}

/** The introduction that this person is asked about now. */
async function findQuestion({ scope, person, about }: Turn): Promise<LoadedIntroduction | undefined> {
  const introduction = await lockIntroduction(scope, about[0] ?? '')
  const asked = introduction && { proposed: introduction.menteeId, asked: introduction.colleagueId }
  const isAsked =
    (introduction?.state === 'proposed' && asked?.proposed === person.id) ||
    (introduction?.state === 'asked' && asked?.asked === person.id)
  return introduction && isAsked ? await loadIntroduction(scope, introduction) : undefined
}
