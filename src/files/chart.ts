import { fileURLToPath } from 'node:url'
import type { TopLevelSpec } from 'vega-lite'
import type { LineChart } from '../core/message/chart.ts'
import type { Painter } from '../ports/painter.ts'

/** Of the picture in pixels. Slack and Teams show it about half as wide: so everything in it is twice as large. */
const width = 800
const height = 400

const family = 'DejaVu Sans'
const font = fileURLToPath(import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'))
const ink = '#1f2933'
const quiet = '#52606d'
const grid = '#e4e7eb'
/** Told apart by everybody, also in grey and by who sees no red or green. */
const colours = ['#0b6e8f', '#b4540a', '#5b3f9e', '#3d6b1f']
const plannedColour = '#7b8794'

const mostKept = 50

/** Draws line charts as PNG pictures. Those drawn last are kept. What draws is loaded with the first picture. */
export function createPainter(): Painter {
  const kept = new Map<string, Promise<Uint8Array>>()
  return {
    paint(chart) {
      const key = JSON.stringify(chart)
      const known = kept.get(key)
      if (known !== undefined) return known
      const painted = paint(chart)
      for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - mostKept + 1)))
        kept.delete(oldest)
      kept.set(key, painted)
      painted.catch(() => kept.delete(key))
      return painted
    },
  }
}

async function paint(chart: LineChart): Promise<Uint8Array> {
  const [{ parse, View }, { compile }, { Resvg }] = await Promise.all([
    import('vega'),
    import('vega-lite'),
    import('@resvg/resvg-js'),
  ])
  const view = new View(parse(compile(specOf(chart)).spec), { renderer: 'none' })
  const svg = await view.toSVG()
  view.finalize()
  const fonts = { loadSystemFonts: false, fontFiles: [font], defaultFontFamily: family }
  return new Resvg(svg, { font: fonts, background: 'white' }).render().asPng()
}

function specOf({ unit, lines }: LineChart): TopLevelSpec {
  const values = lines.flatMap(({ name, kind, points }) => points.map((point) => ({ name, kind, ...point })))
  const names = lines.map(({ name }) => name)
  const actual = lines.filter(({ kind }) => kind === 'actual').map(({ name }) => name)
  const range = lines.map((line) =>
    line.kind === 'planned' ? plannedColour : (colours[actual.indexOf(line.name) % colours.length] ?? ink),
  )
  const dashes = lines.map(({ kind }) => (kind === 'planned' ? [12, 10] : [1, 0]))
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width,
    height,
    autosize: { type: 'fit', contains: 'padding' },
    padding: { left: 12, top: 12, right: 24, bottom: 12 },
    background: 'white',
    data: { values },
    encoding: {
      x: {
        field: 'on',
        type: 'temporal',
        scale: { type: 'utc' },
        axis: { title: null, grid: false, tickCount: 4, format: formatOf(values), labelOverlap: true },
      },
      y: {
        field: 'value',
        type: 'quantitative',
        axis: {
          title: null,
          tickCount: 4,
          // A count has no halves.
          ...(values.every(({ value }) => Number.isInteger(value)) && { tickMinStep: 1 }),
          labelExpr: `datum.label + ${JSON.stringify(unit)}`,
        },
      },
      color: {
        field: 'name',
        type: 'nominal',
        scale: { domain: names, range },
        legend: {
          title: null,
          orient: 'top',
          symbolType: 'stroke',
          symbolSize: 1200,
          columns: 2,
          // Widths are estimated, and on the large side.
          labelLimit: names.length > 1 ? 290 : 600,
        },
      },
      strokeDash: { field: 'name', type: 'nominal', scale: { domain: names, range: dashes }, legend: {} },
    },
    layer: [
      { mark: { type: 'line', strokeWidth: 4, strokeCap: 'round', strokeJoin: 'round' } },
      {
        transform: [{ filter: "datum.kind === 'actual'" }],
        mark: { type: 'point', filled: true, size: 260, opacity: 1, stroke: 'white', strokeWidth: 3 },
      },
    ],
    config: {
      font: family,
      view: { stroke: null },
      axis: {
        labelFontSize: 24,
        labelColor: quiet,
        labelPadding: 10,
        domainColor: grid,
        gridColor: grid,
        ticks: false,
      },
      legend: { labelFontSize: 22, labelColor: ink, offset: 18, symbolStrokeWidth: 4 },
    },
  }
}

/** Days where the picture covers months, months where it covers years. */
function formatOf(points: readonly { readonly on: string }[]): string {
  const years = new Set(points.map(({ on }) => on.slice(0, 4)))
  return years.size > 1 ? '%b %Y' : '%-d %b'
}
