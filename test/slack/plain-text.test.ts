import { expect, test } from 'vitest'
import { plainText } from '../../src/slack/plain-text.ts'

test.each([
  ['a &lt; b &amp;&amp; c &gt; d', 'a < b && c > d'],
  ['&amp;lt; stays as it was typed', '&lt; stays as it was typed'],
  ['see <https://example.org/x>', 'see https://example.org/x'],
  ['see <https://example.org/x|example.org/x>', 'see https://example.org/x'],
  ['see <https://example.org/x|the guide>', 'see the guide (https://example.org/x)'],
  ['write to <mailto:amira@example.org|amira@example.org>', 'write to amira@example.org'],
  ['with <@U0AMIRA> and <@U0AMIRA|amira>', 'with @U0AMIRA and @amira'],
  ['in <#C1|wards>', 'in #wards'],
  ['hey <!channel> and <!subteam^S1|@nurses>', 'hey @channel and @nurses'],
  ['5 < 6 and <not a link>', '5 < 6 and <not a link>'],
])('%s', (written, read) => {
  expect(plainText(written)).toBe(read)
})
