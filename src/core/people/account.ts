export type Platform = 'slack' | 'teams'

/** One person's identity on one platform, as the platform vouches for it. */
export interface Account {
  readonly platform: Platform
  /** Slack team id, or Teams tenant id. */
  readonly workspace: string
  /** Slack user id, or Entra (AAD) object id. */
  readonly user: string
}
