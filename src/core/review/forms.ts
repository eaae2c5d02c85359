import type { Field, Form, Option } from '../message/form.ts'
import { fieldPart, notePart } from '../message/form-parts.ts'
import type { Block } from '../message/message.ts'
import type { RatingQuestion, ReviewContent, ReviewMoment } from './review.ts'

/** Longest answer in characters; Slack takes no more in a modal. */
const MAX_LENGTH = 3000
const MAX_THANKS = 1000

interface FormFacts {
  readonly reviewId: string
  /** The other of the pair. */
  readonly other: string
  readonly program: string
}

const onlyYou = 'Only you can read this.'

const OPEN_QUESTIONS: Readonly<Record<ReviewMoment, { readonly helped: string; readonly better: string }>> = {
  middle: { helped: 'What helps you most?', better: 'What could be better?' },
  end: { helped: 'What helped you most?', better: 'What could have been better?' },
}

/** The evaluation: a few ratings and two open lines. Answers given before stand in it. */
export function evaluationForm(
  facts: FormFacts & {
    readonly moment: ReviewMoment
    readonly ratings: readonly RatingQuestion[]
    readonly given: ReviewContent
  },
): Form {
  const { reviewId, moment, other, program, ratings, given } = facts
  const open = OPEN_QUESTIONS[moment]
  return {
    verb: 'review.save',
    about: reviewId,
    title: moment === 'middle' ? 'Half-way' : 'Looking back',
    submit: 'Save',
    parts: [
      notePart(`${other} · ${program}`),
      notePart(
        'Only you can read what you answer here. Coordinators see averages of at least five people, never one answer.',
      ),
      ...ratings.map((question) => fieldPart(ratingField(question, given.ratings?.[question.id]))),
      fieldPart(textField({ name: 'helped', label: open.helped, given: given.helped })),
      fieldPart(textField({ name: 'better', label: open.better, given: given.better })),
    ],
  }
}

/** The first half of the closing talk. `behind`: what there is to look back on. */
export function lookBackForm(
  facts: FormFacts & {
    readonly behind: readonly Block[]
    /** Thanks go to the other as soon as the form is sent; whose account is gone can get none. */
    readonly mayThank: boolean
    readonly given: ReviewContent
  },
): Form {
  const { reviewId, other, program, behind, mayThank, given } = facts
  const thanks = textField({
    name: 'thanks',
    label: `What would you like to thank ${firstOf(other)} for?`,
    hint: `Who will read it: you and ${firstOf(other)}, nobody else. It goes into their chat.`,
    given: undefined,
    maxLength: MAX_THANKS,
  })
  return {
    verb: 'closing.save',
    about: reviewId,
    title: 'Looking back',
    submit: 'Go on',
    parts: [
      notePart(`${other} · ${program}`),
      ...behind.map((block) => ({ kind: 'words', block }) as const),
      fieldPart(
        textField({ name: 'reached', label: 'What did you reach, in your own words?', given: given.reached }),
      ),
      ...(mayThank ? [fieldPart(thanks)] : []),
      fieldPart(textField({ name: 'next', label: 'What comes next for you?', given: given.next })),
    ],
  }
}

function ratingField({ id, ask }: RatingQuestion, given: number | undefined): Field {
  return {
    kind: 'choice',
    name: `rating-${id}`,
    label: ask,
    options: RATINGS,
    optional: true,
    ...(given !== undefined && { value: String(given) }),
  }
}

function textField(wish: {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly given: string | undefined
  readonly maxLength?: number
}): Field {
  const { name, label, hint = onlyYou, given, maxLength = MAX_LENGTH } = wish
  return {
    kind: 'text',
    name,
    label,
    hint,
    multiline: true,
    maxLength,
    optional: true,
    ...(given !== undefined && { value: given }),
  }
}

function firstOf(name: string): string {
  return name.split(/\s+/)[0] ?? name
}

const RATINGS: readonly Option[] = [
  { value: '1', label: '1: not at all' },
  { value: '2', label: '2' },
  { value: '3', label: '3' },
  { value: '4', label: '4' },
  { value: '5', label: '5: very well' },
]
