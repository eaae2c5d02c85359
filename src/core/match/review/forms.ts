import type { Field, Form, Option } from '../../message/form.ts'
import { shortened } from '../../message/label.ts'
import { inDigits, namesOf, type ReviewRow } from './review.ts'
import type { Swap } from './swaps.ts'
import type { Alternative } from './weigh.ts'

/** The figures after a name have to fit, too. */
const longestName = 45

/** A form about a row offers the likeliest, and takes a name or an address for all others. */
export interface RowForm {
  readonly about: string
  readonly row: ReviewRow
}

/** *Move to…* */
export function moveForm({ about, row }: RowForm, mentors: readonly Alternative[]): Form {
  return {
    verb: 'match.move-save',
    about,
    title: row.mentor ? 'Move to…' : 'Give a mentor',
    submit: 'Move',
    parts: [
      { kind: 'words', block: { kind: 'text', text: `${namesOf(row)}. The new pair is locked.` } },
      ...choosing(mentors.map(mentorOption), {
        label: 'To whom?',
        typed: 'Or the name or address of a mentor',
      }),
    ],
  }
}

/** *Swap with…* */
export function swapForm({ about, row }: RowForm, swaps: readonly Swap[]): Form {
  return {
    verb: 'match.swap-save',
    about,
    title: 'Swap with…',
    submit: 'Swap',
    parts: [
      {
        kind: 'words',
        block: {
          kind: 'text',
          text: row.mentor
            ? `${namesOf(row)}. The two mentees change mentors, and both new pairs are locked.`
            : `${row.mentee.name} gets the mentor, and the other mentee has nobody then.`,
        },
      },
      ...choosing(swaps.map(swapOption), {
        label: 'With which mentee?',
        typed: 'Or the name or address of a mentee',
      }),
    ],
  }
}

/** *Compare with…* */
export function compareForm({ about, row }: RowForm, mentors: readonly Alternative[]): Form {
  return {
    verb: 'match.compare-show',
    about,
    title: 'Compare with…',
    submit: 'Compare',
    parts: [
      { kind: 'words', block: { kind: 'text', text: `${namesOf(row)}, side by side with:` } },
      ...choosing(mentors.map(mentorOption), {
        label: 'Another mentor',
        typed: 'Or the name or address of any mentor, or of a mentee to see their pair',
      }),
    ],
  }
}

/** *Why not…?* */
export function whyNotForm({ about, row }: RowForm, mentors: readonly Alternative[]): Form {
  return {
    verb: 'match.why-not-ask',
    about,
    title: 'Why not…?',
    submit: 'Ask',
    parts: [
      { kind: 'words', block: { kind: 'text', text: `Why does ${row.mentee.name} not get:` } },
      ...choosing(mentors.map(mentorOption), {
        label: 'Whom?',
        typed: 'Or the name or address of a mentor',
      }),
    ],
  }
}

/** Where there is nobody to choose, only a name is asked for. */
function choosing(options: readonly Option[], words: { readonly label: string; readonly typed: string }) {
  const choice: Field = { kind: 'choice', name: 'choice', label: words.label, options, optional: true }
  const typed: Field = { kind: 'text', name: 'typed', label: words.typed, maxLength: 200, optional: true }
  return [...(options.length > 0 ? [choice] : []), typed].map((field) => ({ kind: 'field', field }) as const)
}

function mentorOption({ mentor, score, left }: Alternative): Option {
  const places = left === 0 ? 'full' : `${left} left`
  return {
    value: mentor.id,
    label: `${shortened(mentor.name, longestName)} · ${inDigits(score)} · ${places}`,
  }
}

function swapOption({ row, gain }: Swap): Option {
  const sum = gain < 0 ? `${inDigits(-gain)} less in sum` : `${inDigits(gain)} more in sum`
  return { value: row.menteeId, label: `${shortened(row.mentee.name, longestName)} · ${sum}` }
}
