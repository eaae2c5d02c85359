import type { Values } from '../core/message/form.ts'
import type { Outcome } from '../core/message/intent.ts'
import type { Message } from '../core/message/message.ts'
import { typedIn, withTyped } from '../core/message/messages.ts'

/** Why a form was not stored, and under it all that was entered: nothing that somebody typed is lost. */
export function giveBack(why: Message, values: Values): Outcome & { readonly kind: 'show' } {
  const typed = typedIn(values)
  const below = typed.length === 0 ? [] : withTyped('Nothing was stored.', typed).blocks
  return { kind: 'show', message: { ...why, blocks: [...why.blocks, ...below] }, holdsTyped: true }
}
