import type { Message } from './message.ts'

/** A message that is sent a second time because nobody can say whether the first copy arrived. */
export function asRepeated(message: Message): Message {
  return {
    ...message,
    blocks: [{ kind: 'note', text: 'You may have seen this already.' }, ...message.blocks],
  }
}
