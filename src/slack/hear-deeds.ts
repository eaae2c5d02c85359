import type {
  AllMiddlewareArgs,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewResponseAction,
} from '@slack/bolt'
import { Acknowledgement, carryOut, whispered } from './carry-out.ts'
import type { Hearing } from './hearing.ts'
import { CommandPayload, PressPayload, SubmitPayload } from './payloads.ts'
import { LINK_VERB } from './render/buttons.ts'
import { takeSubmission } from './submission.ts'
import { inConversation, inHome, inWindow, type Surface } from './surface.ts'
import { fromCommand, fromPress, fromSubmit, verbOf } from './to-intent.ts'

type Command = SlackCommandMiddlewareArgs & AllMiddlewareArgs
type Press = SlackActionMiddlewareArgs & AllMiddlewareArgs
type Submission = SlackViewMiddlewareArgs & AllMiddlewareArgs

export function hearCommand(hearing: Hearing) {
  return async ({ ack, command, respond }: Command): Promise<void> => {
    const payload = CommandPayload.parse(command)
    const acknowledgement = new Acknowledgement<ReturnType<typeof whispered>>(ack)
    const { client } = hearing
    const at = { client, user: payload.user_id, trigger: payload.trigger_id, respond, mayReplace: false }
    await carryOut(hearing, fromCommand(payload), {
      surface: inConversation(at),
      acknowledge: () => acknowledgement.give(),
      acknowledgeWith: (outcome) => acknowledgement.give(whispered(outcome)),
    })
  }
}

export function hearPress(hearing: Hearing) {
  return async ({ ack, body, respond }: Press): Promise<void> => {
    const payload = PressPayload.parse(body)
    const acknowledgement = new Acknowledgement<void>(() => ack())
    if (verbOf(payload.actions[0].action_id) === LINK_VERB) {
      await acknowledgement.give()
      return
    }
    await carryOut(hearing, fromPress(payload), {
      surface: surfaceOf(hearing, payload, respond),
      acknowledge: () => acknowledgement.give(),
    })
  }
}

export function hearSubmission(hearing: Hearing) {
  return async ({ ack, body }: Submission): Promise<void> => {
    const payload = SubmitPayload.parse(body)
    await takeSubmission(hearing, {
      intent: fromSubmit(payload),
      view: payload.view,
      answer: async (answer) => {
        await (answer === undefined ? ack() : ack(answer satisfies ViewResponseAction))
      },
    })
  }
}

function surfaceOf({ client }: Hearing, payload: PressPayload, respond: Press['respond']): Surface {
  const { user, view, trigger_id: trigger = '' } = payload
  if (view?.type === 'home') return inHome(client, user.id, trigger)
  if (view !== undefined) return inWindow({ client, user: user.id, trigger, window: view.id })
  const personal = payload.channel?.id.startsWith('D') ?? false
  const mayReplace = personal || payload.container?.is_ephemeral === true
  return inConversation({ client, user: user.id, trigger: payload.trigger_id, respond, mayReplace })
}
