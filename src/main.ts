import { keepCompiledCode } from './compile-cache.ts'
import { type Config, readConfig } from './config.ts'
import { describeFault } from './fault.ts'
import type { Running, serve as Serve } from './serve.ts'
import { startNotes } from './start-notes.ts'

/** `npm start`: the bot for real where a platform is configured, else the demonstration hospital. */
export async function main(): Promise<void> {
  const read = readConfig()
  if (!read.ok) {
    process.stderr.write(`Rounds cannot start:\n${read.errors.map((error) => `  ${error}\n`).join('')}`)
    process.exitCode = 1
    return
  }
  const running = await start(read.config).catch((cause: unknown) => {
    process.stderr.write(`Rounds cannot start: ${describeFault(cause)}\n`)
    process.exit(1)
  })
  let stopping = false
  const shutDown = () => {
    if (stopping) return
    stopping = true
    void running.stop().finally(() => process.exit())
  }
  process.on('SIGTERM', shutDown)
  process.on('SIGINT', shutDown)
}

async function start(config: Config): Promise<{ stop(): Promise<void> }> {
  keepCompiledCode()
  const { serve } = await import('./serve.ts')
  if (config.slack || config.teams) return await runForReal(config, serve)
  const { demonstrate } = await import('./playground/demonstration.ts')
  return await demonstrate(config, serve)
}

/** In production a log collector reads what is printed: there the log's own line is enough. */
async function runForReal(config: Config, serve: typeof Serve): Promise<Running> {
  const running = await serve(config)
  if (!config.production) process.stdout.write(`${startNotes(config, running.address).join('\n')}\n`)
  return running
}

if (import.meta.main) await main()
