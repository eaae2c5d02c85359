import type { FieldErrors, Form } from '../core/message/form.ts'
import type { Message } from '../core/message/message.ts'
import { messageCard } from './render/card.ts'
import { type DialogInfo, formDialog } from './render/dialog.ts'
import { plainWords } from './render/message.ts'
import { words } from './words.ts'

/** What Teams' request is answered with. */
export interface Answer {
  readonly status: number
  readonly body?: unknown
}

export const taken: Answer = { status: 200 }
/** Nothing was stored: Teams may deliver it again. */
export const deliverAgain: Answer = { status: 503 }

/** `adaptiveCard/action`: this card stands in the place of the pressed one. */
export function cardInPlace(message: Message): Answer {
  const { contentType, content } = messageCard(message)
  return { status: 200, body: { statusCode: 200, type: contentType, value: content } }
}

/** `adaptiveCard/action`: a short notice that only the presser sees. */
export function notice(value: string): Answer {
  return {
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value },
  }
}

export function noticeOf(message: Message): Answer {
  return notice(plainWords(message))
}

/** `task/fetch`, `task/submit` and the message extension: shows this form. */
export function dialogWithForm(form: Form, errors?: FieldErrors): Answer {
  return continued(formDialog(form, errors))
}

/** The same with a message: what is shown here leaves no copy in the chat. */
export function dialogWithMessage(message: Message): Answer {
  return continued({
    title: words.dialogTitle,
    height: 'medium',
    width: 'medium',
    card: messageCard(message, 'dialog'),
  })
}

export function dialogWithWords(value: string): Answer {
  return { status: 200, body: { task: { type: 'message', value } } }
}

function continued(value: DialogInfo): Answer {
  return { status: 200, body: { task: { type: 'continue', value } } }
}
