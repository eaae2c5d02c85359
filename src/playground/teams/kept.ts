import type { Conversation, OpenDialog, PlayedFile, PlayedPerson, PlayedTeam, TenantKept } from './tenant.ts'

/** All that a tenant holds, while it runs. */
interface TenantContent {
  readonly people: PlayedPerson[]
  readonly teams: PlayedTeam[]
  readonly installed: Set<string>
  readonly blocked: Set<string>
  readonly conversations: Map<string, Conversation>
  readonly files: Map<string, PlayedFile>
  /** By person. */
  readonly dialogs: Map<string, OpenDialog>
  /** The last id that was given away. */
  readonly last: number
}

/** A tenant in which nothing was said yet; everybody has the app. */
export function fresh(people: readonly PlayedPerson[]): Omit<TenantContent, 'teams'> {
  return {
    people: [...people],
    installed: new Set(people.map((person) => person.id)),
    blocked: new Set(),
    conversations: new Map(),
    files: new Map(),
    dialogs: new Map(),
    last: 0,
  }
}

export function frozen(content: TenantContent): TenantKept {
  return {
    people: [...content.people],
    teams: [...content.teams],
    installed: [...content.installed],
    blocked: [...content.blocked],
    conversations: [...content.conversations.values()].map((one) => ({
      ...one,
      members: [...one.members],
      posts: [...one.posts],
    })),
    files: [...content.files.values()].map(({ key, name, bytes }) => ({
      key,
      name,
      base64: Buffer.from(bytes).toString('base64'),
    })),
    dialogs: [...content.dialogs],
    last: content.last,
  }
}

export function thawed(kept: TenantKept): TenantContent {
  return {
    people: [...kept.people],
    teams: [...kept.teams],
    installed: new Set(kept.installed),
    blocked: new Set(kept.blocked),
    conversations: new Map(
      kept.conversations.map((one) => [
        one.id,
        { ...one, members: new Set(one.members), posts: [...one.posts] },
      ]),
    ),
    files: new Map(
      kept.files.map(({ key, name, base64 }) => [key, { key, name, bytes: Buffer.from(base64, 'base64') }]),
    ),
    dialogs: new Map(kept.dialogs),
    last: kept.last,
  }
}
