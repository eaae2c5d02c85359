import { counted } from '../../message/counted.ts'
import type { Block, Message } from '../../message/message.ts'
import { sentence } from '../../message/messages.ts'
import { describeExclusion } from '../rule-words.ts'
import type { RuleName } from '../rules.ts'

/** What a run found, for the coordinator who asked for it: counts and scores, and nobody by name. */
export interface RunFound {
  readonly programId: string
  readonly program: string
  /** Pairs in the draft now, those that were kept among them. */
  readonly pairs: number
  /** Pairs that the run was not to touch. */
  readonly kept: number
  /** Mentees without a mentor, by why. */
  readonly leftOver: Readonly<Record<'nobody-allowed' | 'all-full' | 'set-aside' | 'held-back', number>>
  /** Mentees who named whom they would like, and those of them who got one. */
  readonly wishes: { readonly named: number; readonly met: number }
  readonly tail: { readonly worst: number; readonly fifthPercentile: number } | undefined
  /** Where no pair is allowed at all: how many each rule excludes. */
  readonly exclusions: readonly { readonly rule: RuleName; readonly excluded: number; readonly of: number }[]
  /** What a coordinator had decided and does not hold any more, in words without a full stop. */
  readonly dropped: readonly string[]
  /** More of these, about people whom the reader is too close to. */
  readonly droppedUnseen: number
}

/** To the coordinator who asked: what there is to review. */
export function proposalsReady(found: RunFound, locale: string): Message {
  const { program, programId, pairs, exclusions } = found
  const waiting = Object.values(found.leftOver).reduce((sum, count) => sum + count, 0)
  if (pairs + waiting === 0) return sentence(`Nobody in ${program} is waiting for a mentor now.`)
  return {
    preview: `The proposals for ${program} are ready.`,
    blocks: [
      { kind: 'heading', text: 'The proposals are ready' },
      { kind: 'text', text: countWords(found, waiting) },
      ...wishBlocks(found),
      ...exclusionBlocks(exclusions),
      ...droppedBlocks(found),
      ...proofBlocks(found, locale),
      {
        kind: 'buttons',
        buttons: [{ label: 'Review', verb: 'match.review', about: programId, tone: 'primary' }],
      },
    ],
  }
}

function countWords({ program, pairs, leftOver }: RunFound, waiting: number): string {
  const proposed = `${program}: I propose ${pairs === 0 ? 'no pair' : counted(pairs, 'pair')}.`
  if (waiting === 0) return `${proposed} Everybody who waits gets a mentor.`
  const [kind, count] = mostFrequent(leftOver)
  const most = count === waiting ? why[kind] : `for ${count} of them ${why[kind]}`
  return `${proposed} ${counted(waiting, 'mentee is', 'mentees are')} left over: ${most}.`
}

const why: Readonly<Record<keyof RunFound['leftOver'], string>> = {
  'nobody-allowed': 'the rules allow nobody',
  'all-full': 'nobody whom the rules allow is free',
  'set-aside': 'they were taken out of the draft',
  'held-back': 'they have not said yet what they want to get out of it, or leave soon',
}

function mostFrequent(leftOver: RunFound['leftOver']): [keyof RunFound['leftOver'], number] {
  const kinds = Object.entries(leftOver) as [keyof RunFound['leftOver'], number][]
  return kinds.reduce((most, kind) => (kind[1] > most[1] ? kind : most))
}

function wishBlocks({ wishes: { named, met } }: RunFound): Block[] {
  if (named === 0) return []
  const who = counted(named, 'mentee named', 'mentees named')
  return [
    { kind: 'note', text: `${who} whom they would like; ${met} of them would get one whom they named.` },
  ]
}

function exclusionBlocks(exclusions: RunFound['exclusions']): Block[] {
  if (exclusions.length === 0) return []
  return [
    { kind: 'text', text: 'No pair at all is allowed by the rules of this program:' },
    { kind: 'list', items: exclusions.map(({ rule, ...pairs }) => describeExclusion(rule, pairs)) },
  ]
}

const mostDropped = 10

function droppedBlocks({ dropped, droppedUnseen }: RunFound): Block[] {
  const more = droppedUnseen + Math.max(dropped.length - mostDropped, 0)
  if (dropped.length + more === 0) return []
  const items = dropped.slice(0, mostDropped)
  const rest = items.length > 0 ? `${more} more` : `${counted(more, 'pair')} of people close to you`
  return [
    { kind: 'text', text: 'What was decided before and does not hold any more:' },
    { kind: 'list', items: more > 0 ? [...items, rest] : items },
  ]
}

function proofBlocks({ tail, pairs, kept }: RunFound, locale: string): Block[] {
  if (!tail) return []
  const number = new Intl.NumberFormat(locale)
  const around = kept > 0 ? `Around what is locked (${counted(kept, 'pair')}) it` : 'It'
  const oneInTwenty = `; one pair in twenty scores ${number.format(tail.fifthPercentile)} or less`
  return [
    {
      kind: 'note',
      text: `The worst-off pair scores ${number.format(tail.worst)} of 10,000${pairs < 20 ? '' : oneInTwenty}. ${around} is proved that no other choice gives more people a mentor, or as many at a higher total.`,
    },
  ]
}

/** Why a run ended without proposals. The draft is as it was. */
export type RunFailure =
  /** Our side: the run broke off. */
  | { readonly kind: 'broken' }
  /** Coordinators changed the draft again and again while it worked. */
  | { readonly kind: 'restless' }
  /** There can be no run: the program is over, for instance. Without a full stop. */
  | { readonly kind: 'impossible'; readonly problem: string }

/** To the coordinator who asked: that nothing came of it, and what can be done. */
export function runFailed(
  { programId, program }: Pick<RunFound, 'programId' | 'program'>,
  failure: RunFailure,
): Message {
  const text = failureWords(program, failure)
  if (failure.kind === 'impossible') return sentence(text)
  return {
    preview: text,
    blocks: [
      { kind: 'text', text },
      { kind: 'buttons', buttons: [{ label: 'Propose again', verb: 'match.propose', about: programId }] },
    ],
  }
}

function failureWords(program: string, failure: RunFailure): string {
  switch (failure.kind) {
    case 'broken':
      return `I could not propose pairs for ${program}: something went wrong on our side. The draft is as it was.`
    case 'restless':
      return `I proposed no pairs for ${program}: the draft was changed each time while I worked on it. Nothing of what was changed is lost.`
    case 'impossible':
      return `I proposed no pairs for ${program}: ${failure.problem}.`
  }
}

/** Why there is no further run now, with a full stop. `askedBy`: the first one's name; undefined where it was the reader. */
export function runUnderWay({
  askedBy,
  percent,
}: {
  readonly askedBy: string | undefined
  readonly percent: number
}): string {
  const who =
    askedBy === undefined ? 'You asked for these pairs already' : `${askedBy} asked for these pairs already`
  return `${who}: ${percent}% is done, and I will write when they are ready.`
}
