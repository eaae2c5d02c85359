import type { FieldErrors, Form, FormPart, Values } from '../message/form.ts'
import { textIn } from '../message/form.ts'
import { type Aspect, aspects, plainly } from './card.ts'

/** CONTRACT, *The CSV of people*. */
const mostMentees = 20
const mostSkills = 50
const longestSkill = 120
// What Slack's inputs take.
const longestList = 3000

/** What a mentor offers in a program. */
export interface MentorOffer {
  /** How many mentees they take, over all programs. */
  readonly capacity: number
  readonly skills: readonly string[]
  /** What mentees of this program see; empty: the mentor is not shown. */
  readonly shows: readonly string[]
}

export interface OfferAsked {
  readonly enrollmentId: string
  /** Named where the mentor is in several. */
  readonly program: string | undefined
  readonly offer: MentorOffer
  /** How many mentees they have now. */
  readonly mentees: number
}

const aspectWords: Readonly<Record<Aspect, string>> = {
  skills: 'The skills I offer',
  specialty: 'My specialty',
  sites: 'My sites',
  languages: 'My languages',
  experience: 'My years in the profession',
}

/** The form behind `offer`, as things stand. */
export function offerForm(asked: OfferAsked): Form {
  const { enrollmentId, program, offer, mentees } = asked
  return {
    verb: 'find.offer-save',
    about: enrollmentId,
    title: 'What I offer',
    submit: 'Save',
    parts: [
      ...(program === undefined
        ? []
        : [{ kind: 'words', block: { kind: 'heading', text: program } } as const]),
      {
        kind: 'field',
        field: {
          kind: 'number',
          name: 'capacity',
          label: 'How many mentees would you take?',
          hint: `In all your programs together, 0 to ${mostMentees}. ${haveWords(mentees)}`,
          min: 0,
          max: mostMentees,
          whole: true,
          value: String(offer.capacity),
        },
      },
      skillsPart(offer.skills),
      {
        kind: 'field',
        field: {
          kind: 'choices',
          name: 'shows',
          label: 'What may mentees of the program see?',
          hint: 'They see it by “find”, beside your name and your free places. Choose nothing, and you are not shown there.',
          options: aspects.map((aspect) => ({ value: aspect, label: aspectWords[aspect] })),
          values: aspects.filter((aspect) => offer.shows.includes(aspect)),
          optional: true,
        },
      },
    ],
  }
}

/** What the form says, or what is wrong with it. The values have been checked against the form. */
export function readOffer(
  values: Values,
  before: MentorOffer,
): { readonly offer: MentorOffer } | { readonly errors: FieldErrors } {
  const shows = values['shows'] ?? []
  const skills = fitsForm(before.skills) ? readSkills(textIn(values, 'skills'), before.skills) : before.skills
  if ('problem' in skills) return { errors: { skills: skills.problem } }
  const chosen = aspects.filter((aspect) => shows.includes(aspect))
  return { offer: { capacity: Number(textIn(values, 'capacity')), skills, shows: chosen } }
}

function haveWords(mentees: number): string {
  if (mentees === 0) return 'You have none now.'
  return `You have ${mentees} now.`
}

function skillsPart(skills: readonly string[]): FormPart {
  if (!fitsForm(skills)) {
    const text =
      'Your list of skills is too long for this form. Your coordinator can change it in the staff list.'
    return { kind: 'words', block: { kind: 'note', text } }
  }
  return {
    kind: 'field',
    field: {
      kind: 'text',
      name: 'skills',
      label: 'Which skills do you offer?',
      hint: 'One per line, like wound care',
      multiline: true,
      maxLength: longestList,
      optional: true,
      value: skills.join('\n'),
    },
  }
}

function fitsForm(skills: readonly string[]): boolean {
  return skills.join('\n').length <= longestList
}

/** Commas and semicolons separate, too, unless a skill was written with one before. */
function readSkills(
  text: string,
  before: readonly string[],
): readonly string[] | { readonly problem: string } {
  const known = new Set(before)
  const lines = text.split('\n').map((line) => line.trim())
  const words = lines.flatMap((line) => (known.has(line) ? [line] : line.split(/[,;]/)))
  const skills = words.map((word) => word.replace(/\s+/g, ' ').trim()).filter(Boolean)
  const each = [...new Map(skills.map((skill) => [plainly(skill), skill])).values()]
  const long = each.find((skill) => skill.length > longestSkill)
  if (long)
    return {
      problem: `“${long.slice(0, 30)}…” is too long: a skill takes at most ${longestSkill} characters.`,
    }
  if (each.length > mostSkills)
    return { problem: `These are ${each.length} skills; at most ${mostSkills} can be kept.` }
  return each
}
