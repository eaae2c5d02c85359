import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'

interface Violation {
  readonly id: string
  readonly impact: string | null
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

let source: Promise<string> | undefined

/** What axe finds serious or critical on the page as it stands, each in a few lines; of all its rules, or of this one. */
export async function seriousFaults(page: Page, rule?: string): Promise<string[]> {
  source ??= readFile(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
  await page.evaluate(await source)
  const violations = await page.evaluate<Violation[]>(
    `axe.run(document, ${options(rule)}).then(({ violations }) => violations)`,
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ html }) => html.slice(0, 160))
          .slice(0, 4)
          .join(' | ')}`,
    )
}

function options(rule: string | undefined): string {
  const runOnly = rule === undefined ? {} : { runOnly: [rule] }
  return JSON.stringify({ resultTypes: ['violations'], ...runOnly })
}
