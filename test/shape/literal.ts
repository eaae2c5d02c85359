/** Looks through rendered messages for people’s words where a platform would read them as markup. */

type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json }

const markup = /<[!@]|\*bold\*|\*a\*|\*u\*|\]\(http|\{\{\s*(?:DATE|TIME)/

const readBySlack = ['mrkdwn', 'channel', 'user', 'usergroup', 'broadcast', 'date', 'emoji']

/** Where in a Slack payload words stand that Slack would not show as they are. */
export function interpretedBySlack(payload: unknown): string[] {
  return found(payload, (holder, key, text) => {
    if (readBySlack.includes(String(holder['type']))) return true
    if (key === 'url') return markup.test(text)
    if (!markup.test(text)) return false
    // The text of a notification: every message is sent with `mrkdwn: false`, which leaves only what stands in < >.
    if (holder['type'] === undefined && key === 'text') return /[<>]/.test(text)
    const isLiteral = key === 'text' && ['plain_text', 'text', 'link'].includes(String(holder['type']))
    return !isLiteral && !['initial_value', 'value', 'alt_text'].includes(key)
  })
}

/** Where in a card words stand that Teams would format, link or compute. */
export function interpretedByTeams(card: unknown): string[] {
  return found(card, (holder, key, text) => {
    if (['TextBlock', 'FactSet', 'Fact'].includes(String(holder['type']))) return true
    if (!markup.test(text)) return false
    if (/\{\{\s*(?:DATE|TIME)/.test(text)) return key !== 'value'
    const shownAsIs = ['TextRun', 'Action.Execute', 'Action.Submit', 'Action.OpenUrl', 'AdaptiveCard']
    return !(
      shownAsIs.includes(String(holder['type'])) ||
      ['value', 'altText'].includes(key) ||
      isInput(holder, key)
    )
  })
}

/** Labels and drop-downs of inputs are no Markdown; a choice has no type of its own. */
function isInput(holder: Record<string, Json>, key: string): boolean {
  return String(holder['type']).startsWith('Input.') || (holder['type'] === undefined && key === 'title')
}

function found(
  value: unknown,
  isRead: (holder: Record<string, Json>, key: string, text: string) => boolean,
): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => found(item, isRead))
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, Json>
  return Object.entries(holder).flatMap(([key, inner]) => {
    if (typeof inner !== 'string') return found(inner, isRead)
    return isRead(holder, key, inner) ? [`${String(holder['type'])}.${key}: ${inner.slice(0, 80)}`] : []
  })
}
