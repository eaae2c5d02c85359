import type { Command } from 'commander'
import type { Due, DueItem } from '../app/due.ts'
import type { Config } from '../config.ts'
import { type Answer, tell } from './answer.ts'
import { readInstant, type SharedOptions, withShared } from './options.ts'
import type { Opened } from './with-world.ts'

interface DueOptions extends SharedOptions {
  readonly at?: Temporal.Instant
  readonly send?: boolean
}

export function addDue(rounds: Command): void {
  withShared(
    rounds
      .command('due')
      .description('list what is due at an instant, and with --send do it')
      .option('--at <instant>', 'the instant, like 2027-01-05T09:00:00Z; default: now', readInstant)
      .option('--send', 'do it, exactly as the running server would have'),
  ).action(async (options: DueOptions) => tell(await showDue(options), options))
}

async function showDue({ org, at, send = false }: DueOptions): Promise<Answer> {
  const { withWorld } = await import('./with-world.ts')
  const { doDue } = await import('../app/due.ts')
  const { deliverNow, describeDelivered } = await import('./deliver-now.ts')
  const { whyNotFromHere, whyTooEarly } = await import('./may-send.ts')
  const instant = at ?? Temporal.Now.instant().round('millisecond')

  const objection = (config: Config) => (send ? whyTooEarly(config, instant) : undefined)
  return withWorld({ org, at: instant, platforms: true, objection }, async (opened) => {
    const { world, organizationId } = opened
    if (!send) return list(opened, instant)
    const refused = await whyNotFromHere(opened)
    if (refused !== undefined) return { refused: [refused] }
    const due = await doDue(world, organizationId)
    const entries = due.items.flatMap(({ entry }) => (entry === undefined ? [] : [entry]))
    const delivered = await deliverNow(opened, entries)
    const { lines = [], data, ...rest } = answer(instant, due)
    return {
      ...rest,
      lines: [...lines, describeDelivered(delivered)],
      data: { ...data, delivered },
    }
  })
}

async function list(opened: Opened, at: Temporal.Instant): Promise<Answer> {
  const { listDue } = await import('../app/due.ts')
  const { platformMissing } = await import('./may-send.ts')
  const listed = answer(at, await listDue(opened.world, opened.organizationId))
  const missing = await platformMissing(opened)
  if (missing === undefined) return listed
  const note = `${missing} is not configured here: a digest there is listed as if its channel were missing.`
  return { ...listed, notes: [note] }
}

function answer(at: Temporal.Instant, { items, failed }: Due): Answer & { data: Record<string, unknown> } {
  const heading = items.length === 0 ? `Nothing is due at ${at}.` : `Due at ${at}:`
  return {
    lines: [heading, ...items.map(describe)],
    data: {
      at: at.toString(),
      due: items.map(({ kind, who, platform, notBefore }) => ({
        kind,
        who,
        ...(platform !== undefined && { platform }),
        ...(notBefore && { notBefore: notBefore.toString() }),
      })),
    },
    ...(failed.length > 0 && {
      refused: [`Not everything could be looked at: ${failed.join(', ')} failed, as the log above says.`],
    }),
  }
}

function describe({ kind, who, platform, notBefore }: DueItem): string {
  const where = platform === undefined ? '' : ` (${platform === 'slack' ? 'Slack' : 'Teams'})`
  const when = notBefore ? `, not before ${notBefore}` : ''
  return `  ${who}: ${kind}${where}${when}`
}
