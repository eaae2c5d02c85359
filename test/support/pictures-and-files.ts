import type { LineChart } from '../../src/core/message/chart.ts'
import type { FileRef } from '../../src/core/message/file-ref.ts'
import type { HandedOut, KeptFile } from '../../src/ports/handed-out.ts'
import type { Painter } from '../../src/ports/painter.ts'

/** A picture of one pixel. */
export const pixel: Uint8Array = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

export interface PlayedPainter extends Painter {
  readonly painted: LineChart[]
  fails: boolean
}

/** Draws every chart as one pixel. */
export function playedPainter(): PlayedPainter {
  const painter: PlayedPainter = {
    painted: [],
    fails: false,
    paint: (chart) => {
      painter.painted.push(chart)
      return painter.fails ? Promise.reject(new Error('no ink')) : Promise.resolve(pixel)
    },
  }
  return painter
}

export interface PlayedFiles extends HandedOut {
  readonly kept: Map<string, KeptFile & { readonly user: string }>
  /** Keeps a file for somebody. */
  keep(user: string, name: string, text: string): FileRef
}

export function playedFiles(): PlayedFiles {
  const kept: PlayedFiles['kept'] = new Map()
  return {
    kept,
    keep: (user, name, text) => {
      const id = `file-${kept.size + 1}`
      const content = Buffer.from(text)
      kept.set(id, { state: 'waiting', name, mediaType: 'text/calendar', content, user })
      return { id, name, title: 'Your meeting, for your calendar', bytes: content.length }
    },
    read: (id, { user }) => {
      const file = kept.get(id)
      return Promise.resolve(file?.user === user ? file : { state: 'gone' })
    },
    handedOver: (id, as) => {
      const { user = '' } = kept.get(id) ?? {}
      kept.set(id, { state: 'handed-over', as, user })
      return Promise.resolve()
    },
  }
}

export const aChart: LineChart = {
  unit: '%',
  lines: [
    {
      name: 'Planned',
      kind: 'planned',
      points: [
        { on: '2026-09-01', value: 0 },
        { on: '2026-12-15', value: 100 },
      ],
    },
    {
      name: 'Reached',
      kind: 'actual',
      points: [
        { on: '2026-09-01', value: 0 },
        { on: '2026-11-02', value: 60 },
      ],
    },
  ],
}
