import { expect, test } from 'vitest'
import { refuseMessage, refuseView } from '../../../src/playground/slack/check-payloads.ts'

type Item = Readonly<Record<string, unknown>>

const plain = (text: string) => ({ type: 'plain_text', text })
const long = (length: number) => 'x'.repeat(length)
const times = <One>(count: number, one: (index: number) => One) =>
  Array.from({ length: count }, (_, index) => one(index))
const option = (index: number | string, rest: object = {}) => ({
  text: plain('o'),
  value: `v${index}`,
  ...rest,
})
const options = times(2, option)
const button = { type: 'button', text: plain('Go') }
const actions = (...elements: Item[]) => ({ type: 'actions', elements })
const input = (element: Item) => ({ type: 'input', label: plain('l'), element })
const modal = (block: object, rest: object = {}) => ({
  type: 'modal',
  title: plain('t'),
  submit: plain('s'),
  blocks: [block],
  ...rest,
})
const cell = { type: 'raw_text', text: 'c' }
const spans = (...elements: Item[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
})

const good: Item[] = [
  { type: 'section', text: plain('a'), fields: [plain('f')], accessory: button },
  {
    type: 'section',
    text: plain('a'),
    accessory: { type: 'image', image_url: 'https://a.example/b', alt_text: 'b' },
  },
  { type: 'context', elements: [plain('a'), { type: 'image', slack_file: { id: 'F1' }, alt_text: 'a' }] },
  { type: 'image', image_url: 'https://a.example/b.png', alt_text: 'What it shows', title: plain('A title') },
  {
    type: 'table',
    rows: [[cell, { type: 'raw_number', value: 1, text: '1' }]],
    column_settings: [{ align: 'right' }],
  },
  { type: 'markdown', text: '# Hello' },
  spans({ type: 'text', text: 'a', style: { bold: true } }, { type: 'user', user_id: 'U1' }),
  actions(
    button,
    { type: 'overflow', action_id: 'o', options },
    {
      type: 'static_select',
      action_id: 's',
      options,
      initial_option: options[0],
      placeholder: plain('Choose'),
    },
    { type: 'multi_users_select', action_id: 'u', initial_users: ['U1'], max_selected_items: 1 },
    { type: 'timepicker', action_id: 't', initial_time: '09:30', timezone: 'Europe/London' },
    { type: 'datetimepicker', action_id: 'd', initial_date_time: 1_800_351_000 },
  ),
]

test.each(good)('Slack shows %o', (block) => {
  expect(refuseMessage({ blocks: [block] })).toBeUndefined()
})

const bad: (readonly [string, Item])[] = [
  ['a section of nothing', { type: 'section' }],
  ['eleven fields', { type: 'section', fields: times(11, () => plain('f')) }],
  ['a long field', { type: 'section', fields: [plain(long(2001))] }],
  [
    'an input beside a section',
    { type: 'section', text: plain('a'), accessory: { type: 'plain_text_input' } },
  ],
  ['an unknown key', { type: 'divider', colour: 'red' }],
  ['a long block_id', { type: 'divider', block_id: long(256) }],
  ['eleven things of small print', { type: 'context', elements: times(11, () => plain('a')) }],
  ['a picture nobody describes', { type: 'image', image_url: 'https://a.example/b.png', alt_text: '' }],
  ['a picture of nowhere', { type: 'image', alt_text: 'a' }],
  [
    'a picture of two places',
    { type: 'image', alt_text: 'a', image_url: 'https://a.b/c', slack_file: { id: 'F1' } },
  ],
  ['26 elements in a row', actions(...times(26, (index) => ({ ...button, action_id: `a${index}` })))],
  ['a long value', actions({ ...button, value: long(2001) })],
  ['a button of another style', actions({ ...button, style: 'loud' })],
  ['a button to a script', actions({ ...button, url: 'javascript:alert(1)' })],
  ['a long label for screen readers', actions({ ...button, accessibility_label: long(76) })],
  ['a question without words', actions({ ...button, confirm: { title: plain('Sure?') } })],
  ['a long yes', actions({ ...button, confirm: { text: plain('?'), confirm: plain(long(31)) } })],
  ['three dots over one thing', actions({ type: 'overflow', options: [option(1)] })],
  ['three dots over six', actions({ type: 'overflow', options: times(6, option) })],
  ['101 options', actions({ type: 'static_select', options: times(101, option) })],
  [
    '101 groups',
    actions({ type: 'static_select', option_groups: times(101, () => ({ label: plain('g'), options })) }),
  ],
  [
    'options and groups',
    actions({ type: 'static_select', options, option_groups: [{ label: plain('g'), options }] }),
  ],
  ['an option twice', actions({ type: 'static_select', options: [option(1), option(1)] })],
  [
    'an option’s long description',
    actions({ type: 'static_select', options: [option(1, { description: plain(long(76)) })] }),
  ],
  [
    'an option that leads away',
    actions({ type: 'static_select', options: [option(1, { url: 'https://a.example' })] }),
  ],
  ['eleven boxes', actions({ type: 'checkboxes', options: times(11, option) })],
  [
    'a first choice that is none',
    actions({ type: 'radio_buttons', options, initial_option: option('other') }),
  ],
  ['a long placeholder', actions({ type: 'users_select', placeholder: plain(long(151)) })],
  [
    'more chosen than may be',
    actions({ type: 'multi_users_select', initial_users: ['U1', 'U2'], max_selected_items: 1 }),
  ],
  ['a day that is none', actions({ type: 'datepicker', initial_date: '2027-13-01' })],
  ['a time that is none', actions({ type: 'timepicker', initial_time: '9:30' })],
  ['a zone that is none', actions({ type: 'timepicker', timezone: 'Europe/Atlantis' })],
  ['a moment in milliseconds', actions({ type: 'datetimepicker', initial_date_time: 1_800_351_000_000 })],
  ['an empty filter', actions({ type: 'conversations_select', filter: { include: [] } })],
  ['21 columns', { type: 'table', rows: [times(21, () => cell)] }],
  ['101 rows', { type: 'table', rows: times(101, () => [cell]) }],
  ['much text in a table', { type: 'table', rows: times(3, () => [{ type: 'raw_text', text: long(3400) }]) }],
  ['much markdown', { type: 'markdown', text: long(12_001) }],
  ['an empty rich text', { type: 'rich_text', elements: [] }],
  [
    'a list of another kind',
    { type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'dotted', elements: [] }] },
  ],
  ['a film', { type: 'video', alt_text: 'a' }],
]

test.each(bad)('a message with %s is refused', (_, block) => {
  expect(refuseMessage({ blocks: [block] })?.error).toBe('invalid_blocks')
})

test('a message holds one table', () => {
  const table = { type: 'table', rows: [[cell]] }

  expect(refuseMessage({ blocks: [table, table] })?.messages.join()).toContain('only_one_table_allowed')
})

test.each<[string, object, string]>([
  ['blocks that are no list', { blocks: {} }, 'invalid_blocks_format'],
  [
    'large metadata',
    { text: 'a', metadata: { event_type: 'e', event_payload: { a: long(8001) } } },
    'metadata_too_large',
  ],
])('a message with %s is refused', (_, message, error) => {
  expect(refuseMessage(message)?.error).toBe(error)
})

test.each<[string, Item]>([
  ['text', { type: 'plain_text_input', min_length: 1, max_length: 3000, initial_value: 'a' }],
  ['formatted text', { type: 'rich_text_input', initial_value: spans({ type: 'text', text: 'a' }) }],
  ['a number', { type: 'number_input', is_decimal_allowed: true, min_value: '0', initial_value: '0.5' }],
  [
    'an address',
    { type: 'email_text_input', dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] } },
  ],
  ['files', { type: 'file_input', max_files: 1, filetypes: ['csv'] }],
])('a window may ask for %s', (_, element) => {
  expect(refuseView(modal(input(element)))).toBeUndefined()
})

test.each<[string, Item]>([
  ['a text longer than may be', { type: 'plain_text_input', max_length: 2, initial_value: 'abc' }],
  ['a text of more than Slack takes', { type: 'plain_text_input', max_length: 3001 }],
  ['a least above the most', { type: 'plain_text_input', min_length: 3, max_length: 2 }],
  ['a number that says not whether it is whole', { type: 'number_input' }],
  [
    'bounds the wrong way round',
    { type: 'number_input', is_decimal_allowed: true, min_value: '2', max_value: '1' },
  ],
  [
    'a number out of bounds',
    { type: 'number_input', is_decimal_allowed: true, min_value: '2', initial_value: '1' },
  ],
  ['a bare number', { type: 'number_input', is_decimal_allowed: true, min_value: 2 }],
  ['eleven files', { type: 'file_input', max_files: 11 }],
  [
    'an unknown trigger',
    { type: 'plain_text_input', dispatch_action_config: { trigger_actions_on: ['on_hover'] } },
  ],
  ['a button', button],
])('a window that asks for %s is refused', (_, element) => {
  expect(refuseView(modal(input(element)))?.error).toBe('invalid_arguments')
})

test.each<[string, object]>([
  ['a long title', modal({ type: 'divider' }, { title: plain(long(25)) })],
  ['a long callback_id', modal({ type: 'divider' }, { callback_id: long(256) })],
  ['much to remember', modal({ type: 'divider' }, { private_metadata: long(3001) })],
  ['a field and nothing to send it with', modal(input({ type: 'plain_text_input' }), { submit: undefined })],
  [
    'two fields in focus',
    { ...modal({}), blocks: times(2, () => input({ type: 'plain_text_input', focus_on_load: true })) },
  ],
  ['101 blocks', { ...modal({}), blocks: times(101, () => ({ type: 'divider' })) }],
  ['a table', modal({ type: 'table', rows: [[cell]] })],
  ['a long hint', modal({ ...input({ type: 'plain_text_input' }), hint: plain(long(2001)) })],
  [
    'a number in the Home tab',
    { type: 'home', blocks: [input({ type: 'number_input', is_decimal_allowed: true })] },
  ],
  ['a title in the Home tab', { type: 'home', title: plain('t'), blocks: [] }],
])('a view with %s is refused', (_, view) => {
  expect(refuseView(view)?.error).toBe('invalid_arguments')
})

test('a view of more than 250 KB is too large', () => {
  const blocks = times(100, () => ({ type: 'section', text: plain(long(2600)) }))

  expect(refuseView({ type: 'home', blocks })?.error).toBe('view_too_large')
})
