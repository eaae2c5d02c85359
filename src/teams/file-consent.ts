import type { Logger } from 'pino'
import { z } from 'zod'
import type { HandedOut } from '../ports/handed-out.ts'
import { PlatformFault } from '../ports/messenger.ts'
import { type Activity, isShared } from './activity.ts'
import type { Connector } from './connector.ts'
import { isOfTeams } from './files.ts'
import { withoutWords } from './logged.ts'
import { messageActivity } from './render/card.ts'
import { type FileActivity, storedActivity } from './render/file-card.ts'
import { accountOf } from './to-intent.ts'
import { onlyWords, words } from './words.ts'

/** What it takes to hand a file over to somebody who said that they want it. */
export interface HandingOver {
  readonly connector: Connector
  readonly files: HandedOut
  /** What stands in for Teams, if anything does. */
  readonly serviceUrl: string | undefined
  readonly timeoutMs: number
  readonly log: Logger
}

const Consent = z.object({
  action: z.enum(['accept', 'decline']),
  context: z.object({ file: z.string().min(1).max(64) }),
  uploadInfo: z
    .object({
      contentUrl: z.string(),
      name: z.string(),
      uploadUrl: z.string(),
      uniqueId: z.string(),
      fileType: z.string(),
    })
    .nullish(),
})
type Upload = NonNullable<z.infer<typeof Consent>['uploadInfo']>

/**
 * `fileConsent/invoke`: puts the file where its person said it may go, and shows it in the place of the question.
 * Whatever stands in the way is said there too. Never rejects.
 */
export async function consented(handing: HandingOver, activity: Activity): Promise<void> {
  const { data } = Consent.safeParse(activity.value)
  if (data === undefined || isShared(activity)) return
  const { action, context, uploadInfo } = data
  if (action === 'decline') return await inPlace(handing, activity, said(words.fileDeclined))
  try {
    const shown = await handOver(handing, activity, { id: context.file, upload: uploadInfo ?? undefined })
    await inPlace(handing, activity, shown)
  } catch (error) {
    handing.log.warn({ error: withoutWords(error) }, 'a file could not be put into a OneDrive')
    // The question stays, so that it can be answered once more.
    await inPlace(handing, { ...activity, replyToId: undefined }, said(words.fileNotStored))
  }
}

/** What to show in the place of the question. Rejects where the file could not be put there. */
async function handOver(
  { files, serviceUrl, timeoutMs }: HandingOver,
  activity: Activity,
  { id, upload }: { readonly id: string; readonly upload: Upload | undefined },
) {
  const account = accountOf(activity)
  const kept = account && (await files.read(id, account))
  if (kept === undefined || kept.state === 'gone') return said(words.fileGone)
  if (kept.state === 'handed-over') return said(words.fileTaken)
  if (upload === undefined || !isOfTeams(upload.uploadUrl, serviceUrl)) throw new Error('no place to put it')
  await put(upload.uploadUrl, kept.content, timeoutMs)
  await files.handedOver(id, upload.uniqueId)
  return storedActivity(upload)
}

/** The address bears its own permission: no token goes along, no redirect is followed. */
async function put(url: string, content: Uint8Array, timeoutMs: number): Promise<void> {
  const response = await fetch(url, {
    method: 'PUT',
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
    headers: {
      'content-type': 'application/octet-stream',
      'content-range': `bytes 0-${content.length - 1}/${content.length}`,
    },
    body: new Uint8Array(content),
  })
  if (!response.ok) throw new Error(`OneDrive answered ${response.status}`)
}

function said(text: string) {
  return messageActivity(onlyWords(text))
}

async function inPlace(
  { connector, log }: HandingOver,
  activity: Activity,
  shown: FileActivity | ReturnType<typeof said>,
): Promise<void> {
  const where = { serviceUrl: activity.serviceUrl, conversation: activity.conversation.id }
  const show = async () => {
    if (!activity.replyToId) return void (await connector.post(where, shown))
    await connector.update(where, activity.replyToId, shown)
  }
  try {
    await show().catch(async (error: unknown) => {
      if (!(activity.replyToId && error instanceof PlatformFault)) throw error
      await connector.post(where, shown)
    })
  } catch (error) {
    log.warn({ error: withoutWords(error) }, 'what became of a file could not be shown in Teams')
  }
}
