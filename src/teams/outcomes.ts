import type { Intent, Outcome } from '../core/message/intent.ts'
import type { Message } from '../core/message/message.ts'
import { PlatformFault } from '../ports/messenger.ts'
import { type Activity, isExtension, isShared } from './activity.ts'
import {
  type Answer,
  cardInPlace,
  dialogWithForm,
  dialogWithMessage,
  dialogWithWords,
  notice,
  noticeOf,
  taken,
} from './answer.ts'
import { personalChat, show, type Telling } from './tell.ts'
import { accountOf } from './to-intent.ts'
import { complaints, formOffer, openFormVerb, words } from './words.ts'

export interface Turn {
  readonly activity: Activity
  readonly done: Intent
}

/** A command's words travel in the button that opens its form; nobody needs more of them. */
const mostWords = 1_000

/** Something was said: the answer is posted. Where others read along they only see that there is one. */
export async function afterText(telling: Telling, { activity, done }: Turn, outcome: Outcome): Promise<void> {
  const message = postable(outcome, done)
  if (message === undefined) return
  const shown = await showPersonally(telling, activity, message)
  if (isShared(activity)) await reply(telling, activity, shown ? words.writtenToYou : words.cannotReachYou)
}

/** `adaptiveCard/action`: a new card in place of the pressed one, or a message to the presser alone. */
export async function afterPress(
  telling: Telling,
  { activity, done }: Turn,
  outcome: Outcome,
): Promise<Answer> {
  if (outcome.kind === 'show' && outcome.replace) return cardInPlace(outcome.message)
  if (outcome.kind === 'errors') return noticeOf(complaints(outcome.form, outcome.errors))
  const message = postable(outcome, done)
  if (message === undefined) return notice(words.nothingLeft)
  const shown = await showPersonally(telling, activity, message)
  if (!shown) return notice(words.cannotReachYou)
  return notice(isShared(activity) ? words.writtenToYou : message.preview)
}

/** `task/fetch` and the message extension: the form, or what there is to say instead of one. */
export function afterFetch(outcome: Outcome): Answer {
  return outcome.kind === 'silence' ? dialogWithWords(words.nothingLeft) : afterDialog(outcome)
}

/** `task/submit`: the form again with its errors, the next form, or a last card; silence closes the dialog. */
export function afterDialog(outcome: Outcome): Answer {
  switch (outcome.kind) {
    case 'form':
      return dialogWithForm(outcome.form)
    case 'errors':
      return dialogWithForm(outcome.form, outcome.errors)
    case 'show':
    case 'home':
      return dialogWithMessage(outcome.message)
    case 'silence':
      return taken
  }
}

/** Shows it to the person of this activity alone; false where they cannot be reached. */
export function showPersonally(telling: Telling, activity: Activity, message: Message): Promise<boolean> {
  const account = accountOf(activity)
  if (account === undefined) return Promise.resolve(false)
  const { serviceUrl } = activity
  const here = { serviceUrl, conversation: activity.conversation.id }
  const elsewhere = isShared(activity) || isExtension(activity)
  const where = elsewhere ? () => personalChat(telling, { account, serviceUrl }) : () => Promise.resolve(here)
  return show(telling, where, message)
}

function postable(outcome: Outcome, done: Intent): Message | undefined {
  switch (outcome.kind) {
    case 'show':
    case 'home':
      return outcome.message
    case 'form':
      return formOffer(outcome.form.title, openerOf(done))
    case 'errors':
      return complaints(outcome.form, outcome.errors)
    case 'silence':
      return undefined
  }
}

/** The button that does the same again, this time where a dialog can open. */
function openerOf(done: Intent): { readonly verb: string; readonly about?: string } {
  if (done.kind === 'press')
    return { verb: done.verb, ...(done.about !== undefined && { about: done.about }) }
  return { verb: openFormVerb, about: wordsOf(done).slice(0, mostWords) }
}

function wordsOf(done: Intent): string {
  if (done.kind === 'command') return done.words
  return done.kind === 'say' || done.kind === 'edit' ? done.text : ''
}

/** One line where others read along: that there is an answer, never what it says. */
async function reply({ connector, log }: Telling, activity: Activity, text: string): Promise<void> {
  const where = { serviceUrl: activity.serviceUrl, conversation: activity.conversation.id }
  try {
    await connector.post(where, { type: 'message', text, textFormat: 'plain' })
  } catch (error) {
    if (!(error instanceof PlatformFault)) throw error
    log.warn({ fault: error.kind, code: error.code }, 'a channel of Teams could not be answered')
  }
}
