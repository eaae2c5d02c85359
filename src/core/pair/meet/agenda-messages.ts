import { shortened } from '../../message/label.ts'
import type { Block, Message } from '../../message/message.ts'
import { formatDate } from '../../time/dates.ts'
import { planButton } from './messages.ts'
import type { PlannedMeeting } from './planned.ts'
import { clockNote, detailBlock, momentWords, type Reader } from './words.ts'

/** What stands open between the two, as far as both may read it. */
export interface Agenda {
  /** Titles of open goals. */
  readonly goals: readonly string[]
  readonly steps: readonly {
    readonly title: string
    readonly mine: boolean
    readonly dueOn: Temporal.PlainDate
  }[]
  /** Words that were shared with the pair. */
  readonly challenges: readonly { readonly words: string; readonly mine: boolean }[]
}

/** So many of each are named; an agenda is one screen. */
const MOST_OF_EACH = 4
const LONGEST = 160

/** The day before: what the two could talk about, as questions. The order and the choice are theirs. */
export function agendaMessage(
  facts: {
    readonly reader: Reader
    readonly other: string
    readonly otherZone: string
    readonly side: 'mentor' | 'mentee'
  },
  agreed: NonNullable<PlannedMeeting['agreed']>,
  agenda: Agenda,
): Message {
  const { reader, other, otherZone, side } = facts
  const questions = questionsFor(agenda, { other, locale: reader.locale })
  return {
    preview: 'Your next meeting is near',
    blocks: [
      {
        kind: 'text',
        text: [{ text: 'Your next meeting with ' }, { text: other, bold: true }, { text: ':' }],
      },
      detailBlock(agreed, momentWords(agreed.startsAt, reader)),
      ...clockNote(reader, otherZone, other),
      { kind: 'text', text: 'Questions that you could take with you:' },
      { kind: 'list', items: questions },
      { kind: 'note', text: side === 'mentor' ? MENTORS_NOTE : MENTEES_NOTE },
    ],
  }
}

const MENTORS_NOTE = 'The agenda is theirs: ask which of these matters most today.'
const MENTEES_NOTE = 'The agenda is yours: which of these matters most to you today?'

function questionsFor(
  { goals, steps, challenges }: Agenda,
  { other, locale }: { readonly other: string; readonly locale: string },
): string[] {
  const asked = [
    ...goals.slice(0, MOST_OF_EACH).map((goal) => `Goal “${cut(goal)}”: what would move it on?`),
    ...steps.slice(0, MOST_OF_EACH).map(({ title, mine, dueOn }) => {
      const whose = mine ? 'Your step' : `The step of ${other}`
      return `${whose} “${cut(title)}” (due ${formatDate(dueOn, locale)}): how did it go, and what helps?`
    }),
    ...challenges.map(({ words, mine }) => {
      const who = mine ? 'You' : other
      return `${who} wrote that this is in the way: “${cut(words)}”. What has been tried so far?`
    }),
  ]
  return asked.length > 0 ? asked : ['What would make this meeting worth its time?', 'What comes next?']
}

function cut(words: string): string {
  return shortened(words.replace(/\s+/g, ' '), LONGEST)
}

/** After the end, once: one tap logs it with what was planned. */
export function didItTakePlace(
  planned: { readonly id: string; readonly sequence: number },
  agreed: NonNullable<PlannedMeeting['agreed']>,
  { reader, other }: { readonly reader: Reader; readonly other: string },
): Message {
  const about = `${planned.id}:${planned.sequence}`
  return {
    preview: 'Did your meeting take place?',
    blocks: [
      {
        kind: 'text',
        text: [
          { text: 'Did your meeting with ' },
          { text: other, bold: true },
          { text: ` on ${momentWords(agreed.startsAt, reader)} take place?` },
        ],
      },
      {
        kind: 'buttons',
        buttons: [
          { label: 'We met', verb: 'meeting.held', about, tone: 'primary' },
          { label: 'We did not', verb: 'meeting.not-held', about },
        ],
      },
    ],
  }
}

/** *We did not.* */
export function notHeldNoted(other: string, pairId: string): Message {
  const blocks: Block[] = [
    { kind: 'text', text: `Noted; that happens. Would you like to find another time with ${other}?` },
    planButton(pairId, 'Plan another'),
  ]
  return { preview: 'Noted', blocks }
}

/** *We did not*, where the other has said that they did. */
export function otherSaysHeld(other: string): Message {
  return {
    preview: 'This meeting is logged',
    blocks: [
      {
        kind: 'text',
        text: `${other} has told me that you met. If that is a mistake, you can take it back in your meetings.`,
      },
      { kind: 'buttons', buttons: [{ label: 'My meetings', verb: 'meeting.list' }] },
    ],
  }
}
