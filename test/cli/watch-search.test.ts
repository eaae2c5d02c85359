import { setTimeout as later } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { watchSearch } from '../../src/cli/watch-search.ts'

const { isTTY } = process.stderr

afterEach(() => {
  process.stderr.isTTY = isTTY
  vi.restoreAllMocks()
})

test('Ctrl-C ends the search, and afterwards ends the program again', async () => {
  const before = process.listenerCount('SIGINT')

  const ended = await watchSearch(({ signal }) => {
    const end = Promise.withResolvers<string>()
    signal.addEventListener('abort', () => end.resolve('interrupted'))
    process.emit('SIGINT')
    return end.promise
  })

  expect(ended).toBe('interrupted')
  expect(process.listenerCount('SIGINT')).toBe(before)
})

test('a search of more than a second shows how far it is, and wipes that away, where somebody looks on', async () => {
  const lookedAt = await shown(true)
  const piped = await shown(false)

  expect(lookedAt).toContain('Looking for pairs: 42%')
  expect(lookedAt).not.toContain('7%')
  expect(lookedAt.endsWith('\r\u001b[K')).toBe(true)
  expect(piped).toBe('')
})

async function shown(isTerminal: boolean): Promise<string> {
  const written: string[] = []
  process.stderr.isTTY = isTerminal
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean(written.push(String(text))))
  await watchSearch(async ({ onPercent }) => {
    onPercent(7)
    await later(1_050)
    onPercent(42)
  })
  vi.restoreAllMocks()
  return written.join('')
}
