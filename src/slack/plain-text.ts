/**
 * What somebody typed, as they saw it. Slack escapes `&`, `<` and `>` and writes mentions and links as entities
 * (docs.slack.dev, formatting message text).
 */
export function plainText(written: string): string {
  return written
    .replace(/<([^<>|]*)(?:\|([^<>]*))?>/g, (whole, entity: string, label: string | undefined) =>
      wordsOf({ whole, entity, label }),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

function wordsOf({
  whole,
  entity,
  label = '',
}: {
  whole: string
  entity: string
  label?: string | undefined
}) {
  if (entity.startsWith('!')) return label || `@${entity.slice(1)}`
  if (/^[@#]/.test(entity)) return label === '' ? entity : `${entity.slice(0, 1)}${label}`
  if (!/^(https?:|mailto:|tel:)/.test(entity)) return whole
  return entity.endsWith(label) ? entity.replace(/^(mailto|tel):/, '') : `${label} (${entity})`
}
