import { globSync, readFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { pathToFileURL } from 'node:url'

/** Where features keep their words. */
const wordFiles = 'src/core/**/{*messages,recap,notice,privacy}.ts'

/** Runs it, and gives the exported functions of the features' words that it did not call: messages that nobody was shown. */
export async function unusedWords(run: () => Promise<unknown>): Promise<string[]> {
  const called = await functionsCalled(run)
  return globSync(wordFiles).flatMap((file) => {
    const declared = [...readFileSync(file, 'utf8').matchAll(/^export function (\w+)/gm)]
    const here = called.get(pathToFileURL(file).href) ?? new Set()
    return declared.flatMap(([, name = '']) => (here.has(name) ? [] : [`${file}: ${name}`]))
  })
}

async function functionsCalled(run: () => Promise<unknown>): Promise<Map<string, Set<string>>> {
  const session = new Session()
  session.connect()
  try {
    await session.post('Profiler.enable')
    await session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: false })
    await run()
    const { result } = await session.post('Profiler.takePreciseCoverage')
    return new Map(
      result.map(({ url, functions }) => {
        const called = functions.filter(({ ranges: [whole] }) => whole !== undefined && whole.count > 0)
        return [url, new Set(called.map(({ functionName }) => functionName))] as const
      }),
    )
  } finally {
    session.disconnect()
  }
}
