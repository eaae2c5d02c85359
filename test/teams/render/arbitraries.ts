import fc from 'fast-check'
import type { Field, Form } from '../../../src/core/message/form.ts'
import type { Block, Message, Text } from '../../../src/core/message/message.ts'

const nasty = fc.constantFrom(
  '**bold** [link](javascript:alert(1)) <at>everyone</at> <script>',
  '{{DATE(2027-01-04T09:00:00Z, SHORT)}} {{TIME(2027-01-04T09:00:00Z)}} $' + '{name}',
  '# heading\n- list\r\n1. one\u2028```code```',
  'e\u0301\u0301\u0301 👩‍⚕️👨‍👩‍👧‍👦 \u202e right to left \u0000\u0007\ud800',
  'x'.repeat(120_000),
  `a${'\u0301'.repeat(30_000)}`,
  '👩‍⚕️'.repeat(20_000),
  '\n'.repeat(4_000),
  '',
  ' ',
)
const words = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 2, arbitrary: nasty },
)
const link = fc.constantFrom(
  'https://example.org/care',
  'mailto:a@example.org',
  'javascript:alert(1)',
  'not a link',
)
const text: fc.Arbitrary<Text> = fc.oneof(
  words,
  fc.array(
    fc.record(
      { text: words, bold: fc.constant(true as const), italic: fc.constant(true as const), link },
      { requiredKeys: ['text'] },
    ),
    { maxLength: 4 },
  ),
)
const id = fc.stringMatching(/^[a-z0-9:-]{1,60}$/)
const button = fc.oneof(
  fc.record(
    {
      label: words,
      verb: fc.constantFrom('checkin.open', 'goal.save'),
      about: id,
      tone: fc.constantFrom('primary' as const, 'danger' as const),
      opensForm: fc.constant(true as const),
    },
    { requiredKeys: ['label', 'verb'] },
  ),
  fc.record({ label: words, link }),
)
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), text: words }),
  fc.record({ kind: fc.constantFrom('text' as const, 'note' as const), text }),
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fc.record({ label: words, value: text }), { maxLength: 20 }),
  }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(text, { maxLength: 100 }) }),
  fc.record({
    kind: fc.constant('progress' as const),
    label: words,
    percent: fc.integer({ min: -10, max: 120 }),
    words,
  }),
  fc.record({ kind: fc.constant('buttons' as const), buttons: fc.array(button, { maxLength: 15 }) }),
  fc.record({ kind: fc.constant('divider' as const) }),
  fc.record(
    {
      kind: fc.constant('chart' as const),
      chart: fc.constant({ unit: '%', lines: [] }),
      alt: words,
      picture: fc.constant('data:image/png;base64,AAAA'),
    },
    { requiredKeys: ['kind', 'chart', 'alt'] },
  ),
  fc.record(
    {
      kind: fc.constant('file' as const),
      file: fc.record({ id: fc.constant('f1'), name: words, title: words, bytes: fc.constant(12) }),
      link: fc.constant('https://hospital.slack.com/files/U1/F1/meeting.ics'),
    },
    { requiredKeys: ['kind', 'file'] },
  ),
)
export const message: fc.Arbitrary<Message> = fc.record({
  preview: words,
  blocks: fc.array(block, { maxLength: 12 }),
})

const short = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
const options = fc.array(fc.record({ value: fc.string({ minLength: 1, maxLength: 20 }), label: short }), {
  minLength: 1,
  maxLength: 12,
})
const base = { name: fc.stringMatching(/^[a-z_:]{1,20}$/), label: short }
const kept = fc.string({ unit: 'grapheme', maxLength: 60 })
const optionalKeys = { hint: short, optional: fc.constant(true as const) }
const required = ['kind', 'name', 'label'] as const
const field: fc.Arbitrary<Field> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('text' as const),
      ...base,
      ...optionalKeys,
      maxLength: fc.integer({ min: 1, max: 3000 }),
      multiline: fc.constant(true as const),
      value: kept,
    },
    { requiredKeys: [...required, 'maxLength'] },
  ),
  fc.record(
    { kind: fc.constant('choice' as const), ...base, ...optionalKeys, options, value: kept },
    { requiredKeys: [...required, 'options'] },
  ),
  fc.record(
    { kind: fc.constant('choices' as const), ...base, ...optionalKeys, options, values: fc.array(kept) },
    { requiredKeys: [...required, 'options'] },
  ),
  fc.record(
    {
      kind: fc.constant('date' as const),
      ...base,
      ...optionalKeys,
      value: fc.constantFrom('2027-01-04', '4/1/27'),
    },
    { requiredKeys: [...required] },
  ),
  fc.record(
    {
      kind: fc.constant('number' as const),
      ...base,
      ...optionalKeys,
      min: fc.constant(0),
      max: fc.constant(600),
      whole: fc.constant(true as const),
      value: fc.constantFrom('12', 'twelve', '', '1e3'),
    },
    { requiredKeys: [...required] },
  ),
)
export const form: fc.Arbitrary<Form> = fc.record({
  verb: fc.constant('checkin.save'),
  about: id,
  title: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }),
  submit: fc.constant('Save'),
  parts: fc.uniqueArray(
    fc.oneof(
      fc.record({ kind: fc.constant('field' as const), field }),
      fc.record({ kind: fc.constant('words' as const), block }),
    ),
    {
      maxLength: 8,
      selector: (part) => (part.kind === 'field' ? part.field.name : part),
    },
  ),
})
