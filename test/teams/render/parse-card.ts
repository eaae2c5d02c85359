import { createRequire } from 'node:module'

interface Renderer {
  readonly AdaptiveCard: new () => {
    parse(json: unknown, context: Context): void
    validateProperties(): Validation
  }
  readonly SerializationContext: new () => Context
}
interface Context {
  readonly eventCount: number
  getEventAt(index: number): { readonly message: string }
}
interface Validation {
  readonly validationEvents: readonly { readonly message: string }[]
}

// Microsoft's own renderer, which also runs in Teams; its entry for Node is this file.
const renderer = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js') as Renderer

/** What Microsoft's renderer has to complain about in this card. */
export function complaintsAbout(card: unknown): string[] {
  const context = new renderer.SerializationContext()
  const parsed = new renderer.AdaptiveCard()
  parsed.parse(JSON.parse(JSON.stringify(card)), context)
  const parsing = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message)
  return [...parsing, ...parsed.validateProperties().validationEvents.map((event) => event.message)]
}
