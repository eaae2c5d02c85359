import type { Message } from '../message/message.ts'
import type { Agreement } from './agreement.ts'
import type { Reading } from './text-messages.ts'

/** In the place of what was to be confirmed: its last day has passed meanwhile, and the pair would end by it at once. */
export function lastDayIsOver({ pairId, other }: Reading, { version }: Pick<Agreement, 'version'>): Message {
  const about = `${pairId}:${version}`
  return {
    preview: 'Your agreement',
    blocks: [
      {
        kind: 'text',
        text: [
          {
            text: 'The last day in this agreement has passed, so nothing was confirmed. Please pick another day, and then you and ',
          },
          { text: other, bold: true },
          { text: ' can both confirm it.' },
        ],
      },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Change', verb: 'agreement.change', about, tone: 'primary', opensForm: true },
          { label: 'Show agreement', verb: 'agreement.show', about: pairId },
        ],
      },
    ],
  }
}
