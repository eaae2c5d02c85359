import { keepCompiledCode } from './compile-cache.ts'
import { type Config, readConfig } from './config.ts'
import { describeFault } from './fault.ts'

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
  if (config.slack || config.teams) return await serve(config)
  const { demonstrate } = await import('./playground/demonstration.ts')
  return await demonstrate(config, serve)
}

if (import.meta.main) await main()
