import { formatMoment } from '../../time/dates.ts'
import type { ChangeKind, DraftChange } from './open-draft.ts'

/** Who reads it, and when. */
export interface Reader {
  readonly locale: string
  readonly zone: string
  readonly now: Temporal.Instant
}

interface Who {
  /** How somebody is called; undefined where they are not to be named to this reader. */
  readonly nameOf: (id: string) => string | undefined
  /** Who did it; a person's id. */
  readonly actorOf: (id: string) => string | undefined
}

/** How many sentences an answer has room for. */
const mostSentences = 3

/** The latest of them, as sentences. */
export function describeChanges(changes: readonly DraftChange[], who: Who, reader: Reader): string[] {
  const latest = changes.slice(-mostSentences).map((change) => describeChange(change, who, reader))
  const earlier = changes.length - latest.length
  return [...(earlier > 0 ? [`${earlier} earlier ${earlier === 1 ? 'change' : 'changes'}.`] : []), ...latest]
}

/** `Tom Okafor locked Ana and Bea at 10:42.` */
function describeChange(change: DraftChange, who: Who, reader: Reader): string {
  return `${describeActor(change.actor, who)} ${deedOf(change, who)} ${when(change.at, reader)}.`
}

/** The changes that a look of that version has not seen and that concern this mentee's row. */
export function changesOf(
  changes: readonly DraftChange[],
  row: { readonly menteeId: string; readonly version?: number },
): DraftChange[] {
  const own = changes.filter(({ menteeId, version }) => menteeId === row.menteeId || version === row.version)
  return own.length > 0 ? own : changes.filter(({ menteeId }) => menteeId === undefined)
}

function describeActor(actor: string, { actorOf }: Who): string {
  if (actor === 'command line') return 'Somebody at the command line'
  return actor === 'rounds' ? 'Rounds' : (actorOf(actor) ?? 'Somebody')
}

function deedOf({ kind, menteeId, fromId, toId }: DraftChange, { nameOf }: Who): string {
  if (menteeId === undefined) return deedsOfMany[kind] ?? 'changed the draft'
  const mentee = nameOf(menteeId)
  if (mentee === undefined) return 'changed a pair that is shown to another coordinator'
  const from = fromId === undefined ? undefined : nameOf(fromId)
  const to = toId === undefined ? undefined : nameOf(toId)
  const isUnseen = (fromId !== undefined && from === undefined) || (toId !== undefined && to === undefined)
  if (isUnseen) return `changed what the draft has for ${mentee}`
  return deeds[kind]({ mentee, from, to, pair: pairOf(mentee, to ?? from) })
}

const deedsOfMany: Readonly<Partial<Record<ChangeKind, string>>> = {
  run: 'proposed pairs anew',
  publish: 'published pairs',
  return: 'put people back into the draft',
}

interface Names {
  readonly mentee: string
  readonly from: string | undefined
  readonly to: string | undefined
  readonly pair: string
}

const deeds: Readonly<Record<ChangeKind, (names: Names) => string>> = {
  run: () => 'proposed pairs anew',
  lock: ({ pair }) => `locked ${pair}`,
  unlock: ({ pair }) => `unlocked ${pair}`,
  reject: ({ pair }) => `rejected ${pair} for good`,
  move: ({ mentee, from, to = 'another mentor' }) =>
    from === undefined ? `gave ${mentee} to ${to}` : `moved ${mentee} from ${from} to ${to}`,
  swap: ({ mentee, from, to = 'nobody' }) =>
    from === undefined ? `swapped ${mentee} to ${to}` : `swapped ${mentee} from ${from} to ${to}`,
  'set-aside': ({ mentee }) => `took ${mentee} out`,
  publish: ({ pair }) => `published ${pair}`,
  return: ({ mentee }) => `put ${mentee} back into the draft`,
}

function pairOf(mentee: string, mentor: string | undefined): string {
  return mentor === undefined ? mentee : `${mentee} and ${mentor}`
}

function when(at: Temporal.Instant, { locale, zone, now }: Reader): string {
  const [then, today] = [at, now].map((instant) => instant.toZonedDateTimeISO(zone))
  if (!then || !today?.toPlainDate().equals(then.toPlainDate())) return `on ${formatMoment(at, zone, locale)}`
  return `at ${then.toPlainTime().toLocaleString(locale, { hour: '2-digit', minute: '2-digit' })}`
}
