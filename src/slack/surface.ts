import type { ModalView } from '@slack/types'
import { WebAPIPlatformError, type WebClient } from '@slack/web-api'
import type { Outcome } from '../core/message/intent.ts'
import type { Message } from '../core/message/message.ts'
import { finished, tooLateToOpen, typeTheCommand } from './messages.ts'
import { renderForm, withErrors } from './render/form.ts'
import { renderMessage, type SlackMessage } from './render/message.ts'
import { renderHome, renderWindow } from './render/view.ts'

/** Where somebody acted, and how they can be shown something there. */
export interface Surface {
  readonly client: WebClient
  readonly user: string
  /** Shows a message to them; `replace`: in the place of what they pressed, where that is theirs alone to see. */
  show(message: Message, replace: boolean): Promise<void>
  /** Opens a window and tells its id. Absent where Slack lets none open. */
  readonly open?: (view: ModalView) => Promise<string | undefined>
}

type Respond = (
  message: SlackMessage & { response_type?: 'ephemeral'; replace_original: boolean; mrkdwn: false },
) => Promise<unknown>

/** A command or a press in a chat or channel: answered through its response address, to its person alone. */
export function inConversation(at: {
  readonly client: WebClient
  readonly user: string
  readonly trigger: string | undefined
  readonly respond: Respond
  readonly mayReplace: boolean
}): Surface {
  const { client, user, trigger, respond, mayReplace } = at
  return {
    client,
    user,
    show: async (message, replace) => {
      const content = { ...renderMessage(message), mrkdwn: false } as const
      await (replace && mayReplace
        ? respond({ ...content, replace_original: true })
        : respond({ ...content, response_type: 'ephemeral', replace_original: false }))
    },
    ...(trigger === undefined ? {} : { open: (view) => openWindow(client, trigger, view) }),
  }
}

/** A press in the Home tab: answered in a window over it. */
export function inHome(client: WebClient, user: string, trigger: string): Surface {
  const open = (view: ModalView) => openWindow(client, trigger, view)
  return { client, user, open, show: async (message) => void (await open(renderWindow(message))) }
}

/** A press in a window: answered in a window on top of it, or in its place where no more can be stacked. */
export function inWindow(at: {
  readonly client: WebClient
  readonly user: string
  readonly trigger: string
  readonly window: string
}): Surface {
  const { client, user, trigger, window } = at
  const put = async (view: ModalView) => void (await client.views.update({ view_id: window, view }))
  const open = async (view: ModalView) => {
    try {
      return (await client.views.push({ trigger_id: trigger, view })).view?.id
    } catch (error) {
      if (!(error instanceof WebAPIPlatformError)) throw error
      await put(view)
      return window
    }
  }
  const show = async (message: Message, replace: boolean) => {
    const view = renderWindow(message)
    await (replace ? put(view) : open(view))
  }
  return { client, user, open, show }
}

/** What somebody wrote to the bot: answered in the same chat. */
export function inChat(client: WebClient, user: string, channel: string): Surface {
  return {
    client,
    user,
    show: async (message) => {
      const literal = { mrkdwn: false, link_names: false, unfurl_links: false, unfurl_media: false } as const
      await client.chat.postMessage({ channel, ...renderMessage(message), ...literal })
    },
  }
}

/** The Home tab as it is opened. */
export function onHome(client: WebClient, user: string): Surface {
  const show = async (message: Message) =>
    void (await client.views.publish({ user_id: user, view: renderHome(message) }))
  return { client, user, show }
}

/** Shows what came of a deed where it was done. */
export async function present(outcome: Outcome, surface: Surface): Promise<void> {
  switch (outcome.kind) {
    case 'show':
      return await surface.show(outcome.message, outcome.replace === true)
    case 'form':
    case 'errors':
      return await openForm(viewOf(outcome), surface)
    case 'home':
      await surface.client.views.publish({ user_id: surface.user, view: renderHome(outcome.message) })
      return
    case 'silence':
      return
  }
}

/** Shows what came of a deed in a window that stands open already. */
export async function presentIn(window: string, outcome: Outcome, surface: Surface): Promise<void> {
  if (outcome.kind === 'home') await present(outcome, surface)
  await surface.client.views.update({ view_id: window, view: viewOf(outcome) })
}

/** An outcome as a window. */
export function viewOf(outcome: Outcome): ModalView {
  if (outcome.kind === 'form') return renderForm(outcome.form)
  if (outcome.kind === 'errors') return renderForm(withErrors(outcome.form, outcome.errors))
  return renderWindow(outcome.kind === 'show' ? outcome.message : finished)
}

async function openForm(view: ModalView, surface: Surface): Promise<void> {
  if (surface.open === undefined) return await surface.show(typeTheCommand, false)
  try {
    await surface.open(view)
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError)) throw error
    await surface.show(tooLateToOpen, false)
  }
}

async function openWindow(client: WebClient, trigger: string, view: ModalView): Promise<string | undefined> {
  return (await client.views.open({ trigger_id: trigger, view })).view?.id
}
