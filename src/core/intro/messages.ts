import type { Form, FormPart, Option } from '../message/form.ts'
import { fieldPart, notePart, wordsPart } from '../message/form-parts.ts'
import type { Block, Button, Message } from '../message/message.ts'
import { sentence } from '../message/messages.ts'

const MAX_NAME = 120
const MAX_WHY = 1000

/** The names of those whom an introduction is about. */
export interface Introduced {
  readonly mentor: string
  readonly mentee: string
  readonly colleague: string
}

/** Whom to introduce to whom, and why. `colleague`: as it was typed with the command. */
export function introForm(mentees: readonly Option[], colleague: string): Form {
  const [only, ...more] = mentees
  const one = more.length === 0 ? only : undefined
  return {
    verb: 'intro.save',
    ...(one && { about: one.value }),
    title: 'Introduce a colleague',
    submit: 'Ask them',
    parts: [
      one ? wordsPart(`For ${one.label}`) : whichMentee(mentees),
      fieldPart({
        name: 'colleague',
        kind: 'text',
        label: 'To which colleague?',
        hint: 'Their name as in the staff list, or their work e-mail.',
        maxLength: MAX_NAME,
        ...(colleague !== '' && { value: colleague.slice(0, MAX_NAME) }),
      }),
      fieldPart({
        name: 'why',
        kind: 'text',
        multiline: true,
        label: 'What could the two of them gain from it?',
        hint: 'Who will read it: your mentee first, then the colleague. Nobody else.',
        maxLength: MAX_WHY,
      }),
      notePart('I will ask your mentee first, and then the colleague. Either may say no, without a reason.'),
    ],
  }
}

function whichMentee(mentees: readonly Option[]): FormPart {
  return fieldPart({ name: 'pair', kind: 'choice', label: 'Whom do you introduce?', options: mentees })
}

/** To the mentor: whom I ask first. */
export function introSent({ id, mentee, colleague }: Introduced & { readonly id: string }): Message {
  return {
    preview: 'I will ask your mentee first',
    blocks: [
      {
        kind: 'text',
        text: `I will ask ${mentee} first. If they say yes, I will ask ${colleague} with your words. You will hear from me either way within two weeks.`,
      },
      { kind: 'buttons', buttons: [{ label: 'Take it back', verb: 'intro.withdraw', about: id }] },
    ],
  }
}

interface Question extends Introduced {
  readonly id: string
  readonly why: string
  readonly again: boolean
}

/** To the mentee, before anything goes out: their name would go to somebody new. */
export function menteeQuestion(asked: Question): Message {
  const { mentor, colleague, why } = asked
  return {
    preview: 'Your mentor would like to introduce you to somebody',
    blocks: [
      ...reminder(asked),
      {
        kind: 'text',
        text: [
          { text: mentor, bold: true },
          { text: ` would like to introduce you to ${colleague}, and wrote:` },
        ],
      },
      { kind: 'text', text: why },
      { kind: 'text', text: `May I ask ${colleague}, with your name and these words?` },
      buttonsFor(asked.id, { yes: 'Yes, please ask', no: 'Rather not' }),
      { kind: 'note', text: `No reason is needed. Nothing goes to ${colleague} before you say yes.` },
    ],
  }
}

/** To the colleague, who need not be in any program. */
export function colleagueQuestion(asked: Question): Message {
  const { mentor, mentee, why } = asked
  return {
    preview: 'A colleague asks whether they may introduce somebody',
    blocks: [
      ...reminder(asked),
      {
        kind: 'text',
        text: [
          { text: mentor, bold: true },
          { text: ` would like to introduce you to ${mentee}, and wrote:` },
        ],
      },
      { kind: 'text', text: why },
      { kind: 'text', text: `Would you like to get to know ${mentee}?` },
      buttonsFor(asked.id, { yes: 'Yes, gladly', no: 'Not now' }),
      {
        kind: 'note',
        text: `No reason is needed; only ${mentor} hears of a no. I am Rounds, the mentoring bot, and you join nothing by answering.`,
      },
    ],
  }
}

function reminder({ again }: Question): Block[] {
  return again ? [{ kind: 'note', text: 'I asked this a few days ago, and will not ask again.' }] : []
}

function buttonsFor(id: string, labels: { readonly yes: string; readonly no: string }): Block {
  const buttons: Button[] = [
    { label: labels.yes, verb: 'intro.yes', about: id, tone: 'primary' },
    { label: labels.no, verb: 'intro.no', about: id },
  ]
  return { kind: 'buttons', buttons }
}

/** To the mentee, in the place of the question. */
export function menteeSaidYes({ colleague }: Introduced): Message {
  return sentence(`Thank you. I will ask ${colleague} now, and write to you if they say yes.`)
}

/** To whoever says no. */
export function noNoted({ mentor }: Introduced): Message {
  return sentence(
    `That is quite all right, and no reason is needed. I will tell ${mentor} kindly, and nobody else.`,
  )
}

interface Reachable {
  readonly name: string
  readonly email: string
}

/** To the mentee and to the colleague: who the other is, and how to reach them. */
export function introducedTo(
  other: Reachable,
  { mentor, why }: { readonly mentor: string; readonly why: string },
): Message {
  return {
    preview: 'An introduction',
    blocks: [
      {
        kind: 'text',
        text: [
          { text: `${mentor} introduces you to ` },
          { text: other.name, bold: true },
          { text: '. You have both said yes.' },
        ],
      },
      { kind: 'text', text: why },
      {
        kind: 'facts',
        facts: [
          { label: 'How to reach them', value: [{ text: other.email, link: `mailto:${other.email}` }] },
        ],
      },
      { kind: 'note', text: 'A short hello is enough to begin; either of you may take the first step.' },
    ],
  }
}

/** To the mentor, when the colleague has said yes. */
export function mentorToldYes({ mentee, colleague }: Introduced): Message {
  return {
    preview: 'Your introduction has worked out',
    blocks: [
      {
        kind: 'text',
        text: `${colleague} would like to get to know ${mentee}. I have told both how to reach each other.`,
      },
    ],
  }
}

/** To the mentor alone, when one of the two has said no. */
export function mentorToldNo({ mentee, colleague }: Introduced, who: 'mentee' | 'colleague'): Message {
  const said =
    who === 'mentee'
      ? `${mentee} would rather not be introduced to ${colleague} right now, so I have not asked ${colleague}.`
      : `${colleague} cannot take on an introduction right now. I have told ${mentee} only that it will not happen.`
  return {
    preview: 'About your introduction',
    blocks: [{ kind: 'text', text: `${said} No reason was asked for, and none is needed.` }],
  }
}

/** To the mentor, when nobody answered. Says the same whoever it was. */
export function mentorToldSilence({ mentee, colleague }: Introduced): Message {
  return {
    preview: 'About your introduction',
    blocks: [
      {
        kind: 'text',
        text: `The introduction of ${mentee} to ${colleague} did not happen: I had no answer, and will not ask again.`,
      },
    ],
  }
}

/** To the mentee, who had said yes. Does not say why. */
export function menteeToldNot({ colleague }: Introduced): Message {
  return {
    preview: 'About an introduction',
    blocks: [
      {
        kind: 'text',
        text: `The introduction to ${colleague} will not happen this time. It says nothing about you.`,
      },
    ],
  }
}

/** In the place of a question that is over. */
export const questionOver = sentence('This introduction is no longer open, so there is nothing left to do.')

export function introTakenBack({ mentee, colleague }: Introduced): Message {
  return sentence(`Taken back: ${mentee} is not introduced to ${colleague}.`)
}

export const noMenteeToIntroduce = sentence(
  'Introductions are made by mentors for their mentees, and you mentor nobody right now.',
)

export const introPairGone = sentence('That pair is over or not yours, so nobody was asked.')

export function askedAlready({ mentee, colleague }: Introduced): Message {
  return sentence(`I am already asking about ${mentee} and ${colleague}, and I ask nobody twice.`)
}

/** One sentence for the field of the colleague. */
export function describeColleagueProblem(
  problem: 'unknown' | 'ambiguous' | 'no-account' | 'one-of-you',
  typed: string,
): string {
  switch (problem) {
    case 'unknown':
      return typed.includes('@')
        ? `I cannot find “${typed}” in the staff list. Please check the address, or give their name.`
        : `I cannot find “${typed}” in the staff list. Please give their work e-mail.`
    case 'ambiguous':
      return `There are several people called “${typed}”. Please give the work e-mail of the one you mean.`
    case 'no-account':
      return `I cannot write to “${typed}”: I know no account of theirs. Please introduce the two yourself.`
    case 'one-of-you':
      return 'You two know each other. Please name somebody else.'
  }
}
