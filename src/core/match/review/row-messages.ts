import { counted } from '../../message/counted.ts'
import { labelOf } from '../../message/label.ts'
import type { Block, Button, Message } from '../../message/message.ts'
import type { Loss } from '../why-not.ts'
import { alone, sideBySide } from './profile.ts'
import { inDigits, isPublishable, namesOf, type Review, type ReviewRow, stampOf } from './review.ts'
import { placesLeft, type Weighing, whoElse } from './weigh.ts'

/** What a row's page is made of. */
export interface RowFacts {
  readonly review: Review
  readonly row: ReviewRow
  readonly weighing: Weighing
  /** The best others for this mentee, with what each would cost. */
  readonly others: readonly OtherMentor[]
  /** Where the row was opened from. */
  readonly back: readonly string[]
}

export interface OtherMentor {
  readonly name: string
  readonly score: number
  readonly left: number
  /** What giving the mentee this one would cost all pairs together; undefined where that is not known. */
  readonly loss: Loss | undefined
}

/** One row with all that a decision needs. `word`: what has just happened, above it. */
export function rowPage(facts: RowFacts, word?: string): Message {
  const { row, review } = facts
  return {
    preview: 'A pair to review',
    blocks: [
      ...(word === undefined ? [] : [{ kind: 'text', text: word } as const, { kind: 'divider' } as const]),
      { kind: 'text', text: headOf(row) },
      ...staleBlock(row),
      ...reasonsBlock(row),
      ...profileBlock(facts),
      ...othersBlock(facts),
      ...contestBlock(facts),
      { kind: 'buttons', buttons: decisions(row, aboutOf(facts)) },
      { kind: 'buttons', buttons: [...lookings(row, aboutOf(facts)), backButton(review, facts.back)] },
    ],
  }
}

/** What the buttons and forms of a row carry: the program, the mentee, the look, and where it was opened from. */
export function aboutOf({ review, row, back }: Pick<RowFacts, 'review' | 'row' | 'back'>): string {
  return [review.program.id, row.menteeId, stampOf(review), ...back].join(':')
}

function backButton({ program }: Pick<Review, 'program'>, back: readonly string[]): Button {
  return { label: 'Back to the list', verb: 'match.review', about: [program.id, ...back].join(':') }
}

function headOf({ mentee, mentor, score, standing }: ReviewRow) {
  const two = mentor ? `${mentee.name} ← ${mentor.name}` : `${mentee.name} has nobody`
  const marks = [
    ...(score === undefined ? [] : [`scores ${inDigits(score)} of 10,000`]),
    ...(standing === 'locked' ? ['locked'] : []),
    ...(standing === 'set-aside' ? ['taken out: no run looks for them'] : []),
  ]
  return [{ text: two, bold: true } as const, ...marks.map((mark) => ({ text: ` · ${mark}` }))]
}

function staleBlock({ stale }: ReviewRow): Block[] {
  return stale === undefined ? [] : [{ kind: 'text', text: `Does not hold any more: ${stale}` }]
}

function reasonsBlock({ reasons }: ReviewRow): Block[] {
  return reasons.length === 0 ? [] : [{ kind: 'list', items: reasons }]
}

function profileBlock({ row, weighing }: RowFacts): Block[] {
  const { mentees, mentors, on } = weighing.pool
  const mentee = mentees.find(({ id }) => id === row.menteeId)
  const mentor = mentors.find(({ id }) => id === row.mentorId)
  if (!mentee) return []
  const facts = mentor ? sideBySide(mentee, mentor, on) : alone(mentee, on)
  return facts.length === 0 ? [] : [{ kind: 'facts', facts }]
}

function othersBlock({ row, others }: RowFacts): Block[] {
  if (others.length === 0) return []
  const items = others.map(({ name, score, left, loss }) => {
    const places = left === 0 ? 'full' : counted(left, 'place left', 'places left')
    return [name, inDigits(score), places, ...(loss ? [describeCost(loss)] : [])].join(' · ')
  })
  const title = row.mentor ? 'Others who fit best' : 'Who would fit best'
  return [
    { kind: 'text', text: [{ text: title, bold: true }] },
    { kind: 'list', items },
  ]
}

function describeCost(loss: Loss): string {
  if (loss.kind === 'fewer') return 'would leave one more without a mentor'
  if (loss.points === 0) return 'would cost the others nothing'
  return `would cost all together ${loss.isExact ? '' : 'at least '}${inDigits(loss.points)}`
}

function contestBlock({ row, weighing }: RowFacts): Block[] {
  const { mentor, menteeId } = row
  const listed = weighing.pool.mentors.find(({ id }) => id === mentor?.id)
  if (!mentor || !listed) return []
  const others = whoElse(weighing, mentor.id, menteeId)
  const left = placesLeft(weighing, listed)
  const who = others === 1 ? '1 more mentee could' : `${others} more mentees could`
  const places = left === 0 ? 'no place' : counted(left, 'place', 'places')
  return [{ kind: 'note', text: `${who} have ${mentor.name}, who has ${places} left in this draft.` }]
}

function decisions(row: ReviewRow, about: string): Button[] {
  const move = row.mentor ? 'Move to…' : 'Give a mentor…'
  const forms: Button[] = [
    { label: move, verb: 'match.move', about, opensForm: true },
    { label: 'Swap with…', verb: 'match.swap', about, opensForm: true },
  ]
  const takeOut: Button = { label: 'Take out', verb: 'match.set-aside', about }
  if (!row.mentor) {
    const again: Button = { label: 'Look for somebody', verb: 'match.unlock', about }
    return [...forms, row.standing === 'set-aside' ? again : takeOut]
  }
  const lock: Button =
    row.standing === 'locked'
      ? { label: 'Unlock', verb: 'match.unlock', about }
      : { label: 'Lock', verb: 'match.lock', about, tone: 'primary' }
  return [lock, ...forms, takeOut, { label: 'Reject for good', verb: 'match.reject', about }]
}

function lookings(row: ReviewRow, about: string): Button[] {
  const [programId = '', menteeId = '', stamp = ''] = about.split(':')
  const publish: Button = {
    label: 'Publish this pair',
    verb: 'match.publish',
    about: `${programId}:${stamp}:some:${menteeId}`,
  }
  return [
    { label: 'Why not…?', verb: 'match.why-not', about, opensForm: true },
    { label: 'Compare with…', verb: 'match.compare', about, opensForm: true },
    ...(isPublishable(row) ? [publish] : []),
  ]
}

/** Asks once more before two are never proposed to one another again. */
export function askReject(facts: Pick<RowFacts, 'review' | 'row' | 'back'>): Message {
  const { review, row, back } = facts
  return {
    preview: 'Reject for good?',
    blocks: [
      {
        kind: 'text',
        text: `Never propose ${namesOf(row)} to one another again in ${review.program.name}? They are not told. ${row.mentee.name} stays in the draft without a mentor.`,
      },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Reject for good', verb: 'match.reject-now', about: aboutOf(facts), tone: 'danger' },
          rowButton({ review, row, back }, 'No, go back'),
        ],
      },
    ],
  }
}

/** A mentor without a place left: who has them, and a swap with each. */
export function mentorIsFull(
  facts: Pick<RowFacts, 'review' | 'row' | 'back'>,
  full: { readonly mentor: string; readonly holders: readonly ReviewRow[]; readonly others: number },
): Message {
  const { mentor, holders, others } = full
  const free = holders.filter(({ standing }) => standing !== 'locked')
  const names = [
    ...holders.map(({ mentee, standing }) => `${mentee.name}${standing === 'locked' ? ' (locked)' : ''}`),
    ...(others > 0 ? [`${others} more`] : []),
  ]
  const who = new Intl.ListFormat('en-GB').format(names)
  const offer = free.length > 0 ? ' You can swap.' : ''
  return {
    preview: 'No place left',
    blocks: [
      { kind: 'text', text: `${mentor} has no place left: the draft gives them ${who}.${offer}` },
      {
        kind: 'buttons',
        buttons: [
          ...free.slice(0, mostHolders).map(
            ({ mentee, menteeId }): Button => ({
              label: labelOf(`Swap with ${mentee.name}`),
              verb: 'match.swap-with',
              about: [...aboutOf({ ...facts, back: [] }).split(':'), menteeId, ...facts.back].join(':'),
            }),
          ),
          rowButton(facts, 'Back to the pair'),
        ],
      },
    ],
  }
}

const mostHolders = 5

export function rowButton(
  { review, row, back }: Pick<RowFacts, 'review' | 'row' | 'back'>,
  label: string,
): Button {
  return { label, verb: 'match.row', about: [review.program.id, row.menteeId, ...back].join(':') }
}
