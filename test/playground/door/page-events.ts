/** What a page hears. */
export interface Heard {
  readonly name: string
  readonly data: unknown
  readonly at: number
}

export interface Listening {
  readonly heard: Heard[]
  readonly raw: () => string
  readonly ended: Promise<void>
  /** The next event that fits, also one heard already but not taken yet. */
  next(fits: (event: Heard) => boolean): Promise<Heard>
  close(): void
}

/** Listens as a page does. */
export async function listen(address: string, people: readonly string[] = []): Promise<Listening> {
  const controller = new AbortController()
  const { signal } = controller
  const response = await fetch(`${address}/playground/events?people=${people.join(',')}`, { signal })
  const heard: Heard[] = []
  const waiting = new Set<() => void>()
  let text = ''
  let taken = 0
  const take = (block: string) => {
    const [, name] = /^event: (.*)$/m.exec(block) ?? []
    const [, data] = /^data: (.*)$/m.exec(block) ?? []
    if (name && data) heard.push({ name, data: JSON.parse(data), at: performance.now() })
  }
  const read = async () => {
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true })
      const blocks = text.slice(taken).split('\n\n').slice(0, -1)
      blocks.forEach(take)
      taken += blocks.reduce((length, block) => length + block.length + 2, 0)
      for (const look of waiting) look()
    }
  }
  const ended = read().catch(() => undefined)
  return {
    heard,
    raw: () => text,
    ended,
    next: (fits) =>
      new Promise((resolve) => {
        const look = () => {
          const found = heard.find(fits)
          if (found === undefined) return
          heard.splice(heard.indexOf(found), 1)
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
    close: () => controller.abort(),
  }
}
