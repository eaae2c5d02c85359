import type { HomeView, KnownBlock, ModalView } from '@slack/types'
import type { Message } from '../../core/message/message.ts'
import { loading, words } from '../messages.ts'
import { blockPart, lay, onView } from './blocks.ts'
import { clean } from './cut.ts'
import { LIMITS } from './limits.ts'
import { numbering } from './numbering.ts'
import { plain } from './plain.ts'
import { richText } from './rich-text.ts'

/** The Home tab. */
export function renderHome(message: Message): HomeView {
  return { type: 'home', blocks: viewBlocks(message) }
}

/** A message in a window of its own, with nothing to send: what a form or a press in a form is answered with. */
export function renderWindow(message: Message): ModalView {
  return {
    type: 'modal',
    title: plain(words.name, LIMITS.viewTitle),
    close: plain(words.close, LIMITS.viewTitle),
    blocks: viewBlocks(message),
  }
}

/** Stands in the window while an answer is being made, because Slack lets a window open for three seconds only. */
export function loadingWindow(): ModalView {
  return renderWindow(loading)
}

function viewBlocks(message: Message): KnownBlock[] {
  const numbers = numbering()
  const blocks = lay(
    message.blocks.map((block) => blockPart(block, numbers)),
    onView,
  )
  return blocks.length > 0 ? blocks : [richText([{ text: clean(message.preview).trim() || words.name }])]
}
