import type { Command } from 'commander'
import type { DigestPreview } from '../app/digest/digest-by-hand.ts'
import type { Posted } from '../app/digest/post-digests.ts'
import type { Config } from '../config.ts'
import { type Answer, tell } from './answer.ts'
import { readInstant, type SharedOptions, withShared } from './options.ts'
import type { Opened } from './with-world.ts'

interface DigestOptions extends SharedOptions {
  readonly program: string
  readonly at?: Temporal.Instant
  readonly send?: boolean
}

export function addDigest(rounds: Command): void {
  withShared(
    rounds
      .command('digest')
      .description('print a program’s digest, and with --send post it')
      .requiredOption('--program <slug>', 'the program')
      .option('--at <instant>', 'the instant, like 2027-01-05T09:00:00Z; default: now', readInstant)
      .option('--send', 'post it in the coordinators’ channel'),
  ).action(async (options: DigestOptions) => tell(await showDigest(options), options))
}

async function showDigest({ org, at, program, send = false }: DigestOptions): Promise<Answer> {
  const { withWorld } = await import('./with-world.ts')
  const { inOrganization } = await import('../app/world.ts')
  const { findProgram } = await import('./find-program.ts')
  const { whyTooEarly } = await import('./may-send.ts')
  const instant = at ?? Temporal.Now.instant().round('millisecond')
  const objection = (config: Config) => (send ? whyTooEarly(config, instant) : undefined)
  return withWorld({ org, at: instant, platforms: true, objection }, async (opened) => {
    const { world, organizationId } = opened
    const found = await inOrganization(world, organizationId, (scope) => findProgram(scope, program))
    if ('refused' in found) return found
    return send
      ? post(opened, { slug: program, at: instant })
      : preview(opened, { slug: program, at: instant })
  })
}

interface Wanted {
  readonly slug: string
  readonly at: Temporal.Instant
}

async function preview({ world, organizationId }: Opened, wanted: Wanted): Promise<Answer> {
  const { previewDigest } = await import('../app/digest/digest-by-hand.ts')
  const { linesOf } = await import('./message-text.ts')
  const found = await previewDigest(world, { organizationId, ...wanted })
  if (!found) return { refused: ['The program is gone.'] }
  const { message, figures } = found
  return {
    lines: linesOf(message),
    data: { at: wanted.at.toString(), figures, message },
    notes: describeChannel(found),
  }
}

function describeChannel({ channel }: DigestPreview): string[] {
  if (channel.fit === true) return []
  return channel.fit === 'unknown'
    ? ['Its channel could not be looked at now.']
    : ['It would not be posted: its channel cannot be used as it stands (doctor says more).']
}

async function post(opened: Opened, wanted: Wanted): Promise<Answer> {
  const { whyNotFromHere } = await import('./may-send.ts')
  const { queuedBy } = await import('../app/due.ts')
  const { sendDigest } = await import('../app/digest/digest-by-hand.ts')
  const { deliverNow, describeDelivered } = await import('./deliver-now.ts')
  const { world, organizationId } = opened
  const refused = await whyNotFromHere(opened)
  if (refused !== undefined) return { refused: [refused] }
  const { result: posted = 'not-due', items } = await queuedBy(world, organizationId, () =>
    sendDigest(world, { organizationId, ...wanted }),
  )
  const entries = items.flatMap(({ entry }) => (entry === undefined ? [] : [entry]))
  const delivered = await deliverNow(opened, entries)
  const words = describeDelivered(delivered)
  if (posted !== 'posted') return { refused: [`${notPosted[posted]} ${words}`] }
  return { lines: [`The digest is posted. ${words}`], data: { at: wanted.at.toString(), posted, delivered } }
}

const notPosted: Readonly<Record<Exclude<Posted, 'posted'>, string>> = {
  refused: 'Its channel cannot be used as it stands: the coordinators are told why.',
  'too-late': 'It is too late for this digest.',
  waiting: 'The platform does not answer now: a running server posts the digest as soon as it does.',
  'not-due': 'Another process is posting it at this moment.',
}
