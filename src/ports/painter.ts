import type { LineChart } from '../core/message/chart.ts'

/** Draws charts. */
export interface Painter {
  /** A PNG, the same bytes for the same chart on every machine. Rejects where a chart cannot be drawn. */
  paint(chart: LineChart): Promise<Uint8Array>
}
