import { labelOf, shortened } from '../../message/label.ts'
import type { Block, Button, Message } from '../../message/message.ts'
import { type ListName, listOf, type Page, pageRows } from './lists.ts'
import { hiddenNote } from './menu-messages.ts'
import { inDigits, isPublishable, type Review, type ReviewRow, stampOf } from './review.ts'

/** A page of a draft: each row with what carried it and a button that opens it. */
export function reviewPage(review: Review, page: Page, { unseen }: { unseen: number }): Message {
  const { program } = review
  return {
    preview: `${program.name}: pairs to review`,
    blocks: [
      { kind: 'heading', text: `${program.name}: ${titles[page.list]}` },
      { kind: 'text', text: whereOf(page) },
      ...page.rows.flatMap((row) => rowBlocks(review, row, page)),
      ...pageButtons(review, page),
      { kind: 'buttons', buttons: [...listButtons(review, page), menuButton(program.id)] },
      ...hiddenNote(review, { unseen }),
    ],
  }
}

/** The rows in which somebody stands whose name was given. */
export function foundRows(found: readonly { review: Review; rows: readonly ReviewRow[] }[]): Message {
  const all = found.flatMap(({ review, rows }) => rows.map((row) => ({ review, row })))
  const shown = all.slice(0, pageRows)
  const more = all.length - shown.length
  return {
    preview: 'Pairs to review',
    blocks: [
      { kind: 'text', text: `${all.length} rows fit that name.` },
      ...shown.flatMap(({ review, row }) => rowBlocks(review, row)),
      ...(more > 0
        ? [{ kind: 'note', text: `And ${more} more: write more of the name, or the address.` } as const]
        : []),
    ],
  }
}

/** Which program's draft, where somebody coordinates several. */
export function whichProgram(
  what: 'match' | 'review',
  programs: readonly { readonly name: string; readonly slug: string }[],
): Message {
  return {
    preview: 'Which program?',
    blocks: [
      { kind: 'text', text: what === 'match' ? 'Matching in which program?' : 'Which program’s draft?' },
      {
        kind: 'buttons',
        buttons: programs.map(({ name, slug }) => ({
          label: labelOf(name),
          verb: 'command.run',
          about: `admin ${what} ${slug}`,
        })),
      },
    ],
  }
}

/** Back to how matching stands. */
export function menuButton(programId: string): Button {
  return { label: 'Matching', verb: 'match.menu', about: programId }
}

const titles: Readonly<Record<ListName, string>> = {
  pairs: 'pairs to review',
  'left-over': 'left over',
  locked: 'locked pairs',
  stale: 'rows that do not hold',
}

const orders: Readonly<Record<ListName, string>> = {
  pairs: 'the least sure first, locked ones last',
  'left-over': 'those whom nobody has taken out first',
  locked: 'the lowest score first',
  stale: 'the lowest score first',
}

function whereOf({ list, rows, from, of }: Page): string {
  if (of === 0) return list === 'pairs' ? 'There are no pairs in the draft.' : 'There is nobody here.'
  return `${from + 1} to ${from + rows.length} of ${of}, ${orders[list]}. Scores are out of 10,000.`
}

function rowBlocks(review: Review, row: ReviewRow, page?: Page): Block[] {
  const { mentee, mentor, standing, score, stale, reasons } = row
  const marks = [
    ...(score === undefined ? [] : [inDigits(score)]),
    ...(standing === 'locked' ? ['locked'] : []),
    ...(standing === 'set-aside' ? ['taken out'] : []),
  ]
  const two = mentor ? `${mentee.name} ← ${mentor.name}` : mentee.name
  return [
    {
      kind: 'text',
      text: [{ text: two, bold: true }, ...marks.map((mark) => ({ text: ` · ${mark}` }))],
    },
    ...(stale === undefined ? [] : [{ kind: 'text', text: `Does not hold any more: ${stale}` } as const]),
    ...(reasons.length > 0
      ? [{ kind: 'note', text: shortened(reasons.join('; '), longestReasons) } as const]
      : []),
    {
      kind: 'buttons',
      buttons: [
        {
          label: labelOf(`Open ${mentee.name}`),
          verb: 'match.row',
          about: [review.program.id, row.menteeId, ...(page ? [page.list, String(page.from)] : [])].join(':'),
        },
      ],
    },
  ]
}

function pageButtons(review: Review, page: Page): Block[] {
  const { id } = review.program
  const { list, from, of, next } = page
  const going: Button[] = [
    ...(from > 0
      ? [{ label: 'Back', verb: 'match.review', about: `${id}:${list}:${Math.max(0, from - pageRows)}` }]
      : []),
    ...(next === undefined
      ? []
      : [{ label: 'Next', verb: 'match.review', about: `${id}:${list}:${from + pageRows}:${next}` }]),
  ]
  const ready = page.rows.filter(isPublishable)
  const some = ready.map(({ menteeId }) => menteeId).join(':')
  const publish: Button[] =
    ready.length === 0 || of <= page.rows.length
      ? []
      : [
          {
            label: 'Publish this page',
            verb: 'match.publish',
            about: `${id}:${stampOf(review)}:some:${some}`,
          },
        ]
  const buttons = [...going, ...publish]
  return buttons.length === 0 ? [] : [{ kind: 'divider' }, { kind: 'buttons', buttons }]
}

const lists: readonly ListName[] = ['pairs', 'stale', 'left-over', 'locked']
const names: Readonly<Record<ListName, string>> = {
  pairs: 'All pairs',
  'left-over': 'Left over',
  locked: 'Locked',
  stale: 'Not holding',
}

function listButtons(review: Review, { list, of }: Page): Button[] {
  const { id } = review.program
  const others = lists.flatMap((name): Button[] => {
    const count = listOf(review.rows, name).length
    const label = `${names[name]} (${count})`
    return name === list || count === 0 ? [] : [{ label, verb: 'match.review', about: `${id}:${name}:0` }]
  })
  const publish: Button = {
    label: 'Publish what is locked',
    verb: 'match.publish',
    about: `${id}:${stampOf(review)}:locked`,
  }
  return [...others, ...(list === 'locked' && of > 0 ? [publish] : [])]
}

const longestReasons = 300
