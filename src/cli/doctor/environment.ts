import type { Config } from '../../config.ts'
import { type Finding, fine, problem } from './finding.ts'

const oldestNode = 26

export function checkNode(): Finding {
  const version = process.versions.node
  return Number.parseInt(version, 10) >= oldestNode
    ? fine('Node', version)
    : problem('Node', `${version} is too old: Rounds needs ${oldestNode}; start it by npm, which brings it`)
}

/** What the configuration says, once it is sound in itself. */
export function checkConfig(config: Config): Finding[] {
  const { slack, teams, notYetUsed } = config
  const platforms = [slack && `Slack (${slack.mode})`, teams && 'Teams'].filter((name) => name !== undefined)
  return [
    fine('environment', 'every variable that is set is sound'),
    platforms.length > 0
      ? fine('platforms', platforms.join(', '))
      : fine('platforms', 'none is configured: npm start opens the playground'),
    ...(notYetUsed.length > 0 ? [fine('environment', `not used yet: ${notYetUsed.join(', ')}`)] : []),
    ...checkPublicUrl(config),
  ]
}

function checkPublicUrl({ slack, teams, http: { publicUrl } }: Config): Finding[] {
  const callers = [slack?.mode === 'http' && 'Slack', teams?.app && 'Teams'].filter(Boolean)
  if (callers.length === 0) return []
  const needed = `${callers.join(' and ')} must reach this server`
  if (publicUrl === undefined) {
    return [problem('PUBLIC_URL', `missing: ${needed}, so set it to the https:// address that leads here`)]
  }
  if (!publicUrl.startsWith('https://')) {
    return [problem('PUBLIC_URL', `${needed} by https://: put a proxy with a certificate in front of it`)]
  }
  return [fine('PUBLIC_URL', 'set')]
}
