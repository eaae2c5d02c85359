import { type PersonalRecord, readable } from '../core/record/record.ts'
import { momentWords } from '../core/record/words.ts'

/** The record for other programs to read. */
export function recordAsJson(record: PersonalRecord): string {
  return `${JSON.stringify(record, undefined, 2)}\n`
}

/** The record for its person to read, on any device and on paper: one page that asks for nothing else. */
export function recordAsHtml(
  record: PersonalRecord,
  reader: { readonly locale: string; readonly zone: string },
): string {
  const filled = record.parts.filter(({ rows }) => rows.length > 0)
  const title = `What Rounds keeps about ${record.name}`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p>Written on ${escaped(momentWords(record.writtenAt, reader))}, from ${escaped(record.organization)}.</p>
<nav><ul>${filled.map(({ name, heading, rows }) => `<li><a href="#${name}">${escaped(heading)}</a> (${rows.length})</li>`).join('')}</ul></nav>
${filled.map((part) => sectionOf(part, reader)).join('\n')}
<p class="note">Whom you would rather not be paired with stands in your profile alone: it is in no file.</p>
</main>
</body>
</html>
`
}

function sectionOf(
  { name, heading, readBy, rows }: PersonalRecord['parts'][number],
  reader: { readonly locale: string; readonly zone: string },
): string {
  const items = rows.map((row) => {
    const facts = readable(name, row, reader)
    return `<dl>${facts.map(({ label, value }) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>`
  })
  return `<section id="${name}"><h2>${escaped(heading)}</h2><p class="note">Who can read it: ${escaped(readBy)}</p>${items.join('\n')}</section>`
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => signs[sign] ?? sign)
}

const style = `
:root { color-scheme: light dark; font: 100%/1.5 system-ui, sans-serif; }
body { margin: 0; }
main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 0; }
nav ul { columns: 14rem; padding-left: 1.2rem; }
.note { color: light-dark(#4a5b60, #a9b9bd); font-size: 0.875rem; }
dl { display: grid; grid-template-columns: fit-content(40%) 1fr; gap: 0.15rem 1rem; margin: 0.75rem 0; padding: 0.75rem; border: 1px solid light-dark(#d5dddb, #34454a); border-radius: 8px; }
dt { color: light-dark(#4a5b60, #a9b9bd); }
dd { margin: 0; white-space: pre-line; }
@media print { dl { break-inside: avoid-page; } h2, h2 + .note { break-after: avoid-page; } nav { display: none; } }`
