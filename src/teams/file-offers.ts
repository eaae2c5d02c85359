import { setTimeout as wait } from 'node:timers/promises'
import type { FileRef } from '../core/message/file-ref.ts'
import type { Block, Message } from '../core/message/message.ts'
import type { Account } from '../core/people/account.ts'
import type { HandedOut } from '../ports/handed-out.ts'
import { PlatformFault } from '../ports/messenger.ts'
import type { Connector, Where } from './connector.ts'
import { messageActivity } from './render/card.ts'
import { consentActivity } from './render/file-card.ts'
import { onlyWords, words } from './words.ts'

/** A message whose files are asked about behind it, each in a card of its own: Teams has no other way. */
export interface Offering {
  readonly message: Message
  readonly offered: readonly FileRef[]
}

const usualWaitMs = 1_000

/** Takes out what cannot be offered here, and says why in its place. `account`: undefined where several read along. */
export async function offering(
  message: Message,
  { files, account, serviceUrl }: { files: HandedOut; account: Account | undefined; serviceUrl: string },
): Promise<Offering> {
  const offered: FileRef[] = []
  const blocks: Block[] = []
  for (const block of message.blocks) {
    const instead = block.kind === 'file' ? await whyNot(block.file) : undefined
    blocks.push(instead === undefined ? block : { kind: 'note', text: instead })
    if (block.kind === 'file' && instead === undefined) offered.push(block.file)
  }
  // What is offered is named by its own card; only a message that says nothing else names it, too.
  const others = blocks.filter(({ kind }) => kind !== 'file')
  return { message: { ...message, blocks: others.length > 0 ? others : blocks }, offered }

  async function whyNot({ id }: FileRef): Promise<string | undefined> {
    if (account === undefined) return words.fileGone
    if (hasNoFiles(serviceUrl)) return words.noFilesHere
    const kept = await files.read(id, account)
    if (kept.state === 'handed-over') return words.fileTaken
    return kept.state === 'gone' ? words.fileGone : undefined
  }
}

/**
 * Asks about each file, after the message that speaks of them; where Teams takes none, says so. What fails otherwise is
 * no reason to say all of the message again: it is tried once more, and then counts as an answer that was lost.
 */
export async function offer(connector: Connector, where: Where, offered: readonly FileRef[]): Promise<void> {
  for (const file of offered) {
    try {
      await ask(connector, where, file)
    } catch {
      await wait(usualWaitMs)
      await ask(connector, where, file).catch((cause: unknown) => {
        throw new PlatformFault('unknown-fate', { code: 'file-not-offered', cause })
      })
    }
  }
}

async function ask(connector: Connector, where: Where, file: FileRef): Promise<void> {
  try {
    await connector.post(where, consentActivity(file))
  } catch (error) {
    if (!(error instanceof PlatformFault && error.kind === 'forbidden')) throw error
    await connector.post(where, messageActivity(onlyWords(words.noFilesHere)))
  }
}

/** Microsoft's clouds for authorities (GCC High, DoD), in which bots can send no files. */
function hasNoFiles(serviceUrl: string): boolean {
  return URL.canParse(serviceUrl) && new URL(serviceUrl).hostname.endsWith('.us')
}
