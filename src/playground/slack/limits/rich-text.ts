import type { Payload } from '../payload.ts'

const many = Number.POSITIVE_INFINITY

/** A rich text block: sections, lists, quotes and code. */
export function checkRichText(block: Payload): void {
  block.hasOnly(['type', 'block_id', 'elements'])
  block.at('elements').counts(1, many)
  for (const part of block.at('elements').each()) {
    const check = parts[String(part.at('type').value)]
    if (check === undefined) part.at('type').wrong('unsupported type of element')
    else check(part)
  }
}

const parts: Readonly<Record<string, (part: Payload) => void>> = {
  rich_text_section: (part) => checkSpans(part),
  rich_text_quote: (part) => checkSpans(part, ['border']),
  rich_text_preformatted: (part) => checkSpans(part, ['border', 'language']),
  rich_text_list: (list) => {
    list.hasOnly(['type', 'style', 'elements', 'indent', 'offset', 'border'])
    list.at('style').isOneOf(['bullet', 'ordered'])
    list.at('indent').isWhole(0, 8)
    list.at('offset').isWhole(0, many)
    list.at('elements').counts(1, many)
    for (const item of list.at('elements').each()) {
      item.at('type').isOneOf(['rich_text_section'])
      checkSpans(item)
    }
  },
}

/** What each kind of span carries beside its style. */
const spans: Readonly<Record<string, readonly string[]>> = {
  text: ['text'],
  link: ['text', 'url', 'unsafe'],
  emoji: ['name', 'unicode', 'skin_tone'],
  user: ['user_id'],
  channel: ['channel_id'],
  usergroup: ['usergroup_id'],
  team: ['team_id'],
  broadcast: ['range'],
  date: ['timestamp', 'format', 'url', 'fallback'],
  color: ['value'],
}

const required: Readonly<Record<string, string>> = {
  link: 'url',
  emoji: 'name',
  user: 'user_id',
  channel: 'channel_id',
  usergroup: 'usergroup_id',
  broadcast: 'range',
  date: 'format',
}

function checkSpans(section: Payload, more: readonly string[] = []): void {
  section.hasOnly(['type', 'elements', ...more])
  section.at('elements').counts(1, many)
  for (const span of section.at('elements').each()) checkSpan(span)
}

function checkSpan(span: Payload): void {
  const type = String(span.at('type').value)
  const keys = spans[type]
  if (keys === undefined) {
    span.at('type').wrong('unsupported type of element')
    return
  }
  span.hasOnly(['type', 'style', ...keys])
  span
    .at('style')
    .hasOnly(['bold', 'italic', 'strike', 'code', 'underline', 'highlight', 'client_highlight', 'unlink'])
  const { value } = span.at('text')
  const isText = typeof value === 'string' && value !== '' && value.isWellFormed()
  if (type === 'text' && !isText) span.wrong('must be text')
  if (type === 'link' && value !== undefined && !isText) span.wrong('must be text')
  const needed = required[type]
  if (needed !== undefined) span.at(needed).isText(1, 3000)
}
