import { counted } from '../message/counted.ts'
import type { Form } from '../message/form.ts'
import type { Block, Button, Message } from '../message/message.ts'
import { formatMoment } from '../time/dates.ts'

/** A peer program between two rounds, as its coordinators see it. */
export interface ShownCircle {
  readonly program: { readonly id: string; readonly name: string }
  /** Who takes part now. */
  readonly people: number
  readonly absent: { readonly invited: number; readonly paused: number }
  /** The round that is under way. */
  readonly last:
    | { readonly number: number; readonly groups: number; readonly since: Temporal.Instant }
    | undefined
  /** The number of the next round. */
  readonly next: number
  /** Its last day has passed: there are no further rounds. */
  readonly isOver: boolean
  readonly draft: ShownDraft | undefined
}

export interface ShownDraft {
  readonly id: string
  readonly version: number
  readonly groups: readonly ShownGroup[]
  /** Groups that this coordinator is too close to. */
  readonly hidden: number
  readonly people: number
  readonly pairs: number
  readonly trios: number
  /** Meetings that are not the first of these two, and how many of them could not be helped. */
  readonly again: number
  readonly unavoidable: number
  readonly leftOut: readonly { readonly name: string; readonly why: string }[]
  /** Why it cannot be published as it is: sentences. */
  readonly problems: readonly string[]
  /** Who has begun to take part since. */
  readonly joined: readonly string[]
}

interface ShownGroup {
  readonly names: readonly string[]
  /** Two of them and the round in which they met before. */
  readonly again: readonly { readonly names: readonly [string, string]; readonly round: number }[]
}

interface Reader {
  readonly locale: string
  readonly zone: string
}

const groupsAPage = 12

/** `admin match` in a peer program; a draft on its first page. */
export function circleMenu(circle: ShownCircle, reader: Reader, page = 0): Message {
  const { program, draft, next } = circle
  return {
    preview: `Rounds of ${program.name}`,
    blocks: [
      { kind: 'heading', text: `Rounds: ${program.name}` },
      { kind: 'facts', facts: factsOf(circle, reader) },
      ...(draft ? draftBlocks(draft, { next, page }) : [noDraftWords(circle)]),
      { kind: 'buttons', buttons: draft ? draftButtons(circle, draft, page) : menuButtons(circle) },
    ],
  }
}

function factsOf({ people, absent, last }: ShownCircle, { locale, zone }: Reader) {
  const away = [
    ...(absent.invited > 0 ? [`${absent.invited} invited, not joined yet`] : []),
    ...(absent.paused > 0 ? [`${absent.paused} on a break`] : []),
  ]
  const since = last
    ? `${last.number}, ${counted(last.groups, 'group')}, since ${formatMoment(last.since, zone, locale)}`
    : 'none yet'
  return [
    { label: 'Taking part', value: counted(people, 'person', 'people') },
    ...(away.length > 0 ? [{ label: 'Not in a round', value: away.join(', ') }] : []),
    { label: 'Last round', value: since },
  ]
}

function noDraftWords({ people, next, isOver, program }: ShownCircle): Block {
  if (isOver) return { kind: 'text', text: `${program.name} is over: there are no further rounds.` }
  const text =
    people < 2
      ? 'A round needs at least two people who take part.'
      : `I propose who meets whom in round ${next}; nobody hears of it before you publish.`
  return { kind: 'text', text }
}

function draftBlocks(draft: ShownDraft, { next, page }: { next: number; page: number }): Block[] {
  const { groups, people, pairs, trios, problems, joined } = draft
  const from = page * groupsAPage
  const items = groups.slice(from, from + groupsAPage).map(groupLine)
  const kinds = [
    ...(pairs > 0 ? [counted(pairs, 'pair')] : []),
    ...(trios > 0 ? [counted(trios, 'trio')] : []),
  ].join(' and ')
  const pages = pagesOf(draft)
  return [
    {
      kind: 'text',
      text: [
        { text: `Round ${next}, a draft: `, bold: true },
        { text: `${counted(people, 'person', 'people')} in ${kinds}. ${againWords(draft)}` },
      ],
    },
    ...problems.map((text): Block => ({ kind: 'text', text })),
    ...(items.length > 0 ? [{ kind: 'list', items } as const] : []),
    ...(page === 0 ? leftOutBlocks(draft) : []),
    ...(joined.length > 0
      ? [note(`Here since the draft was made: ${listed(joined)}. “Another” takes them in.`)]
      : []),
    ...hiddenNote(draft),
    ...(pages > 1 ? [note(`Page ${page + 1} of ${pages}.`)] : []),
  ]
}

function groupLine({ names, again }: ShownGroup): string {
  const before = again.map(({ names: two, round }) =>
    names.length === 2 ? `met in round ${round}` : `${two.join(' and ')} met in round ${round}`,
  )
  return [names.join(' – '), ...before].join(' · ')
}

function againWords({ again, unavoidable }: ShownDraft): string {
  if (again === 0) return 'Nobody meets anybody again.'
  const meetings = `${counted(again, 'meeting')} ${again === 1 ? 'is' : 'are'} not the first`
  if (again > unavoidable && unavoidable === 0) return `${meetings}, since people were swapped.`
  return `${meetings}: no arrangement of this round is without, and those who meet again met longest ago.`
}

function leftOutBlocks({ leftOut }: ShownDraft): Block[] {
  if (leftOut.length === 0) return []
  return [
    { kind: 'text', text: 'In no group:' },
    { kind: 'list', items: leftOut.slice(0, groupsAPage).map(({ name, why }) => `${name}: ${why}`) },
    ...(leftOut.length > groupsAPage ? [note(`And ${leftOut.length - groupsAPage} more.`)] : []),
  ]
}

function hiddenNote({ hidden }: ShownDraft): Block[] {
  if (hidden === 0) return []
  const groups = hidden === 1 ? '1 group is' : `${hidden} groups are`
  const them = hidden === 1 ? 'it' : 'them'
  return [
    note(
      `${groups} not shown to you, because you are in ${them} or manage somebody in ${them}; publishing takes ${them} along.`,
    ),
  ]
}

function menuButtons({ program, next, people, isOver }: ShownCircle): Button[] {
  const propose: Button = {
    label: `Propose round ${next}`,
    verb: 'peer.propose',
    about: `${program.id}:none`,
    tone: 'primary',
  }
  return [
    ...(people < 2 || isOver ? [] : [propose]),
    { label: 'Refresh', verb: 'peer.menu', about: program.id },
  ]
}

function draftButtons({ program, next, isOver }: ShownCircle, draft: ShownDraft, page: number): Button[] {
  const { id, version, problems } = draft
  const seen = `${id}:${version}`
  return [
    ...(problems.length > 0
      ? []
      : [
          { label: `Publish round ${next}`, verb: 'peer.publish', about: seen, tone: 'primary' } as const,
          { label: 'Swap two people', verb: 'peer.swap', about: seen, opensForm: true } as const,
        ]),
    ...(isOver ? [] : [{ label: 'Another', verb: 'peer.propose', about: `${program.id}:${seen}` } as const]),
    { label: 'Throw away', verb: 'peer.discard', about: seen },
    ...(page > 0 ? [{ label: 'Back', verb: 'peer.page', about: `${id}:${page - 1}` }] : []),
    ...(page + 1 < pagesOf(draft) ? [{ label: 'More', verb: 'peer.page', about: `${id}:${page + 1}` }] : []),
  ]
}

export function pagesOf({ groups }: Pick<ShownDraft, 'groups'>): number {
  return Math.max(1, Math.ceil(groups.length / groupsAPage))
}

/** *Publish*: asks once more. */
export function askToPublish({ program, last, next }: ShownCircle, draft: ShownDraft): Message {
  const { id, version, people, leftOut, joined } = draft
  const out = leftOut.length + joined.length
  const ends = last ? ` With that, round ${last.number} ends for everybody.` : ''
  const without = out > 0 ? ` ${out} of those who take part ${out === 1 ? 'is' : 'are'} in no group.` : ''
  return {
    preview: `Publish round ${next}?`,
    blocks: [
      {
        kind: 'text',
        text: `Publish round ${next}? ${counted(people, 'person', 'people')} will hear whom they meet.${ends}${without}`,
      },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Publish', verb: 'peer.publish-now', about: `${id}:${version}`, tone: 'primary' },
          { label: 'Back', verb: 'peer.menu', about: program.id },
        ],
      },
    ],
  }
}

/** *Swap two people*. Those whom the coordinator is too close to are not among them. */
export function swapForm(about: string): Form {
  const hint = 'A name or an address'
  return {
    verb: 'peer.swap-save',
    about,
    title: 'Swap two people',
    submit: 'Swap',
    parts: [
      {
        kind: 'words',
        block: { kind: 'text', text: 'Each of the two takes the other’s place in the round.' },
      },
      { kind: 'field', field: { kind: 'text', name: 'one', label: 'Who?', hint, maxLength: 200 } },
      {
        kind: 'field',
        field: { kind: 'text', name: 'other', label: 'Who changes places with them?', hint, maxLength: 200 },
      },
    ],
  }
}

export const sameGroup =
  'These two are in one group, so nothing would change. Please name two of different groups.'
export const bothOut = 'Both are in no group, so nothing would change. Please name somebody of a group.'
/** Also where only somebody’s own list says so. */
export const notTogether = 'Nothing was swapped: there are people who cannot be in one group then.'
export const roundGone = 'That draft is gone: it was published or thrown away. This is how it stands.'
export const roundDiscarded = 'The draft is gone. Nobody was told anything.'

export function roundPublished(number: number, groups: number): string {
  return `Round ${number} is published: ${counted(groups, 'group')}. Everybody hears of it in their own hours.`
}

/** Somebody else’s press came first. */
export function changedMeanwhile(who: string, did: 'propose' | 'swap'): string {
  const what = did === 'swap' ? 'swapped two people' : 'proposed another arrangement'
  return `${who} ${what} meanwhile, so I changed nothing. This is the draft now.`
}

export function swapped(one: string, other: string): string {
  return `Swapped: ${one} and ${other}.`
}

/** A word on top of what is shown below it. */
export function withWord(word: string, message: Message): Message {
  return { ...message, blocks: [{ kind: 'text', text: word }, ...message.blocks] }
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5)
  const more = names.length - shown.length
  return new Intl.ListFormat('en-GB').format(more > 0 ? [...shown, `${more} more`] : shown)
}

function note(text: string): Block {
  return { kind: 'note', text }
}
