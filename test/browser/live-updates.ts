import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import type { AccountKey, PersonState } from '../../src/playground/wire.ts'

/** How long messages of the bot took, from coming to the platform to being on the page. */
export interface LiveUpdates {
  /** Waits until so many messages to this person, of whomever, have come onto the page since the watch began. */
  seen(who: AccountKey, least: number): Promise<void>
  /** How long each of the bot's to this person took, in milliseconds. Rejects where the page has left one out. */
  of(who: AccountKey): Promise<number[]>
}

const patienceMs = 60_000

// A frame is waited for: what is in the document by then is drawn in it. What is there already counts as seen.
const watching = `
  window.messagesSeen = new Map([...document.querySelectorAll('[data-message]')].map((one) => [one.id, 0]))
  new MutationObserver(() => {
    for (const { id } of document.querySelectorAll('[data-message]')) {
      if (window.messagesSeen.has(id)) continue
      window.messagesSeen.set(id, 0)
      requestAnimationFrame(() => window.messagesSeen.set(id, Date.now()))
    }
  }).observe(document.body, { childList: true, subtree: true })
`

/** Watches a page of the playground, by the clock of the machine, which the playground has to run on as well. */
export async function watchUpdates(page: Page): Promise<LiveUpdates> {
  const { origin } = new URL(page.url())
  await page.evaluate(watching)
  const since = Date.now()
  return {
    seen: async (who, least) => {
      const until = performance.now() + patienceMs
      while ((await seenBy(page)).filter(([id, at]) => at > 0 && id.startsWith(`${who}/`)).length < least) {
        if (performance.now() > until) throw new Error(`Fewer than ${least} messages came to ${who}`)
        await wait(10)
      }
    },
    of: async (who) => {
      const { places } = await personState(origin, who)
      const came = places.flatMap((place) =>
        place.messages
          .filter(({ from, cameAt }) => from === undefined && cameAt > since)
          .map(({ id, cameAt }) => ({ id: `${who}/${place.id}/${id}`, cameAt })),
      )
      const seen = new Map(await seenBy(page))
      return came.map(({ id, cameAt }) => {
        const at = seen.get(id) ?? 0
        if (at < cameAt) throw new Error(`${id} is not on the page, or was before it came`)
        return at - cameAt
      })
    },
  }
}

/** Each message by its element, and when it was seen. */
function seenBy(page: Page): Promise<[string, number][]> {
  return page.evaluate<[string, number][]>('[...window.messagesSeen]')
}

/** What somebody has before their eyes, as the page is told it. */
async function personState(address: string, who: AccountKey): Promise<PersonState> {
  const response = await fetch(`${address}/playground/events?people=${encodeURIComponent(who)}`)
  let text = ''
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString('latin1')
    const told = /event: person\ndata: (.*)\n/.exec(text)?.[1]
    if (told !== undefined) return JSON.parse(Buffer.from(told, 'latin1').toString()) as PersonState
  }
  throw new Error('The playground told nothing.')
}
