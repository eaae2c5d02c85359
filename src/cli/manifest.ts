import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import { type Answer, tell } from './answer.ts'
import { cannotWrite } from './cannot-write.ts'

interface ManifestOptions {
  readonly out?: string
  readonly json?: boolean
}

export function addManifest(rounds: Command): void {
  const manifest = rounds
    .command('manifest')
    .helpCommand(false)
    .description('what Slack and Teams are told about the app')
  manifest
    .command('slack')
    .description('the Slack app manifest (JSON) for this PUBLIC_URL, or for Socket Mode without one')
    .option('--out <file>', 'write it to a file')
    .action(async (options: ManifestOptions) => tell(await slack(options), {}))
  manifest
    .command('teams')
    .description('the Teams app package (a zip to upload) for this PUBLIC_URL')
    .option('--out <file>', 'write it to a file; default: rounds-teams.zip')
    .action(async (options: ManifestOptions) => tell(await teams(options), {}))
  manifest
    .command('verbs')
    .description('every verb of buttons and forms, and every command')
    .option('--json', 'print data as JSON')
    .action(async (options: ManifestOptions) => tell(await verbs(), options))
}

async function slack({ out }: ManifestOptions): Promise<Answer> {
  const { readConfig } = await import('../config.ts')
  const read = readConfig()
  if (!read.ok) return { refused: read.errors }
  const { slackManifest } = await import('../slack/manifest.ts')
  const { commandMenu } = await import('../core/message/commands.ts')
  const { slack: configured, http } = read.config
  const { publicUrl } = http
  const manifest = slackManifest({
    ...(publicUrl !== undefined && { publicUrl }),
    socketMode: configured?.mode === 'socket' || publicUrl === undefined,
    commandHint: commandMenu.map(({ words }) => words).join(' | '),
  })
  const text = JSON.stringify(manifest, null, 2)
  return out === undefined ? { lines: [text] } : writeOut(out, `${text}\n`)
}

async function teams({ out = 'rounds-teams.zip' }: ManifestOptions): Promise<Answer> {
  const { readConfig } = await import('../config.ts')
  const read = readConfig()
  if (!read.ok) return { refused: read.errors }
  const { teams: configured, http } = read.config
  const missing = [
    ...(configured?.app ? [] : ['TEAMS_APP_ID is missing: the package names the app registration by it.']),
    ...(http.publicUrl === undefined ? ['PUBLIC_URL is missing: the package names this server by it.'] : []),
  ]
  if (!configured?.app || http.publicUrl === undefined) return { refused: missing }
  const { teamsPackage } = await import('../teams/manifest.ts')
  const { commandMenu } = await import('../core/message/commands.ts')
  const zip = await teamsPackage({
    appId: configured.app.appId,
    publicUrl: http.publicUrl,
    version: await readVersion(),
    commands: commandMenu.map(({ words, summary }) => ({ title: words, description: summary })),
  })
  return writeOut(out, zip)
}

async function verbs(): Promise<Answer> {
  const { onPress, onSubmit } = await import('../app/deeds.ts')
  const { commands } = await import('../core/message/commands.ts')
  const { openFormVerb } = await import('../teams/words.ts')
  const { LINK_VERB } = await import('../slack/render/buttons.ts')
  const data = {
    // Besides those of the table: a command as a button, Teams' way to the form of one, Slack's links.
    press: [...Object.keys(onPress), 'command.run', openFormVerb, LINK_VERB].sort(),
    submit: Object.keys(onSubmit).sort(),
    commands: commands.map(({ words }) => words),
  }
  return {
    lines: [
      ...data.press.map((verb) => `press    ${verb}`),
      ...data.submit.map((verb) => `submit   ${verb}`),
      ...data.commands.map((words) => `command  ${words}`),
    ],
    data,
  }
}

async function writeOut(file: string, content: string | Uint8Array): Promise<Answer> {
  try {
    await writeFile(file, content)
    return { lines: [`Written to ${file}.`] }
  } catch (error) {
    return { refused: [`${cannotWrite(file, error)}.`] }
  }
}

/** The product's version, as package.json says it. */
async function readVersion(): Promise<string> {
  const text = await readFile(join(import.meta.dirname, '../../package.json'), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version
}
