import { randomUUID } from 'node:crypto'
import type { FileRef } from '../core/message/file-ref.ts'
import type { Account } from '../core/people/account.ts'
import type { HandedOut, KeptFile } from '../ports/handed-out.ts'
import type { Store } from './database.ts'
import type { Prisma } from './generated/client.ts'
import { fromInstant, toInstant } from './instants.ts'
import type { Scope } from './scope.ts'
import type { SealPlace } from './sealed.ts'

/** A file made for one person. */
interface NewFile {
  readonly personId: string
  /** With its ending: `meeting.ics`. */
  readonly name: string
  /** `text/calendar`. */
  readonly mediaType: string
  /** What it is, in words. */
  readonly title: string
  readonly content: Uint8Array | string
  /** A week, unless told otherwise: after that it is erased, taken or not. */
  readonly keepFor?: Temporal.Duration
}

const aWeek = Temporal.Duration.from({ hours: 7 * 24 })

/** Keeps a file, sealed, until its person has it; the reference goes into a message that is queued for them. */
export async function handOut(scope: Scope, file: NewFile): Promise<FileRef> {
  const { tx, organizationId, seal, now } = scope
  const id = randomUUID()
  const content = Buffer.from(file.content)
  await tx.handedOutFile.create({
    data: {
      id,
      organizationId,
      personId: file.personId,
      name: file.name,
      mediaType: file.mediaType,
      body: seal.seal(content.toString('base64'), bodyOf(id)),
      createdAt: fromInstant(now),
      expiresAt: fromInstant(now.add(file.keepFor ?? aWeek)),
    },
  })
  return { id, name: file.name, title: file.title, bytes: content.length }
}

/** The files of all organizations, as the platforms reach for them: by an id that only the message knows. */
export function handedOutFrom(
  store: Pick<Store, 'transaction' | 'seal'>,
  now: () => Temporal.Instant,
): HandedOut {
  return {
    read: (id, account) => store.transaction((tx) => read({ tx, seal: store.seal, now: now() }, id, account)),
    handedOver: (id, as) =>
      store.transaction(async (tx) => {
        await tx.handedOutFile.updateMany({ where: { id }, data: { uploadedAs: as, body: new Uint8Array() } })
      }),
  }
}

async function read(
  { tx, seal, now }: Omit<Scope, 'organizationId'>,
  id: string,
  { platform, workspace, user }: Account,
): Promise<KeptFile> {
  const row = await tx.handedOutFile.findUnique({ where: { id } })
  const owner = await tx.account.findUnique({
    where: { platform_workspace_user: { platform, workspace, user } },
    select: { personId: true },
  })
  if (row === null || owner?.personId !== row.personId) return { state: 'gone' }
  if (row.uploadedAs !== null) return { state: 'handed-over', as: row.uploadedAs }
  if (Temporal.Instant.compare(toInstant(row.expiresAt), now) <= 0) return { state: 'gone' }
  const content = Buffer.from(seal.open(row.body, bodyOf(id)), 'base64')
  return { state: 'waiting', name: row.name, mediaType: row.mediaType, content }
}

/** Erases what nobody took in time. */
export async function eraseExpiredFiles(tx: Prisma.TransactionClient, now: Temporal.Instant): Promise<void> {
  await tx.handedOutFile.deleteMany({ where: { expiresAt: { lte: fromInstant(now) } } })
}

function bodyOf(file: string): SealPlace {
  return { table: 'handed_out_files', row: file, column: 'body' }
}

/** Whether a file of this name was made for the person since then. */
export async function handedOutSince(
  { tx, organizationId }: Scope,
  file: { readonly personId: string; readonly name: string; readonly since: Temporal.Instant },
): Promise<boolean> {
  const { personId, name, since } = file
  const where = { organizationId, personId, name, createdAt: { gt: fromInstant(since) } }
  return (await tx.handedOutFile.count({ where })) > 0
}
