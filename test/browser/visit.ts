import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import type { AccountKey } from '../../src/playground/wire.ts'

export interface VisitOptions {
  /** Who is on screen. */
  readonly people?: readonly AccountKey[]
  readonly width?: number
  readonly height?: number
  readonly dark?: boolean
  /** What the page may complain of, because the test takes something away from it. */
  readonly expected?: RegExp
}

/** A visitor's browser, open on the playground. */
export interface Visit {
  readonly page: Page
  readonly context: BrowserContext
  /** One person's pane. */
  pane(key: AccountKey): Pane
  /** Closes it, and throws where the page complained or asked another host for something. */
  close(): Promise<void>
}

/** All that one person has before their eyes. */
export interface Pane {
  readonly all: Locator
  /** What was written in the place that is shown, the newest last. */
  readonly messages: Locator
  readonly newest: Locator
  /** The newest thing to press that does this. */
  button(verb: string): Locator
  readonly box: Locator
  readonly dialog: Locator
}

// Long enough for a machine that does much at once; what takes longer is broken.
const patienceMs = 30_000

export async function openVisit(
  browser: Browser,
  address: string,
  { people = [], width = 1280, height = 800, dark = false, expected }: VisitOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
  })
  context.setDefaultTimeout(patienceMs)
  const complaints: string[] = []
  context.on('request', (request) => {
    if (new URL(request.url()).origin !== address) complaints.push(`asked ${request.url().slice(0, 200)}`)
  })
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  context.on('weberror', (error) => complaints.push(String(error.error())))
  const page = await context.newPage()
  await page.goto(`${address}/${people.length > 0 ? `#${people.join('&')}` : ''}`)
  return {
    page,
    context,
    pane: (key) => paneOf(page, key),
    close: async () => {
      await context.close()
      const unexpected = complaints.filter((complaint) => expected?.test(complaint) !== true)
      if (unexpected.length > 0) throw new Error(`The page complained:\n${unexpected.join('\n')}`)
    },
  }
}

function paneOf(page: Page, key: AccountKey): Pane {
  const all = page.locator(`[data-account="${key}"]`)
  const messages = all.locator('[data-message]')
  return {
    all,
    messages,
    newest: messages.last(),
    button: (verb) => all.locator(`[data-action="${verb}"], [data-action^="${verb}:"]`).last(),
    box: all.locator('.composer-box'),
    dialog: all.getByRole('dialog'),
  }
}
