/** One line of the table. */
export interface Figure {
  readonly what: string
  readonly figure: string
  readonly yardstick: string
  readonly limit: string
  readonly verdict: 'ok' | 'not reached' | 'not compared' | 'no limit'
  /** The numbers behind the words, in the figure's unit. */
  readonly measured?: { readonly value: number; readonly unit: Unit; readonly yardstick?: number }
}

type Unit = 'ms' | 's' | 'MB' | '%' | 'points'

interface Measured {
  readonly what: string
  readonly value: number
  readonly unit: Unit
}

interface Beside {
  readonly name: string
  readonly value: number
}

/** A figure with a limit of its own, beside another where there is one. */
export function atMost(limit: number, measured: Measured, beside?: Beside): Figure {
  const { value, unit } = measured
  return {
    ...noted(measured, beside),
    limit: `at most ${limit} ${unit}`,
    verdict: value <= limit ? 'ok' : 'not reached',
  }
}

/** A figure that may be so many times its yardstick, measured in the same run. */
export function against(
  yardstick: { readonly name: string; readonly value: number; readonly times: number },
  { what, value, unit }: Measured,
): Figure {
  const ratio = value / yardstick.value
  return {
    what,
    figure: `${show(value, unit)}, ${ratio.toFixed(2)} times`,
    yardstick: `${yardstick.name}: ${show(yardstick.value, unit)}`,
    limit: `at most ${yardstick.times} times`,
    verdict: ratio <= yardstick.times ? 'ok' : 'not reached',
    measured: { value, unit, yardstick: yardstick.value },
  }
}

/** A figure to know, beside another where there is one. */
export function noted({ what, value, unit }: Measured, beside?: Beside): Figure {
  return {
    what,
    figure: show(value, unit),
    yardstick: beside ? `${beside.name}: ${show(beside.value, unit)}` : '–',
    limit: '–',
    verdict: 'no limit',
    measured: { value, unit, ...(beside && { yardstick: beside.value }) },
  }
}

/** A result that is proved to be the best there is, and as good as that of a yardstick where there is one. */
export function proved(
  { what, total, gap, beside }: { what: string; total: number; gap: number; beside: readonly string[] },
  yardstick?: { readonly name: string; readonly total: number },
): Figure {
  const isSame = yardstick === undefined || yardstick.total === total
  return {
    what,
    figure: [`total ${shown(total)}`, `gap ${shown(gap)}`, ...beside].join(', '),
    yardstick: yardstick ? `${yardstick.name}: ${shown(yardstick.total)}` : '–',
    limit: yardstick ? 'gap 0, the same total' : 'gap 0',
    verdict: gap === 0 && isSame ? 'ok' : 'not reached',
    measured: { value: total, unit: 'points', ...(yardstick && { yardstick: yardstick.total }) },
  }
}

function shown(whole: number): string {
  return whole.toLocaleString('en-GB')
}

/** What could not be measured, or whose yardstick could not. */
export function notCompared(what: string): Figure {
  return { what, figure: '–', yardstick: '–', limit: '–', verdict: 'not compared' }
}

export function isGood({ verdict }: Figure): boolean {
  return verdict === 'ok' || verdict === 'no limit'
}

/** The figures as a table in Markdown. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, figure, yardstick, limit, verdict }) => [
    what,
    figure,
    yardstick,
    limit,
    verdict,
  ])
  const lines = [['what', 'figure', 'yardstick', 'limit', ''], Array(5).fill('---'), ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function show(value: number, unit: Unit): string {
  return `${value.toFixed(unit === 'MB' || value >= 100 ? 0 : 1)} ${unit}`
}
