import { formatMoment } from '../core/time/dates.ts'
import type { Arrival } from './watch.ts'

/** Tells the story in the terminal: who was told what and when, and what they did. */
export interface Teller {
  note(text: string): void
  /** Of messages that are many and alike only how many. */
  count(arrivals: readonly Arrival[]): void
  readonly arrival: (arrival: Arrival) => void
  readonly deed: (who: string, platform: 'Slack' | 'Teams', deed: string) => void
  end(address: string): void
}

const zone = 'Europe/London'
const width = 100

export function createTeller(now: () => Temporal.Instant): Teller {
  let lastMoment = ''
  const print = (line = '') => process.stdout.write(`${line}\n`)
  const moment = () => {
    const written = formatMoment(now(), zone, 'en-GB')
    if (written !== lastMoment) print(`\n${written}`)
    lastMoment = written
  }
  return {
    note: (text) => {
      moment()
      print(`  · ${text}`)
    },
    count: (arrivals) => {
      const kinds = Map.groupBy(
        arrivals.filter(({ changed }) => !changed),
        ({ preview }) => preview,
      )
      for (const [preview, alike] of kinds) {
        moment()
        const [first] = alike
        const others = alike.length > 1 ? ` and ${alike.length - 1} others` : ''
        print(`  → ${first?.who}${others}: ${preview}`)
      }
    },
    arrival: ({ who, platform, words, preview, buttons, changed }) => {
      moment()
      print(`  → ${who}, ${platform}${changed ? ' (changed)' : ''}: ${preview}`)
      for (const line of words.filter((one) => one.trim() !== '').slice(0, 6)) print(`      ${short(line)}`)
      if (buttons.length > 0) print(`      ${short(buttons.map((label) => `[${label}]`).join(' '))}`)
    },
    deed: (who, platform, deed) => {
      moment()
      print(`  ← ${who}, ${platform}: ${short(deed)}`)
    },
    end: (address) => {
      print(`
That was a fortnight in the demonstration hospital. Every line went through the real bot: Bolt and the Bot
Framework adapter, PostgreSQL and the queue; only the platforms' servers are stand-ins on this machine.

It keeps running at ${address} (Ctrl-C ends it): ${address}/readyz, ${address}/metrics
Next: connect a Slack workspace or Microsoft Teams, or bring your own people: see README.md.`)
    },
  }
}

function short(text: string): string {
  const line = text.replaceAll('\n', ' ')
  return line.length > width ? `${line.slice(0, width - 1)}…` : line
}
