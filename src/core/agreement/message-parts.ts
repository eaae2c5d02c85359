import type { Block, Button } from '../message/message.ts'
import type { Agreement } from './agreement.ts'

export const preview = 'Your agreement'

export function buttons(all: readonly Button[]): Block {
  return { kind: 'buttons', buttons: all }
}

/** Opens the mentee's form, where it was left. */
export function writeButton(pairId: string, label: string): Button {
  return { label, verb: 'agreement.write', about: pairId, opensForm: true }
}

/** Opens the mentor's, about the version of the mentee's that they have read. */
export function completeButton(pairId: string, { version }: Pick<Agreement, 'version'>): Button {
  return {
    label: 'Add my part',
    verb: 'agreement.complete',
    about: `${pairId}:${version}`,
    tone: 'primary',
    opensForm: true,
  }
}

export const onlyYouTwo: Block = { kind: 'note', text: 'Only you two can read it, nobody else.' }
