import type { Form } from '../message/form.ts'
import { blockPart, fieldPart } from '../message/form-parts.ts'
import type { Block, Button, Message } from '../message/message.ts'
import { sentence } from '../message/messages.ts'
import { formatDate, formatMoment } from '../time/dates.ts'
import { type HelpCase, isWaiting } from './help-case.ts'

const MAX_LENGTH = 2000

/** What the author is to the other person in the pair, as a coordinator reads it. */
const rolesOf = {
  mentor: (other: string) => `Mentor of ${other}`,
  mentee: (other: string) => `Mentee of ${other}`,
  peer: (other: string) => `In a round with ${other}`,
} as const

/** Who somebody is to whom, and in which program. */
export function describePlace(place: {
  readonly program: string
  readonly other?: string
  readonly side?: keyof typeof rolesOf
}): string {
  const { program, other, side } = place
  return other === undefined || side === undefined ? program : `${rolesOf[side](other)} · ${program}`
}

interface Asked {
  readonly request: HelpCase
  readonly author: string
  /** Who they are to whom, and in which program. */
  readonly about: string
  /** Who has seen or answered it, by name. */
  readonly by: string | undefined
  readonly locale: string
  readonly zone: string
}

/** To a coordinator: the request with what they can do, as it stands now. */
export function requestCard(asked: Asked): Message {
  const { request, author, about, by, locale, zone } = asked
  const { urgent, words, openedAt, answer } = request
  return {
    preview: urgent ? 'Somebody asks you to get in touch soon' : 'Somebody asks the coordinators for help',
    blocks: [
      {
        kind: 'text',
        text: [{ text: author, bold: true }, { text: didOf(request) }],
      },
      ...words.slice(-3).map((text): Block => ({ kind: 'text', text })),
      ...(answer === undefined
        ? []
        : [{ kind: 'note', text: `${by ?? 'A coordinator'} answered: ${answer}` } as const]),
      {
        kind: 'note',
        text: `${about} · ${formatMoment(openedAt, zone, locale)}. Only coordinators read this, and none who is too close to it.`,
      },
      ...standing(request, by),
      { kind: 'buttons', buttons: coordinatorButtons(request) },
    ],
  }
}

function didOf({ urgent, shared }: HelpCase): string {
  if (shared) return ' lets the coordinators read an answer.'
  return urgent ? ' asks you to get in touch soon. It is urgent to them.' : ' asks you to get in touch.'
}

function standing({ state }: HelpCase, by: string | undefined): Block[] {
  if (state !== 'seen') return []
  return [{ kind: 'note', text: `${by ?? 'A coordinator'} has seen it, and will take care of it.` }]
}

function coordinatorButtons(request: HelpCase): Button[] {
  const { id, state } = request
  return [
    ...(state === 'open'
      ? [{ label: 'I have seen it', verb: 'help.seen', about: id, tone: 'primary' } as const]
      : []),
    ...(isWaiting(request)
      ? [{ label: 'Answer', verb: 'help.answer', about: id, opensForm: true } as const]
      : []),
    { label: 'Close it', verb: 'help.close', about: id },
  ]
}

/** In the place of the card, once it is over. No words of it are left. */
export function requestClosed(author: string, by: string): Message {
  return {
    preview: 'A request is closed',
    blocks: [{ kind: 'text', text: `${by} has closed the request of ${author}.` }],
  }
}

export function requestTakenBack(author: string): Message {
  return {
    preview: 'A request was taken back',
    blocks: [{ kind: 'text', text: `${author} has taken back a request to you.` }],
  }
}

/** To each coordinator, once, where none has seen it for two working days. */
export function unseenReminder({
  id,
  author,
  about,
  since,
  locale,
}: {
  readonly id: string
  readonly author: string
  readonly about: string
  readonly since: Temporal.PlainDate
  readonly locale: string
}): Message {
  return {
    preview: 'A request waits for a coordinator',
    blocks: [
      {
        kind: 'text',
        text: `${author} asked for help on ${formatDate(since, locale)}, and no coordinator has seen it yet.`,
      },
      { kind: 'note', text: about },
      { kind: 'buttons', buttons: [{ label: 'Show it', verb: 'help.show', about: id, tone: 'primary' }] },
    ],
  }
}

/** Answering: goes to the author. */
export function answerForm({ request, author }: Pick<Asked, 'request' | 'author'>): Form {
  return {
    verb: 'help.answer-save',
    about: request.id,
    title: 'Answer',
    submit: 'Send it',
    parts: [
      ...request.words.slice(-3).map((text) => blockPart({ kind: 'note', text })),
      fieldPart({
        name: 'words',
        kind: 'text',
        multiline: true,
        label: 'Your answer',
        hint: `Who will read it: ${author}, and the other coordinators who read the request. It goes into their chat.`,
        maxLength: MAX_LENGTH,
      }),
    ],
  }
}

export function answerSent(author: string): Message {
  return sentence(`Your answer is on its way to ${author}.`)
}

/** Another coordinator was first. */
export function answeredAlready(by: string): Message {
  return sentence(`${by} has answered already, so I did not send a second answer.`)
}

/** A coordinator's list of what waits, by who asked. */
export function openRequests(
  requests: readonly { readonly request: HelpCase; readonly author: string; readonly about: string }[],
  shown: { readonly zone: string; readonly locale: string },
): Message {
  const list = requests.slice(0, MOST_LISTED)
  const more = requests.length - list.length
  return {
    preview: 'Open requests',
    blocks: [
      { kind: 'heading', text: 'Open requests' },
      ...(list.length === 0 ? [{ kind: 'text', text: 'Nobody is waiting for an answer.' } as const] : []),
      ...list.flatMap(({ request, author, about }): Block[] => [
        {
          kind: 'text',
          text: [
            { text: author, bold: true },
            {
              text: ` · ${about} · ${request.urgent ? 'urgent · ' : ''}${formatMoment(request.openedAt, shown.zone, shown.locale)} · ${statesWords[request.state]}`,
            },
          ],
        },
        { kind: 'buttons', buttons: [{ label: 'Show it', verb: 'help.show', about: request.id }] },
      ]),
      ...(more > 0 ? [{ kind: 'note', text: `And ${more} more, once these are closed.` } as const] : []),
    ],
  }
}

const MOST_LISTED = 5

const statesWords: Readonly<Record<HelpCase['state'], string>> = {
  open: 'not seen yet',
  seen: 'seen',
  answered: 'answered',
  closed: 'closed',
}

/** A request of another program, of a pair they are too close to, or none at all. */
export const notYourRequest = sentence(
  'That request is not one you can see: it is of another program, you are too close to it, or it is gone.',
)
