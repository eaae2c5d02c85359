import { requestTakenBack } from '../../core/help-case/coordinator-messages.ts'
import { type HelpCase, isOpenCase, remindOn } from '../../core/help-case/help-case.ts'
import type { Program } from '../../core/program/program.ts'
import { dateAt, instantAt } from '../../core/time/wall-clock.ts'
import { audit } from '../../store/audit.ts'
import { askAnew, closeCase, openCase } from '../../store/help-cases.ts'
import type { Scope } from '../../store/scope.ts'
import { type LoadedCase, loadCase, type Setting } from './load-case.ts'
import { closeCards, sendCards, updateCards } from './send-cards.ts'

/** When the coordinators are reminded, on their program's clock. */
const REMINDER_TIME = '10:00'

type Asked = Pick<HelpCase, 'programId' | 'pairId' | 'answerId' | 'urgent' | 'words' | 'shared'>

/** Opens a case and brings it to the coordinators. */
export async function beginCase(scope: Scope, setting: Setting, asked: Asked): Promise<LoadedCase> {
  const { author, program } = setting
  const remindAt = remindAtFor(scope, program)
  const request = await openCase(scope, { ...asked, personId: author.id, remindAt })
  await audit(scope, { actor: author.id, action: 'help.ask', subject: request.id })
  const loaded = { ...setting, request }
  await sendCards(scope, loaded)
  return loaded
}

/**
 * What is asked has changed. `rings`: the coordinators get a message of their own again, as they do where it has become
 * urgent or was closed meanwhile; else the one they have is changed.
 */
export async function changeCase(
  scope: Scope,
  request: HelpCase,
  asked: Pick<HelpCase, 'urgent' | 'words'> & { readonly rings?: true },
): Promise<void> {
  const before = await loadCase(scope, request)
  if (!before) return
  const { urgent, words } = asked
  const { id, personId, shared } = request
  const remindAt = remindAtFor(scope, before.program)
  await askAnew(scope, id, { urgent, words, ...(shared && { shared }), remindAt })
  await audit(scope, { actor: personId, action: 'help.change', subject: id })
  const { seenBy: _, ...unseen } = request
  const loaded: LoadedCase = { ...before, request: { ...unseen, urgent, words, state: 'open' } }
  await updateCards(scope, loaded)
  if (asked.rings || (urgent && !request.urgent) || !isOpenCase(request)) await sendCards(scope, loaded)
}

/** The author takes it back: no words of it stay with the coordinators. */
export async function takeBackCase(scope: Scope, request: HelpCase): Promise<void> {
  if (!isOpenCase(request)) return
  await closeCase(scope, request.id)
  await audit(scope, { actor: request.personId, action: 'help.withdraw', subject: request.id })
  const loaded = await loadCase(scope, request)
  if (loaded) await closeCards(scope, loaded, requestTakenBack(loaded.author.name))
}

function remindAtFor({ now }: Scope, { timeZone, blackouts }: Program): Temporal.Instant {
  const date = remindOn(dateAt(now, timeZone), blackouts)
  return instantAt({ date, time: REMINDER_TIME, zone: timeZone })
}
