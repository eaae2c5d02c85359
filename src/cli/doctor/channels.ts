import { lookAtChannel } from '../../app/digest/look-at-channel.ts'
import type { World } from '../../app/world.ts'
import type { Platform } from '../../core/people/account.ts'
import type { Program } from '../../core/program/program.ts'
import { type Finding, fine, problem } from './finding.ts'

/** Asks the platforms whether the digest of each of these programs would be taken by its channel. */
export async function checkChannels(
  world: World,
  organizationId: string,
  programs: readonly Program[],
): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const program of programs) {
    const { digest } = program
    if (digest && world.directories[digest.platform]) {
      findings.push(await checkChannel(world, organizationId, { ...program, digest }))
    }
  }
  return findings
}

async function checkChannel(
  world: World,
  organizationId: string,
  program: Program & { digest: { platform: Platform; channel: string } },
): Promise<Finding> {
  const about = `program ${program.slug}`
  const { platform, channel } = program.digest
  const verdict = await lookAtChannel(world, organizationId, program)
  if (verdict.fit === 'unknown') return problem(about, 'its digest channel could not be looked at now')
  if (!verdict.fit) {
    return verdict.why === 'not-found'
      ? problem(about, `the bot does not see its digest channel ${channel}: add the bot to it`)
      : problem(about, `its digest channel ${verdict.name ?? channel} ${unfit[platform]}`)
  }
  const { accounts, names, unknown } = verdict.strangers
  if (accounts.length === 0) return fine(about, `its digest goes to ${verdict.name}`)
  const who = [...names, ...(unknown > 0 ? [`${unknown} unknown`] : [])].join(', ')
  return fine(about, `its digest goes to ${verdict.name}, with counts only: ${who} read there, too`)
}

const unfit: Readonly<Record<Platform, string>> = {
  slack: 'is not private: make it private, or name another in the program file',
  teams: 'is not a standard channel, where bots can post: name another in the program file',
}
