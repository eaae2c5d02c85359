import { isDeepStrictEqual } from 'node:util'
import { type Acting, act, invoke, whereabouts, withoutApp } from './acting.ts'
import { actionsOf, allActionsOf, byId, type Entered, seenCard } from './card.ts'
import { checkedInputs, type Given } from './inputs.ts'
import { at, record } from './json.ts'
import { isIn, isPlaceOf } from './person-state.ts'
import { cardIn, refusing, type Seen } from './seen.ts'
import { type Activity, newId, type Post } from './tenant.ts'

/** An action as it stands in the card, and what the inputs around it hold. */
export interface Pressed {
  readonly action: Activity
  readonly inputs: Given
}

/** What somebody can do to cards and dialogs. Everything resolves when the bot has answered. */
export interface Presses {
  /** Presses a button of a message; one that asks for a dialog opens it. Throws where there is no such button. */
  press(post: Pick<Post, 'id' | 'conversation'>, title: string): Promise<Seen>
  /** Presses an action of a message that stands in this place; refused where it does not stand there any more. */
  pressAction(place: string, message: string, pressed: Pressed): Promise<Seen>
  /** Sends the dialog that is open, by the labels or names of its inputs. Throws where there is none. */
  submitDialog(entered: Entered): Promise<Seen>
  /** Sends the dialog that is open, by this of its buttons, or the first. */
  submitInputs(inputs: Given, action?: Activity): Promise<Seen>
  closeDialog(): void
  /** Opens the message extension's action: `/` in the compose box. */
  runExtension(commandId: string): Promise<Seen>
}

export function createPresses(acting: Acting): Presses {
  const { teams, person } = acting
  const { tenant } = teams

  function standing({ conversation, id }: Pick<Post, 'id' | 'conversation'>): Post | undefined {
    return tenant.conversation(conversation)?.posts.find((one) => one.id === id)
  }

  async function submitInputs(inputs: Given, pressed?: Activity): Promise<Seen> {
    const dialog = tenant.dialog(person)
    if (dialog === undefined) return refusing('The dialog is not open any more.')
    const action = allActionsOf(dialog.card).find(
      (one) => at(one, 'type') === 'Action.Submit' && (pressed === undefined || isSame(one, pressed)),
    )
    if (action === undefined) return refusing('That button is not in the dialog any more.')
    const sent = dataOf(dialog.card, { action, inputs })
    if ('errors' in sent) return { status: 0, body: undefined, posts: [], errors: sent.errors }
    const { invoke: name, more } = dialog
    const seen = await invoke(acting, name, { ...more, value: { ...record(at(more, 'value')), ...sent } })
    // Where the bot did not answer, the dialog stays as it is.
    if (seen.status >= 200 && seen.status < 300 && seen.wrong === undefined) draw(seen, { name, more })
    return seen
  }

  function draw({ dialog }: Seen, { name, more }: { readonly name: string; readonly more: Activity }): void {
    const { title = '', content: card = {} } = dialog ?? {}
    tenant.show(person, dialog && { id: newId(), title, card, invoke: name, more })
  }

  async function open(name: string, more: Activity): Promise<Seen> {
    const seen = await invoke(acting, name, more)
    const submit = name.replace('fetchTask', 'submitAction').replace('task/fetch', 'task/submit')
    if (seen.dialog) draw(seen, { name: submit, more })
    return seen
  }

  async function run(post: Post, pressed: Pressed): Promise<Seen> {
    const conversation = tenant.conversation(post.conversation)
    const sent = dataOf(cardIn(post.activity), pressed)
    if ('errors' in sent) return { status: 0, body: undefined, posts: [], errors: sent.errors }
    const { data } = sent
    const more = { replyToId: post.id, ...(conversation && whereabouts(teams, conversation)) }
    if (at(data, 'msteams', 'type') === 'task/fetch')
      return open('task/fetch', { ...more, value: { data, context: { theme: 'default' } } })
    if (at(pressed.action, 'type') === 'Action.Submit')
      return act(acting, teams.activityOf(person, { type: 'message', ...more, value: data }))
    const action = { type: 'Action.Execute', verb: at(pressed.action, 'verb'), data }
    const seen = await invoke(acting, 'adaptiveCard/action', {
      ...more,
      value: { action, trigger: 'manual' },
    })
    if (seen.replaced) tenant.change(post, messageWith(seen.replaced.content), false)
    return seen
  }

  return {
    press: (message, title) => {
      const post = standing(message)
      const action = actionsOf(record(post?.activity)).find((one) => at(one, 'title') === title)
      if (post === undefined || action === undefined) throw new Error(`There is no button ${title}`)
      return run(post, { action, inputs: {} })
    },
    pressAction: async (place, message, { action, inputs }) => {
      const away = withoutApp(tenant, person)
      if (away !== undefined) return refusing(away)
      if (!isPlaceOf(tenant, person, place)) return refusing('There is no such place.')
      const post = [...tenant.conversations.values()]
        .filter(({ id }) => isIn(id, place))
        .flatMap(({ posts }) => posts)
        .find(({ id }) => id === message)
      if (post === undefined) return refusing('That message is not there any more.')
      const found = allActionsOf(cardIn(post.activity)).find((one) => isSame(one, action))
      if (found === undefined) return refusing('That button is not on the message any more.')
      if (!sending.includes(String(at(found, 'type')))) return refusing('That button sends nothing.')
      return await run(post, { action: found, inputs })
    },
    submitDialog: (entered) => {
      const dialog = tenant.dialog(person)
      if (dialog === undefined) throw new Error('No dialog is open')
      return submitInputs(byId(seenCard({ content: dialog.card }), entered))
    },
    submitInputs,
    closeDialog: () => tenant.show(person, undefined),
    runExtension: async (commandId) => {
      const away = withoutApp(tenant, person)
      if (away !== undefined) return refusing(away)
      return await open('composeExtension/fetchTask', {
        // Wherever the person is writing: here in a chat with somebody else, where the bot is not.
        conversation: {
          id: `19:${person}_somebody@unq.gbl.spaces`,
          conversationType: 'personal',
          tenantId: teams.tenantId,
        },
        value: { commandId, commandContext: 'compose', context: { theme: 'default' } },
      })
    },
  }
}

const sending = ['Action.Submit', 'Action.Execute']

/** Whether it is the same button, whatever its looks. */
function isSame(one: Activity, other: Activity): boolean {
  return ['type', 'verb', 'data', 'title'].every((name) => isDeepStrictEqual(one[name], other[name]))
}

/** The data of an action, with the inputs of its card unless it wants none. */
function dataOf(card: Activity, { action, inputs }: Pressed): { data: Activity } | { errors: Given } {
  const data = record(at(action, 'data'))
  if (at(action, 'associatedInputs') === 'none') return { data }
  const checked = checkedInputs(seenCard({ content: card }).inputs, inputs)
  return 'errors' in checked ? checked : { data: { ...data, ...checked.values } }
}

function messageWith(content: Activity): Activity {
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
  }
}
