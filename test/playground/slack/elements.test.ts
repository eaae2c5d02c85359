import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type SlackStandIn, startSlack } from '../../../src/playground/slack/server.ts'
import { type PlayedBot, playBot } from './played-bot.ts'

let slack: SlackStandIn
let bot: PlayedBot

beforeAll(async () => {
  slack = await startSlack({ users: [{ id: 'U0MINA', name: 'Mina Costa' }], patience: 60 })
  bot = await playBot()
  slack.deliverTo(bot.url)
})
afterAll(async () => {
  await slack.close()
  await bot.close()
})
beforeEach(() => {
  bot.heard.length = 0
  bot.answer('')
  mina().dismiss()
})

const mina = () => slack.as('U0MINA')
const plain = (text: string) => ({ type: 'plain_text', text })
const option = (value: string) => ({ text: plain(value.toUpperCase()), value })
const options = [option('a'), option('b')]
const field = (element: object, rest: object = {}) => ({
  type: 'input',
  block_id: 'f',
  label: plain('A field'),
  element: { action_id: 'x', ...element },
  ...rest,
})
const open = (blocks: readonly object[], rest: object = {}) =>
  slack.world.windows.open(
    slack.world.trigger('U0MINA'),
    { type: 'modal', title: plain('A form'), submit: plain('Send'), blocks, ...rest },
    'push',
  )
const heardAction = () => bot.heard[0]?.['actions']

const choices: readonly (readonly [object, string | readonly string[] | undefined, object])[] = [
  [{ type: 'button', text: plain('Go'), value: 'v' }, undefined, { value: 'v', text: plain('Go') }],
  [{ type: 'overflow', options }, 'b', { selected_option: option('b') }],
  [{ type: 'static_select', options }, 'b', { selected_option: option('b') }],
  [{ type: 'multi_static_select', options }, ['a', 'b'], { selected_options: options }],
  [{ type: 'external_select' }, 'z', { selected_option: { value: 'z' } }],
  [{ type: 'multi_external_select' }, ['z'], { selected_options: [{ value: 'z' }] }],
  [{ type: 'radio_buttons', options }, 'a', { selected_option: option('a') }],
  [{ type: 'checkboxes', options }, ['a'], { selected_options: [option('a')] }],
  [{ type: 'checkboxes', options, initial_options: options }, [], { selected_options: [] }],
  [{ type: 'users_select' }, 'U1', { selected_user: 'U1' }],
  [{ type: 'multi_users_select' }, ['U1', 'U2'], { selected_users: ['U1', 'U2'] }],
  [{ type: 'conversations_select' }, 'C1', { selected_conversation: 'C1' }],
  [{ type: 'multi_conversations_select' }, ['C1'], { selected_conversations: ['C1'] }],
  [{ type: 'channels_select' }, 'C1', { selected_channel: 'C1' }],
  [{ type: 'multi_channels_select' }, ['C1'], { selected_channels: ['C1'] }],
  [{ type: 'datepicker' }, '2027-01-19', { selected_date: '2027-01-19' }],
  [{ type: 'timepicker', timezone: 'Europe/London' }, '09:30', { selected_time: '09:30' }],
  [{ type: 'datetimepicker' }, '2027-01-19T09:30:00Z', { selected_date_time: 1_800_351_000 }],
]

test.each(choices)('choosing in %o sends what Slack sends', async (element, chosen, reported) => {
  const post = slack.world.post({
    channel: mina().chat,
    author: slack.world.bot,
    text: 'Choose',
    blocks: [{ type: 'actions', block_id: 'row', elements: [{ action_id: 'x', ...element }] }],
  })

  await mina().pressElement(post, { block: 'row', action: 'x', ...(chosen === undefined ? {} : { chosen }) })

  expect(heardAction()).toMatchObject([{ block_id: 'row', action_id: 'x', ...reported }])
  expect(JSON.stringify(heardAction())).not.toContain('"options"')
})

test('what was chosen in a message before is told with the next press', async () => {
  const menu = { type: 'static_select', action_id: 'menu', options, initial_option: options[0] }
  const button = { type: 'button', action_id: 'go', text: plain('Go') }
  const post = slack.world.post({
    channel: mina().chat,
    author: slack.world.bot,
    text: 'Choose',
    blocks: [{ type: 'actions', elements: [menu, button] }],
  })

  await mina().pressElement(post, { block: 'b1', action: 'menu', chosen: 'b' })
  await mina().pressElement(post, { block: 'b1', action: 'go' })

  expect(bot.heard[1]?.['state']).toEqual({
    values: { b1: { menu: { type: 'static_select', selected_option: options[1] } } },
  })
})

test('a field waits for its form, one that dispatches does not', async () => {
  const text = { type: 'plain_text_input' }
  const quiet = open([field(text)])
  const eager = open([field(text, { dispatch_action: true })])

  await mina().pressElement(quiet, { block: 'f', action: 'x', chosen: 'waits' })
  await mina().pressElement(eager, { block: 'f', action: 'x', chosen: 'goes' })

  expect(bot.heard).toHaveLength(1)
  expect(bot.heard[0]).toMatchObject({
    actions: [{ type: 'plain_text_input', value: 'goes' }],
    view: { state: { values: { f: { x: { value: 'goes' } } } } },
  })
})

test('what is not there any more is said, and nothing is sent', async () => {
  const view = open([field({ type: 'static_select', options })])

  const gone = await mina().pressElement(view, { block: 'other', action: 'x' })
  const unknown = await mina().pressElement(view, { block: 'f', action: 'x', chosen: 'z' })
  const sent = await mina().submit(view, { f: 'z' })

  expect([gone.notice, unknown.notice, sent.notice]).toEqual([
    'This is not there any more.',
    'There is no option "z" in this form.',
    'There is no option "z" in this form.',
  ])
  expect(bot.heard).toEqual([])
})

test.each<[object, string | readonly string[], string]>([
  [{ type: 'plain_text_input' }, '', 'Please complete this required field.'],
  [{ type: 'plain_text_input', min_length: 3 }, 'ab', 'Please use at least 3 characters.'],
  [{ type: 'plain_text_input', max_length: 3 }, 'abcd', 'Please use 3 characters or fewer.'],
  [{ type: 'number_input', is_decimal_allowed: true }, 'many', 'Please enter a number.'],
  [{ type: 'number_input', is_decimal_allowed: false }, '1.5', 'Please enter a whole number.'],
  [{ type: 'number_input', min_value: '2' }, '1', 'Please enter a number of 2 or more.'],
  [{ type: 'number_input', max_value: '2' }, '3', 'Please enter a number of 2 or less.'],
  [{ type: 'email_text_input' }, 'mina', 'Please enter a valid email address.'],
  [{ type: 'url_text_input' }, 'mina', 'Please enter a valid URL.'],
  [{ type: 'datepicker' }, '2027-02-30', 'Please enter a valid date.'],
  [{ type: 'timepicker' }, '25:00', 'Please enter a valid time.'],
  [{ type: 'checkboxes', options }, [], 'Please complete this required field.'],
  [
    { type: 'multi_static_select', options, max_selected_items: 1 },
    ['a', 'b'],
    'Please choose no more than 1.',
  ],
])('Slack’s client stops %o with %o', async (element, entered, sentence) => {
  const seen = await mina().submit(open([field(element)]), { f: entered })

  expect(seen.errors).toEqual({ f: sentence })
  expect(bot.heard).toEqual([])
})

test('a form is sent with the state of everything in it, and its place in the pile', async () => {
  const below = open([{ type: 'divider' }])
  const view = open([
    field({ type: 'rich_text_input' }),
    { ...field({ type: 'number_input', is_decimal_allowed: true, initial_value: '4' }), block_id: 'n' },
    { type: 'section', block_id: 's', text: plain('And'), accessory: { type: 'timepicker', action_id: 't' } },
  ])

  await mina().submit(view, { f: 'Words' })

  expect(bot.heard[0]).toMatchObject({
    type: 'view_submission',
    view: {
      root_view_id: below.id,
      previous_view_id: below.id,
      state: {
        values: {
          f: { x: { type: 'rich_text_input', rich_text_value: { type: 'rich_text' } } },
          n: { x: { type: 'number_input', value: '4' } },
          s: { t: { type: 'timepicker', selected_time: null } },
        },
      },
    },
  })
  expect(mina().windows).toEqual([below])
})

test.each([
  ['update', 1, 'Another'],
  ['push', 2, 'Another'],
  ['clear', 0, undefined],
])('an answer may %s the window', async (how, open_, title) => {
  const view = open([field({ type: 'plain_text_input' }, { optional: true })])
  bot.answer({ response_action: how, view: { type: 'modal', title: plain('Another'), blocks: [] } })

  await mina().submit(view)

  expect(mina().windows).toHaveLength(open_)
  expect(mina().windows.at(-1)?.content['title']).toEqual(title === undefined ? undefined : plain(title))
})

test('what was entered stays while the window is drawn anew around it', async () => {
  const kept = field({ type: 'plain_text_input' })
  const view = open([kept])
  await mina().pressElement(view, { block: 'f', action: 'x', chosen: 'half a thought' })

  const again = slack.world.windows.redraw(view.id, { ...view.content, blocks: [{ type: 'divider' }, kept] })
  await mina().submit(again)

  expect(bot.heard[0]).toMatchObject({
    view: { state: { values: { f: { x: { value: 'half a thought' } } } } },
  })
})

test('closing takes the topmost window, and tells the bot where it asked to be told', async () => {
  const below = open([{ type: 'divider' }])
  open([{ type: 'divider' }], { notify_on_close: true })

  await mina().close()

  expect(mina().windows).toEqual([below])
  expect(bot.heard).toMatchObject([{ type: 'view_closed', is_cleared: false }])
})
