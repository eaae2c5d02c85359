import type { Block, Button } from '../message/message.ts'

/** What one area has to say of this moment, and what can be pressed about it. */
export interface Card {
  readonly blocks: readonly Block[]
  /** In the row at the foot, beside those of the other areas; what waits for an answer has its own among its blocks. */
  readonly buttons?: readonly Button[]
}

/** With a heading above and the row of buttons below it is still one screen. */
const BLOCKS_SHOWN = 10
const BUTTONS_SHOWN = 5

interface Arranged {
  readonly blocks: readonly Block[]
  readonly buttons: readonly Button[]
}

/**
 * What stands on one screen, and what stands behind *More*: cards in the order in which they matter, as many as fit,
 * and the first few buttons. The first card always stands in front.
 */
export function arrange(
  cards: readonly Card[],
  buttons: readonly Button[],
): { readonly front: Arranged; readonly behind: Arranged } {
  const front: Block[] = []
  const behind: Block[] = []
  for (const { blocks } of cards) {
    const fits = front.length === 0 || front.length + blocks.length <= BLOCKS_SHOWN
    if (fits) front.push(...blocks)
    else behind.push(...blocks)
  }
  const all = buttons.length <= BUTTONS_SHOWN && behind.length === 0
  const shown = all ? buttons.length : BUTTONS_SHOWN - 1
  return {
    front: { blocks: front, buttons: buttons.slice(0, shown) },
    behind: { blocks: behind, buttons: buttons.slice(shown) },
  }
}
