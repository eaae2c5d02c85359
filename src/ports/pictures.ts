import type { LineChart } from '../core/message/chart.ts'
import type { Form } from '../core/message/form.ts'
import type { Outcome } from '../core/message/intent.ts'
import type { Block, Message } from '../core/message/message.ts'
import type { IntentHandler } from './intent-handler.ts'

/** Has a chart drawn and tells where the platform finds it; undefined where it cannot be. Never rejects. */
export type Draw = (chart: LineChart) => Promise<string | undefined>

/** The message with its charts drawn; where one cannot be, its words stay. */
export async function withPictures(message: Message, draw: Draw): Promise<Message> {
  if (!message.blocks.some(isChart)) return message
  return { ...message, blocks: await Promise.all(message.blocks.map((block) => drawn(block, draw))) }
}

/**
 * A handler whose answers have their charts drawn. Nobody waits longer than `patienceMs` for that: then the answer
 * comes with the words of its charts. What stores something may keep the platform waiting for a second only.
 */
export function illustrating(handler: IntentHandler, draw: Draw, patienceMs: number): IntentHandler {
  return {
    stores: (intent) => handler.stores(intent),
    apologise: (intent) => handler.apologise(intent),
    happened: (event) => handler.happened(event),
    async handle(intent) {
      const outcome = await handler.handle(intent)
      if (!hasCharts(outcome)) return outcome
      const patience = handler.stores(intent) ? Math.min(patienceMs, 1000) : patienceMs
      const late = Promise.withResolvers<Outcome>()
      const timer = setTimeout(late.resolve, patience, outcome)
      try {
        return await Promise.race([illustrated(outcome, draw), late.promise])
      } finally {
        clearTimeout(timer)
      }
    },
  }
}

function isChart({ kind }: Block): boolean {
  return kind === 'chart'
}

async function drawn(block: Block, draw: Draw): Promise<Block> {
  if (block.kind !== 'chart') return block
  const picture = await draw(block.chart)
  return picture === undefined ? block : { ...block, picture }
}

function hasCharts(outcome: Outcome): boolean {
  if ('message' in outcome) return outcome.message.blocks.some(isChart)
  return 'form' in outcome && outcome.form.parts.some((part) => part.kind === 'words' && isChart(part.block))
}

async function illustrated(outcome: Outcome, draw: Draw): Promise<Outcome> {
  if ('message' in outcome) return { ...outcome, message: await withPictures(outcome.message, draw) }
  return 'form' in outcome ? { ...outcome, form: await formWithPictures(outcome.form, draw) } : outcome
}

async function formWithPictures(form: Form, draw: Draw): Promise<Form> {
  const parts = await Promise.all(
    form.parts.map(async (part) =>
      part.kind === 'words' ? { ...part, block: await drawn(part.block, draw) } : part,
    ),
  )
  return { ...form, parts }
}
