import type { Message } from '../../message/message.ts'
import { sentence } from '../../message/messages.ts'
import { menuButton } from './page-messages.ts'

/** A sentence with the way back to how matching stands. */
export function withMenu(programId: string, text: string): Message {
  return {
    preview: text,
    blocks: [
      { kind: 'text', text },
      { kind: 'buttons', buttons: [menuButton(programId)] },
    ],
  }
}

/** A press on an older look: what others did since. */
export function nothingDone(changes: readonly string[]): string {
  return `Nothing was done, because it has changed: ${changes.join(' ')} This is how it stands now.`
}

/** The same at the field of a form, which stays with what was typed. */
export function changedUnderForm(changes: readonly string[], row: string): string {
  return `Nothing was done, because it has changed: ${changes.join(' ')} It is ${row} now. Close this and open the row again.`
}

/** Words above a message: what has just happened. */
export function withWord(word: string, message: Message): Message {
  return { ...message, blocks: [{ kind: 'text', text: word }, { kind: 'divider' }, ...message.blocks] }
}

export const noDraft =
  'There is no draft to review: it was published or thrown away, or nobody has proposed pairs yet.'
export const rowGone = 'That mentee is not in the draft any more.'
export const draftIsNew = 'That was another draft: it was published or thrown away. This is the one of now.'
export const tooCloseToRow =
  'You are in this pair or manage one of the two, so another coordinator has to look at it.'
export const tooCloseToOther =
  'You are in that pair, or manage somebody in it, so another coordinator has to do that.'
export const chooseOne = 'Please choose one, or write a name.'
export const chooseOnlyOne = 'Please either choose one or write a name, not both.'
export const nothingToPublish = 'There is nothing to publish there: no row of it has a mentor.'
export const lookingNow =
  'I am looking for the best pairs and write to you when they are ready. What is locked stays.'
export const cancelled = 'I have stopped looking. The draft is as it was.'
export const notRunning = 'That run is over already.'
export const discarded = 'The draft is gone. Nobody was told anything.'
export const peerRounds = 'In a peer program people meet in rounds: “admin match” shows them.'

/** Nobody in any of the drafts is called so. */
export function nobodyFound(words: string, meant: string | undefined): Message {
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`
  return sentence(`Nobody in the draft is called “${words}”.${hint}`)
}
