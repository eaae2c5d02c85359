import type { HelpCase } from '../../core/help-case/help-case.ts'
import { isOpenCase } from '../../core/help-case/help-case.ts'
import { addedToIt, addForm, nobodyToAsk, requestOver, takenBack } from '../../core/help-case/messages.ts'
import { textIn } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { caseById, lockCase } from '../../store/help-cases.ts'
import type { Turn } from '../turn.ts'
import { changeCase, takeBackCase } from './keep-case.ts'
import { loadCase, reachable } from './load-case.ts'

/** What the author asked so far, and room for more. */
export async function askAddition({ scope, person, about }: Turn): Promise<Outcome> {
  const request = own(await caseById(scope, about[0] ?? ''), person.id)
  return request ? { kind: 'form', form: addForm(request) } : { kind: 'show', message: requestOver }
}

/** The coordinators read it with what was written before, and it waits for an answer again. */
export async function saveAddition({ scope, person, about, values }: Turn): Promise<Outcome> {
  const request = own(await lockCase(scope, about[0] ?? ''), person.id)
  if (!request) return { kind: 'show', message: requestOver }
  const words = textIn(values, 'words')
  const loaded = await loadCase(scope, request)
  if (!loaded || reachable(loaded.readers).length === 0) {
    const message = nobodyToAsk(loaded?.program.routes ?? {}, words)
    return { kind: 'show', message, holdsTyped: true }
  }
  if (request.words.at(-1) !== words) {
    await changeCase(scope, request, {
      urgent: request.urgent,
      words: [...request.words, words],
      rings: true,
    })
  }
  return { kind: 'show', message: addedToIt }
}

export async function withdrawRequest({ scope, person, about }: Turn): Promise<Outcome> {
  const request = own(await lockCase(scope, about[0] ?? ''), person.id)
  if (!request) return { kind: 'show', message: requestOver }
  await takeBackCase(scope, request)
  return { kind: 'show', message: takenBack, replace: true }
}

function own(request: HelpCase | undefined, personId: string): HelpCase | undefined {
  return request?.personId === personId && isOpenCase(request) ? request : undefined
}
