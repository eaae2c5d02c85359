import { commands } from '../../core/message/commands.ts'
import { slackStateOf } from '../slack/person-state.ts'
import { teamsStateOf } from '../teams/person-state.ts'
import type { AccountKey, CommandLine, HospitalState, PersonState, Platform } from '../wire.ts'
import type { Behind } from './behind.ts'

const commandLines: readonly CommandLine[] = commands.map((command) => ({
  words: command.words,
  summary: command.summary,
  ...('usage' in command && { usage: command.usage }),
}))

/** All that every page is told. `page` is which build of it belongs to this server. */
export function hospitalState(hospital: Behind, page: string): HospitalState {
  return {
    run: hospital.run,
    page,
    people: hospital.people(),
    programs: hospital.programs(),
    faults: hospital.faults(),
    waiting: hospital.waiting(),
    commands: commandLines,
  }
}

/** What somebody of the hospital has before their eyes. */
export function personState({ stage }: Behind, key: AccountKey): PersonState {
  const { platform, user } = accountOf(key)
  return platform === 'slack' ? slackStateOf(stage.slack, user) : teamsStateOf(stage.teams, user)
}

/** Of these texts those that are accounts of somebody of the hospital. */
export function accountsAmong(
  texts: Iterable<string>,
  { people }: Pick<HospitalState, 'people'>,
): AccountKey[] {
  const known = new Map<string, AccountKey>(people.map(({ key }) => [key, key]))
  return [...texts].flatMap((text) => known.get(text) ?? [])
}

export function accountOf(key: AccountKey): { readonly platform: Platform; readonly user: string } {
  const [platform, ...user] = key.split(':')
  return { platform: platform === 'slack' ? 'slack' : 'teams', user: user.join(':') }
}
