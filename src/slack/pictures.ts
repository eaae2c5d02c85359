import type { WebClient } from '@slack/web-api'
import type { Logger } from 'pino'
import type { LineChart } from '../core/message/chart.ts'
import type { Painter } from '../ports/painter.ts'
import type { Draw } from '../ports/pictures.ts'
import { toFault } from './faults.ts'
import { upload } from './uploads.ts'

const MOST_KEPT = 200

/** Draws charts and uploads them; each is uploaded once for as long as it is remembered. */
export function pictures({
  client,
  painter,
  log,
}: {
  readonly client: WebClient
  readonly painter: Painter
  readonly log: Logger
}): Draw {
  const known = new Map<string, Promise<string | undefined>>()

  async function draw(chart: LineChart): Promise<string | undefined> {
    try {
      const bytes = await painter.paint(chart)
      const { id, ready } = await upload(client, { name: 'chart.png', title: 'Chart', bytes })
      return ready ? id : undefined
    } catch (error) {
      const { kind, code } = toFault(error, { asked: true })
      log.warn({ fault: kind, code }, 'a chart could not be drawn for Slack: its words stand in its place')
      return undefined
    }
  }

  return async (chart) => {
    const key = JSON.stringify(chart)
    const drawing = known.get(key) ?? draw(chart)
    if (known.size >= MOST_KEPT) known.clear()
    known.set(key, drawing)
    const id = await drawing
    if (id === undefined) known.delete(key)
    return id
  }
}
