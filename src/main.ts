import { keepCompiledCode } from './compile-cache.ts'
import { type Config, isLoopback, readConfig } from './config.ts'
import { describeFault } from './fault.ts'
import type { Running, serve as Serve } from './serve.ts'
import { startNotes } from './start-notes.ts'

/** `npm start`: the bot for real where a platform is configured or in production, else the playground. */
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
  if (config.slack || config.teams || config.production) return await runForReal(config, serve)
  return await play(config, serve)
}

/** In production a log collector reads what is printed: there the log's own line is enough. */
async function runForReal(config: Config, serve: typeof Serve): Promise<Running> {
  const running = await serve(config)
  const { log } = running.world
  if (!config.slack && !config.teams) log.warn('no platform is configured: nobody can be reached')
  if (!config.production) process.stdout.write(`${startNotes(config, running.address).join('\n')}\n`)
  return running
}

/** The page can do whatever anybody of the hospital can: it is for whoever sits at this machine. */
async function play(config: Config, serve: typeof Serve): Promise<{ stop(): Promise<void> }> {
  if (!isLoopback(config.http.host)) {
    throw new Error(
      'Without a platform the playground runs, which is for this machine only: leave HOST unset, or configure Slack or Teams.',
    )
  }
  if (config.notYetUsed.length > 0) {
    throw new Error(
      `There is no playground where credentials are set, and ${config.notYetUsed.join(', ')} alone connect nothing: leave them unset, or configure Slack or Teams as README.md says.`,
    )
  }
  const { openPlayground } = await import('./playground/playground.ts')
  const playground = await openPlayground(config, serve)
  process.stdout.write(`${welcome(playground.address).join('\n')}\n`)
  return playground
}

function welcome(address: string): string[] {
  return [
    `The playground is open: ${address}`,
    '  A made-up hospital with a small Slack, a small Teams and a clock. The bot is the real one.',
    '  Open the address in a browser. Ctrl-C ends it; the next start goes on where it was.',
    '  To connect a real Slack workspace or Microsoft Teams: see README.md.',
  ]
}

if (import.meta.main) await main()
