import { isAwaited } from '../../core/intro/introduction.ts'
import { introTakenBack, menteeToldNot, questionOver } from '../../core/intro/messages.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { audit } from '../../store/audit.ts'
import { changeIntroduction, lockIntroduction } from '../../store/introductions.ts'
import { queue } from '../../store/outbox.ts'
import type { Turn } from '../turn.ts'
import { loadIntroduction, recallQuestion, write } from './load-introduction.ts'

/** The mentor takes it back, as long as it is open: what was not sent yet never is. */
export async function withdrawIntroduction({ scope, person, about }: Turn): Promise<Outcome> {
  const introduction = await lockIntroduction(scope, about[0] ?? '')
  const loaded =
    introduction && isAwaited(introduction) ? await loadIntroduction(scope, introduction) : undefined
  if (!introduction || !loaded || loaded.mentor.id !== person.id) {
    return { kind: 'show', message: questionOver, replace: true }
  }
  const { id, state } = introduction
  await changeIntroduction(scope, id, { state: 'withdrawn' })
  await audit(scope, { actor: person.id, action: 'intro.withdraw', subject: id })
  await recallQuestion(scope, introduction, questionOver)
  if (state === 'asked') {
    const key = `intro:${id}:not`
    await queue(scope, write(scope, loaded.mentee, { key, message: menteeToldNot(loaded.names) }))
  }
  return { kind: 'show', message: introTakenBack(loaded.names), replace: true }
}
