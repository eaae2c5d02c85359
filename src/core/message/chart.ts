/** Lines over time, to be drawn as a small picture. */
export interface LineChart {
  /** Behind each value of the scale: `%`, or empty. Short, without letters that a font may lack. */
  readonly unit: string
  readonly lines: readonly ChartLine[]
}

interface ChartLine {
  readonly name: string
  /** What was reached is drawn with its points, what was planned dashed. */
  readonly kind: 'actual' | 'planned'
  readonly points: readonly { readonly on: string; readonly value: number }[]
}
