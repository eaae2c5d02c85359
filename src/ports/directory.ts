import type { Account, Platform } from '../core/people/account.ts'

/** What the platform knows of an account. */
export interface Member {
  /** `stranger`: from another organization's workspace (shared channel), or a bot. */
  readonly standing: 'full' | 'guest' | 'stranger' | 'deactivated'
  readonly email?: string
  readonly name?: string
  readonly timeZone?: string
  readonly locale?: string
}

export interface Channel {
  /** Empty where the platform does not tell. */
  readonly name: string
  /** Slack: private. Teams: a standard channel of a team counts as fitting. */
  readonly fitting: boolean
  /** User ids of its people, bots left out. */
  readonly members: readonly string[]
}

/** Whom a platform knows. Every method throws `PlatformFault` and nothing else. */
export interface Directory {
  readonly platform: Platform
  member(account: Account): Promise<Member | undefined>
  /** The one full member with this e-mail address, where the platform can be asked (Teams cannot: undefined). */
  findByEmail(workspace: string, email: string): Promise<Account | undefined>
  channel(workspace: string, channel: string): Promise<Channel | undefined>
  /** Until when each of these does not want to be disturbed; who is not in the answer may be written to. */
  doNotDisturb(workspace: string, users: readonly string[]): Promise<ReadonlyMap<string, Temporal.Instant>>
}
