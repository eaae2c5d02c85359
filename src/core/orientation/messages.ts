import type { Form, FormPart } from '../message/form.ts'
import { labelOf } from '../message/label.ts'
import type { Block, Button, Message, Span, Text } from '../message/message.ts'
import { sentence } from '../message/messages.ts'
import type { OrientationGroup } from '../program/orientation.ts'
import type { ListedPoint, OrientationList } from './orientation.ts'

const groupWords: Readonly<Record<OrientationGroup, string>> = {
  who: 'Who is who',
  how: 'How things run here',
  inside: 'Inside the building',
  outside: 'Outside the building',
}

interface Listed {
  readonly pairId: string
  /** The other's name. */
  readonly other: string
  readonly list: OrientationList
}

/** The list in the chat. The same for both, but for the other's name. */
export function orientationMessage({ pairId, other, list }: Listed): Message {
  const { groups, done, total } = list
  return {
    preview: 'Your orientation list',
    blocks: [
      { kind: 'heading', text: 'Finding your way around' },
      {
        kind: 'text',
        text: [
          { text: 'This is what you and ' },
          { text: other, bold: true },
          {
            text: ' look at together in the first weeks. Either of you ticks off what is done, and both see it.',
          },
        ],
      },
      { kind: 'progress', label: 'Done', percent: percentOf(list), words: `${done} of ${total}` },
      ...groups.flatMap(({ group, points }): Block[] => [
        { kind: 'text', text: [{ text: groupWords[group], bold: true }] },
        { kind: 'list', items: points.map(pointLine) },
      ]),
      { kind: 'buttons', buttons: [tickButton(pairId, list)] },
    ],
  }
}

function pointLine({ text, link, by, isDone }: ListedPoint): Text {
  const mark: Span[] = isDone ? [{ text: '✓ ' }] : []
  const who: Span[] = by ? [{ text: ` (${by})` }] : []
  return [...mark, { text, ...(link && { link }) }, ...who]
}

function percentOf({ done, total }: OrientationList): number {
  return total === 0 ? 0 : Math.round((done / total) * 100)
}

function tickButton(about: string, { done, total }: OrientationList): Button {
  const tick = { verb: 'orientation.tick', about, opensForm: true } as const
  return done === total
    ? { ...tick, label: 'Change a tick' }
    : { ...tick, label: 'Tick off', tone: 'primary' }
}

/** More pairs than these are a tap away. */
const LISTS_SHOWN = 2

/** How far the lists have come, for the overview; nothing where there is none. */
export function orientationLines(
  lists: readonly { readonly other: string; readonly list: OrientationList }[],
): Block[] {
  return lists.slice(0, LISTS_SHOWN).map(
    ({ other, list }): Block => ({
      kind: 'progress',
      label: `Orientation with ${other}`,
      percent: percentOf(list),
      words: `${list.done} of ${list.total}`,
    }),
  )
}

export const listButton: Button = { label: 'Orientation list', verb: 'orientation.list' }

/** `about`: the pair, and what was ticked when the form was opened. */
export function tickForm(facts: {
  readonly about: string
  readonly list: OrientationList
  /** Ticked on the form, and not on the list any more. */
  readonly gone: readonly string[]
}): Form {
  const { about, list, gone } = facts
  const fields = list.groups.map(({ group, points }, at): FormPart => {
    const options = points.map(({ id, text }) => ({ value: id, label: text }))
    const left = gone.map((value) => ({ value, label: 'Not on the list any more' }))
    return {
      kind: 'field',
      field: {
        kind: 'choices',
        name: group,
        label: groupWords[group],
        options: at === 0 ? [...options, ...left] : options,
        values: points.filter(({ isDone }) => isDone).map(({ id }) => id),
        optional: true,
      },
    }
  })
  return { verb: 'orientation.save', about, title: 'Orientation list', submit: 'Save', parts: fields }
}

/** What the list says now that somebody has ticked. */
export function tickedMessage({ pairId, other, list }: Listed): Message {
  const { done, total } = list
  const left = total - done
  const text =
    left === 0
      ? `Everything on the list is done. ${other} sees it, too.`
      : `Noted. ${done} of ${total} are done; ${other} sees the same.`
  return {
    preview: 'Your orientation list',
    blocks: [
      { kind: 'text', text },
      { kind: 'buttons', buttons: [{ label: 'See the list', verb: 'orientation.list', about: pairId }] },
    ],
  }
}

/** Said to each of the two once, whoever ticked the last point. */
export function finishedOrientation(other: string): Message {
  return {
    preview: 'Your orientation list is done',
    blocks: [
      {
        kind: 'text',
        text: [
          { text: 'You and ' },
          { text: other, bold: true },
          { text: ' have been through the whole orientation list. That is a good part of the way.' },
        ],
      },
      { kind: 'note', text: 'What surprised you? That may be something for your next meeting.' },
    ],
  }
}

/** With several pairs. */
export function whichOrientation(
  pairs: readonly { readonly pairId: string; readonly other: string }[],
): Message {
  return {
    preview: 'Which list?',
    blocks: [
      { kind: 'text', text: 'Whose orientation list would you like to see?' },
      {
        kind: 'buttons',
        buttons: pairs.map(({ pairId, other }) => ({
          label: labelOf(other),
          verb: 'orientation.list',
          about: pairId,
        })),
      },
    ],
  }
}

/** The pair is over, not theirs, or its program has no list. */
export function noOrientation(): Message {
  return sentence('There is no orientation list for that pair any more. “help” shows what else I can do.')
}
