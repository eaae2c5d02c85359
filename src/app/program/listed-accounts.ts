import type { Platform } from '../../core/people/account.ts'
import type { RosterProblem, RosterRow } from '../../core/people/roster.ts'
import { workspacesOf } from '../../store/organizations.ts'
import { peopleById } from '../../store/people.ts'
import { accountKey, type ListedAccount, linkListed } from '../../store/roster.ts'
import type { Scope } from '../../store/scope.ts'
import { tellOtherAccounts } from '../people/tell-other-accounts.ts'

/** An account that a row of the staff list names, and in which column. */
export type NamedAccount = ListedAccount & { readonly column: string }

/** The one linked workspace of each platform. */
export type UsableWorkspaces = Readonly<Partial<Record<Platform, string>>>

/** An id of a member says nothing without its workspace: it is used where exactly one of that platform is linked. */
export async function linkedWorkspaces(
  scope: Scope,
  rows: readonly RosterRow[],
): Promise<{ usable: UsableWorkspaces; notes: string[] }> {
  const linked = await workspacesOf(scope.tx, scope.organizationId)
  const only = (platform: Platform) => {
    const [first, ...more] = linked.filter((one) => one.platform === platform)
    return more.length === 0 ? first?.id : undefined
  }
  const slack = only('slack')
  const teams = only('teams')
  const slackUnused = slack === undefined && rows.some(({ slackUserId }) => slackUserId)
  const teamsUnused = teams === undefined && rows.some(({ teamsUserId }) => teamsUserId)
  return {
    usable: { ...(slack !== undefined && { slack }), ...(teams !== undefined && { teams }) },
    notes: [
      ...(slackUnused ? [unused('slack_user_id', 'Slack workspace')] : []),
      ...(teamsUnused ? [unused('teams_user_id', 'Teams tenant')] : []),
    ],
  }
}

export function namedAccounts(row: RosterRow, personId: string, usable: UsableWorkspaces): NamedAccount[] {
  const ids = [
    ['slack', 'slack_user_id', row.slackUserId],
    ['teams', 'teams_user_id', row.teamsUserId],
  ] as const
  return ids.flatMap(([platform, column, user]) => {
    const workspace = usable[platform]
    return workspace === undefined || user === undefined
      ? []
      : [{ personId, platform, workspace, user, column }]
  })
}

/** An account belongs to one person for ever: those that are somebody else's, as problems of the row. */
export function takenAccounts(
  line: number,
  accounts: readonly NamedAccount[],
  owners: ReadonlyMap<string, string>,
): RosterProblem[] {
  return accounts.flatMap((account) => {
    const owner = owners.get(accountKey(account))
    if (owner === undefined || owner === account.personId) return []
    return [{ line, column: account.column, problem: 'this account belongs to somebody else already' }]
  })
}

/** Links accounts new to us. Of people known before, whoever had others is told on all of them. */
export async function linkNamed(
  scope: Scope,
  accounts: readonly NamedAccount[],
  knownBefore: readonly string[],
): Promise<void> {
  const owners = await peopleById(scope, knownBefore)
  await linkListed(
    scope,
    accounts.map(({ column: _, ...account }) => account),
  )
  const before = new Map(owners.filter((one) => one.accounts.length > 0).map((one) => [one.id, one]))
  for (const account of accounts) {
    const person = before.get(account.personId)
    if (person) await tellOtherAccounts(scope, person, account)
  }
}

function unused(column: string, what: string): string {
  return `${column} is not used: not exactly one ${what} is linked. People are found by their e-mail addresses.`
}
