import type { Message } from '../message/message.ts'
import type { Routes } from '../program/program.ts'
import { careBlocks } from './messages.ts'

/** To the author of an urgent request that reached no coordinator: what to do now. Nothing of the request is in it. */
export function urgentNotDelivered(routes: Routes): Message {
  return {
    preview: 'I could not pass something on',
    blocks: [
      { kind: 'text', text: 'Your urgent request did not arrive.' },
      ...careBlocks({ routes, urgentTo: 0 }),
    ],
  }
}
