import { type Refusal, refuseMessage, refuseView } from './check-payloads.ts'
import type { Acknowledgement } from './deliver.ts'
import { elementsIn } from './element-states.ts'
import { SlackRefusal } from './refusal.ts'
import type { SlackView } from './windows.ts'
import type { SlackWorld } from './world.ts'

/** An answer to a command may be a message: for its person alone, or for all. Tells why Slack would not show it. */
export function answerCommand(
  world: SlackWorld,
  at: { readonly channel: string; readonly user: string },
  { said }: Acknowledgement,
): Refusal | undefined {
  if (said === undefined) return undefined
  const refusal = refuseMessage(said)
  if (refusal !== undefined) return refusal
  const { text, blocks, response_type: type } = said
  world.post({
    channel: at.channel,
    author: world.bot,
    ...(type === 'in_channel' ? {} : { onlyFor: at.user }),
    text: String(text ?? ''),
    blocks: Array.isArray(blocks) ? blocks : [],
  })
  return undefined
}

/** What the answer to a submission does with the windows. Tells why Slack would not do it. */
export function answerSubmission(
  world: SlackWorld,
  view: SlackView,
  { acknowledged, said }: Acknowledgement,
): Refusal | undefined {
  if (!acknowledged) return undefined
  const how = said?.['response_action']
  const act = how === undefined ? closeOne : actions[String(how)]
  return act === undefined ? wrong(`unknown response_action ${String(how)}`) : act(world, view, said ?? {})
}

type Answered = Readonly<Record<string, unknown>>
type Action = (world: SlackWorld, view: SlackView, said: Answered) => Refusal | undefined

const actions: Readonly<Record<string, Action>> = {
  clear: ({ windows }, { user }) => {
    windows.close(user, windows.of(user))
    return undefined
  },
  errors: (_, view, { errors }) => {
    const fields = new Set(
      elementsIn(view.content)
        .filter(({ block }) => block.at('type').value === 'input')
        .map(({ block }) => block.at('block_id').value),
    )
    const unknown = Object.keys(Object(errors)).find((name) => !fields.has(name))
    return unknown === undefined ? undefined : wrong(`there is no input block ${unknown}`)
  },
  update: ({ windows }, view, { view: next }) =>
    refuseModal(next) ?? tried(() => windows.redraw(view.id, Object(next))),
  push: ({ windows }, { user }, { view: next }) =>
    refuseModal(next) ?? tried(() => windows.stack(user, windows.of(user), Object(next))),
}

function closeOne({ windows }: SlackWorld, view: SlackView): undefined {
  windows.close(
    view.user,
    windows.of(view.user).filter(({ id }) => id === view.id),
  )
}

function refuseModal(next: unknown): Refusal | undefined {
  const type: unknown = Reflect.get(Object(next), 'type')
  return (
    refuseView(next) ?? (type === 'modal' ? undefined : wrong('must be a modal [json-pointer:/view/type]'))
  )
}

function tried(act: () => unknown): Refusal | undefined {
  try {
    act()
    return undefined
  } catch (error) {
    if (error instanceof SlackRefusal) return { error: error.code, messages: error.messages }
    throw error
  }
}

function wrong(message: string): Refusal {
  return { error: 'invalid_arguments', messages: [message] }
}
