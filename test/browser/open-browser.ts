import { type Browser, chromium } from 'playwright-core'
import { findBrowser } from './find-browser.ts'

// It is to talk to nobody but the server under test.
const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts a browser with an empty profile, about half a second; a new context of it has no past. The caller closes it. */
export async function openBrowser(): Promise<Browser> {
  const { file, env } = await findBrowser()
  return await chromium.launch({
    executablePath: file,
    args: flags,
    env: { ...process.env, ...env },
  })
}
