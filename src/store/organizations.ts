import { randomUUID } from 'node:crypto'
import type { Platform } from '../core/people/account.ts'
import type { Prisma } from './generated/client.ts'
import { fromInstant } from './instants.ts'
import type { Scope } from './scope.ts'

interface LinkedWorkspace {
  readonly platform: Platform
  /** Slack team id, or Teams tenant id. */
  readonly id: string
}

/** The organization a workspace or tenant is linked to; undefined for a foreign one. */
export async function organizationOf(
  tx: Prisma.TransactionClient,
  workspace: LinkedWorkspace,
): Promise<string | undefined> {
  const row = await tx.workspace.findUnique({
    where: { platform_externalId: { platform: workspace.platform, externalId: workspace.id } },
    select: { organizationId: true },
  })
  return row?.organizationId
}

export async function organizationBySlug(
  tx: Prisma.TransactionClient,
  slug: string,
): Promise<{ id: string; name: string } | undefined> {
  return (
    (await tx.organization.findUnique({ where: { slug }, select: { id: true, name: true } })) ?? undefined
  )
}

export async function organizationName({ tx, organizationId }: Scope): Promise<string> {
  const { name } = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { name: true },
  })
  return name
}

export async function organizationIds(tx: Prisma.TransactionClient): Promise<string[]> {
  const rows = await tx.organization.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
  return rows.map(({ id }) => id)
}

export async function organizationSlugs(tx: Prisma.TransactionClient): Promise<string[]> {
  const rows = await tx.organization.findMany({ select: { slug: true }, orderBy: { slug: 'asc' } })
  return rows.map(({ slug }) => slug)
}

/** Whether any workspace of this platform is linked to anybody. */
export async function isLinked(tx: Prisma.TransactionClient, platform: Platform): Promise<boolean> {
  return (await tx.workspace.count({ where: { platform } })) > 0
}

/** The workspaces of an organization in which the bot is installed. */
export async function workspacesOf(
  tx: Prisma.TransactionClient,
  organizationId: string,
): Promise<LinkedWorkspace[]> {
  const rows = await tx.workspace.findMany({ where: { organizationId, uninstalledAt: null } })
  return rows.map(({ platform, externalId }) => ({
    platform: platform === 'slack' ? 'slack' : 'teams',
    id: externalId,
  }))
}

/** The first organization is made and linked to the configured workspaces by itself; doing it again changes nothing. */
export async function ensureOrganization(
  tx: Prisma.TransactionClient,
  wanted: { slug: string; workspaces: readonly LinkedWorkspace[] },
): Promise<string> {
  const { id } = await tx.organization.upsert({
    where: { slug: wanted.slug },
    create: { id: randomUUID(), slug: wanted.slug, name: wanted.slug },
    update: {},
    select: { id: true },
  })
  for (const { platform, id: externalId } of wanted.workspaces) {
    await tx.workspace.upsert({
      where: { platform_externalId: { platform, externalId } },
      create: { id: randomUUID(), organizationId: id, platform, externalId },
      update: {},
    })
    await markInstalled(tx, { platform, id: externalId })
  }
  return id
}

/**
 * The bot was taken out of the workspace: nobody there can be written to until it is back. False where that was known.
 * The organization's linked workspaces only.
 */
export async function markUninstalled(
  { tx, organizationId, now }: Scope,
  { platform, id: workspace }: LinkedWorkspace,
): Promise<boolean> {
  const at = fromInstant(now)
  const { count } = await tx.workspace.updateMany({
    where: { organizationId, platform, externalId: workspace, uninstalledAt: null },
    data: { uninstalledAt: at },
  })
  if (count === 0) return false
  await tx.$executeRaw`
    with lost as (
      update accounts set gone_at = ${at}
      where organization_id = ${organizationId} and platform = ${platform} and workspace = ${workspace}
        and gone_at is null
      returning person_id
    )
    update people set has_account = false where id in (select person_id from lost)`
  return true
}

/** The bot is back: whom it lost with the workspace it can write to again, but nobody who was gone before. */
async function markInstalled(
  tx: Prisma.TransactionClient,
  { platform, id: workspace }: LinkedWorkspace,
): Promise<void> {
  await tx.$executeRaw`
    with back as (
      update workspaces set uninstalled_at = null from workspaces as before
      where workspaces.id = before.id and before.platform = ${platform} and before.external_id = ${workspace}
        and before.uninstalled_at is not null
      returning before.uninstalled_at as at
    ), found as (
      update accounts set gone_at = null from back
      where platform = ${platform} and workspace = ${workspace} and gone_at = back.at
      returning person_id
    )
    update people set has_account = true where id in (select person_id from found)`
}
