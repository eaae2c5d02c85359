/** As plain text, what stands under a heading of second order in a Markdown text, up to the next; empty if there is none such. */
export function sectionOf(markdown: string, heading: string): string {
  const [, after = ''] = `\n${markdown}`.split(`\n## ${heading}\n`)
  const [section = ''] = after.split('\n## ')
  return section
    .replace(/[`*]/g, '')
    .replace(/(^|[\s(])_([^_\n]+)_(?=[\s,.;:)]|$)/g, '$1$2')
    .replace(/<(https:[^>\s]+)>/g, '$1')
    .trim()
}
