import fc from 'fast-check'
import type { Field, Form, FormPart, Option } from '../../../src/core/message/form.ts'
import type { Block, Message } from '../../../src/core/message/message.ts'

const HOSTILE = [
  '<!channel>',
  '<@U0MENTOR>',
  '*bold* _it_ ~no~ `code`',
  ':fire:',
  'https://evil.example/x',
  '<https://evil.example|Click>',
  '&lt;!here&gt;',
  '👩🏽‍⚕️👨‍👩‍👧‍👦',
  'e\u0301'.repeat(40),
  `a${'\u0300'.repeat(5000)}`,
  '\ud800 broken',
  '\u0000\u0007\r\n',
  'שלום \u202e',
  ' ',
  '',
]

/** Anything somebody could type, from nothing to a book. */
const anything = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .tuple(fc.constantFrom(...HOSTILE), fc.integer({ min: 1, max: 4000 }))
    .map(([piece, times]) => piece.repeat(Math.min(times, 20_000 / Math.max(1, piece.length)))),
)

const text = fc.oneof(
  anything,
  fc.array(
    fc.record(
      {
        text: anything,
        bold: fc.constant(true as const),
        italic: fc.constant(true as const),
        link: fc.oneof(anything, fc.webUrl(), fc.constant('mailto:amira@example.org')),
      },
      { requiredKeys: ['text'] },
    ),
    { maxLength: 6 },
  ),
)

const verb = fc.constantFrom('goal.save', 'checkin.open', `area.${'v'.repeat(300)}`)

const button = fc.oneof(
  fc.record(
    { label: anything, verb, about: anything, tone: fc.constantFrom('primary' as const, 'danger' as const) },
    { requiredKeys: ['label', 'verb'] },
  ),
  fc.record({
    label: anything,
    link: fc.oneof(anything, fc.webUrl(), fc.constant('mailto:amira@example.org')),
  }),
)

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), text: anything }),
  fc.record({ kind: fc.constant('text' as const), text }),
  fc.record({ kind: fc.constant('note' as const), text }),
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fc.record({ label: anything, value: text }), { maxLength: 8 }),
  }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(text, { maxLength: 40 }) }),
  fc.record({
    kind: fc.constant('progress' as const),
    label: anything,
    percent: fc.oneof(fc.double(), fc.integer({ min: 0, max: 100 })),
    words: anything,
  }),
  fc.record({ kind: fc.constant('buttons' as const), buttons: fc.array(button, { maxLength: 60 }) }),
  fc.record({ kind: fc.constant('divider' as const) }),
  fc.record(
    {
      kind: fc.constant('chart' as const),
      chart: fc.constant({ unit: '%', lines: [] }),
      alt: anything,
      picture: fc.constant('F0123456'),
    },
    { requiredKeys: ['kind', 'chart', 'alt'] },
  ),
  fc.record(
    {
      kind: fc.constant('file' as const),
      file: fc.record({ id: fc.constant('f1'), name: anything, title: anything, bytes: fc.constant(12) }),
      link: fc.constant('https://hospital.slack.com/files/U1/F1/meeting.ics'),
    },
    { requiredKeys: ['kind', 'file'] },
  ),
)

export const messages: fc.Arbitrary<Message> = fc.record({
  preview: anything,
  blocks: fc.array(block, { maxLength: 130, size: 'max' }),
})

const options: fc.Arbitrary<Option[]> = fc.oneof(
  fc.array(fc.record({ value: anything, label: anything }), { maxLength: 14 }),
  fc
    .integer({ min: 0, max: 450 })
    .map((count) =>
      Array.from({ length: count }, (_, index) => ({ value: `v${index}`, label: `Choice ${index}` })),
    ),
)

const base = { name: fc.oneof(anything, fc.constantFrom('a', 'b')), label: anything, hint: anything }
const bound = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })

const field: fc.Arbitrary<Field> = fc.oneof(
  fc.record(
    {
      ...base,
      kind: fc.constant('text' as const),
      maxLength: fc.integer(),
      value: anything,
      optional: fc.constant(true as const),
    },
    { requiredKeys: ['name', 'label', 'kind', 'maxLength'] },
  ),
  fc.record(
    { ...base, kind: fc.constant('choice' as const), options, value: fc.constantFrom('v1', 'zz') },
    { requiredKeys: ['name', 'label', 'kind', 'options'] },
  ),
  fc.record(
    {
      ...base,
      kind: fc.constant('choices' as const),
      options,
      values: fc.array(fc.constantFrom('v1', 'v2', 'zz')),
    },
    { requiredKeys: ['name', 'label', 'kind', 'options'] },
  ),
  fc.record(
    {
      ...base,
      kind: fc.constant('date' as const),
      value: fc.oneof(anything, fc.constantFrom('2027-01-04', '2027-02-31')),
    },
    { requiredKeys: ['name', 'label', 'kind'] },
  ),
  fc.record(
    {
      ...base,
      kind: fc.constant('number' as const),
      min: bound,
      max: bound,
      whole: fc.constant(true as const),
      value: fc.oneof(anything, bound.map(String)),
    },
    { requiredKeys: ['name', 'label', 'kind'] },
  ),
)

const part: fc.Arbitrary<FormPart> = fc.oneof(
  block.map((words) => ({ kind: 'words' as const, block: words })),
  field.map((asked) => ({ kind: 'field' as const, field: asked })),
)

export const forms: fc.Arbitrary<Form> = fc.record(
  {
    verb,
    about: anything,
    title: anything,
    submit: anything,
    parts: fc.array(part, { maxLength: 130, size: 'max' }),
  },
  { requiredKeys: ['verb', 'title', 'submit', 'parts'] },
)
