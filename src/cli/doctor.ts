import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import type { Config } from '../config.ts'
import { type Answer, tell } from './answer.ts'
import { type Finding, fine, problem } from './doctor/finding.ts'
import { type SharedOptions, withShared } from './options.ts'

export function addDoctor(rounds: Command): void {
  withShared(
    rounds.command('doctor').description('look whether everything is as it should be, and say what to do'),
  ).action(async (options: SharedOptions) => tell(await examine(options), options))
}

async function examine({ org }: SharedOptions): Promise<Answer> {
  const { readConfig } = await import('../config.ts')
  const { checkConfig, checkNode } = await import('./doctor/environment.ts')
  const read = readConfig()
  if (!read.ok) return report([checkNode(), ...read.errors.map((error) => problem('environment', error))])
  const { config } = read
  return report([
    checkNode(),
    ...checkConfig(config),
    ...(await examinePlatforms(config)),
    ...(await examineDatabase(config, org)),
  ])
}

async function examinePlatforms({ slack, teams }: Config): Promise<Finding[]> {
  if (!(slack || teams)) return []
  const { checkSlack, checkTeams } = await import('./doctor/platforms.ts')
  const { botScopes } = await import('../slack/manifest.ts')
  const [ofSlack, ofTeams] = await Promise.all([
    slack ? checkSlack(slack, botScopes) : [],
    teams ? checkTeams(teams) : [],
  ])
  return [...ofSlack, ...ofTeams]
}

async function examineDatabase(config: Config, org: string | undefined): Promise<Finding[]> {
  if (config.database.url === undefined && !(await isMade(config.dataDir))) {
    return [fine('database', 'the embedded one is made at the first start')]
  }
  const { openDatabase } = await import('../store/embedded.ts')
  const { checkDatabase } = await import('./doctor/database.ts')
  const { checkWork } = await import('./doctor/work.ts')
  const database = await openDatabase({ url: config.database.url, dataDir: config.dataDir })
  try {
    const { findings, usable } = await checkDatabase(database.url)
    return usable ? [...findings, ...(await checkWork(config, database.url, org))] : findings
  } finally {
    await database.stop()
  }
}

async function isMade(dataDir: string): Promise<boolean> {
  return (await stat(join(dataDir, 'postgres')).catch(() => undefined)) !== undefined
}

function report(findings: readonly Finding[]): Answer {
  const problems = findings.filter(({ ok }) => !ok).length
  return {
    lines: findings.map(({ about, ok, says }) => `${ok ? 'ok     ' : 'PROBLEM'}  ${about}: ${says}`),
    data: { findings },
    ...(problems > 0 && { refused: [problems === 1 ? '1 problem stands.' : `${problems} problems stand.`] }),
  }
}
