import type { Form, FormPart } from '../message/form.ts'
import { shortened } from '../message/label.ts'
import type { Block, Button, Message, Text } from '../message/message.ts'
import { sentence } from '../message/messages.ts'
import { packColumns } from '../people/profile-form.ts'
import { fieldOf, type Growth, growthOf, type RatingMoment, type Ratings } from './skills.ts'

const momentWords: Readonly<Record<RatingMoment, string>> = {
  start: 'at the start',
  middle: 'half-way',
  end: 'at the end',
}

const askWords: Readonly<Record<RatingMoment, string>> = {
  start:
    'you have named skills that you would like to grow. How do you see yourself in them today? Later you can see how they have grown.',
  middle: 'you are half-way. How do you see yourself now in the skills that you wanted to grow?',
  end: 'the two of you are coming to the end. How do you see yourself now in the skills that you wanted to grow?',
}

const ownEyesOnly =
  'Only you see it: neither your mentor nor the coordinator does. It only ever counts in an average of at least five people.'

interface Asked {
  readonly firstName: string
  readonly pairId: string
}

/** Asks a mentee to rate their skills. */
export function askRatingMessage({
  firstName,
  pairId,
  moment,
}: Asked & { readonly moment: RatingMoment }): Message {
  return {
    preview: 'A question about your skills',
    blocks: [
      { kind: 'text', text: `${firstName}, ${askWords[moment]}` },
      { kind: 'note', text: ownEyesOnly },
      { kind: 'buttons', buttons: [rateButton(pairId, moment)] },
    ],
  }
}

function rateButton(pairId: string, moment: RatingMoment): Button {
  return {
    label: 'Rate my skills',
    verb: 'skills.rate',
    about: `${pairId}:${moment}`,
    tone: 'primary',
    opensForm: true,
  }
}

/** There is nothing to rate yet. */
export function nameSkillsMessage(firstName: string): Message {
  return {
    preview: 'Which skills would you like to grow?',
    blocks: [
      {
        kind: 'text',
        text: `${firstName}, which skills would you like to grow with your mentor? Name one or a few, and later you can see how they have grown.`,
      },
      {
        kind: 'buttons',
        buttons: [
          {
            label: 'Name my skills',
            verb: 'profile.missing',
            about: packColumns([{ column: 'skills_sought' }]),
            tone: 'primary',
            opensForm: true,
          },
        ],
      },
    ],
  }
}

const options = [
  { value: '1', label: '1: new to me' },
  { value: '2', label: '2: with help' },
  { value: '3', label: '3: on my own, mostly' },
  { value: '4', label: '4: on my own, safely' },
  { value: '5', label: '5: I can show others' },
]

/** The form, with what was rated before above it and what stands for this moment in it. */
export function ratingForm(facts: {
  readonly pairId: string
  readonly moment: RatingMoment
  readonly skills: readonly string[]
  readonly ratings: Ratings
}): Form {
  const { pairId, moment, skills, ratings } = facts
  const known = new Map(ratings[moment]?.map(({ skill, rating }) => [fieldOf(skill), String(rating)]))
  const words: Block[] = [{ kind: 'note', text: ownEyesOnly }, ...growthBlocks(growthOf(ratings))]
  return {
    verb: 'skills.save',
    about: `${pairId}:${moment}`,
    title: 'Skills you want to grow',
    submit: 'Save',
    parts: [
      ...words.map((block): FormPart => ({ kind: 'words', block })),
      ...skills.map((skill): FormPart => {
        const name = fieldOf(skill)
        const value = known.get(name)
        const label = shortened(skill, 120)
        return {
          kind: 'field',
          field: { kind: 'choice', name, label, options, optional: true, ...(value && { value }) },
        }
      }),
    ],
  }
}

/** Before and after, skill by skill, in bars and words. */
function growthBlocks(growth: readonly Growth[]): Block[] {
  if (growth.length === 0) return []
  return [{ kind: 'list', items: growth.map(growthLine) }]
}

function growthLine({ skill, steps }: Growth): Text {
  const told = steps.map(
    ({ moment, rating }) => `${'●'.repeat(rating)}${'○'.repeat(5 - rating)} ${rating} ${momentWords[moment]}`,
  )
  return [{ text: skill, bold: true }, { text: ` ${told.join(' → ')}` }]
}

/** What stands now: for its author alone, never in a chat. */
export function ratedMessage(ratings: Ratings): Message {
  const growth = growthOf(ratings)
  const hasGrown = growth.some(({ steps }) => steps.length > 1)
  return {
    preview: 'Your skills',
    blocks: [
      {
        kind: 'text',
        text: hasGrown
          ? 'Noted. This is where you started, and where you see yourself now:'
          : 'Noted. I will ask you again later, and you will see how they have grown:',
      },
      ...growthBlocks(growth),
      { kind: 'note', text: ownEyesOnly },
    ],
  }
}

/** Leads back to what was rated. */
export function growthButton(pairId: string): Button {
  return { label: 'How my skills grow', verb: 'skills.show', about: pairId, opensForm: true }
}

/** Before and after where nothing is to be rated now. */
export function growthForm(pairId: string, ratings: Ratings): Form {
  const words: Block[] = [
    {
      kind: 'text',
      text: 'This is how you saw yourself. That rating is closed now, so that you can compare.',
    },
    { kind: 'note', text: ownEyesOnly },
    ...growthBlocks(growthOf(ratings)),
  ]
  return {
    verb: 'skills.save',
    about: pairId,
    title: 'Skills you want to grow',
    submit: 'Close',
    parts: words.map((block): FormPart => ({ kind: 'words', block })),
  }
}

export const ratingClosed = sentence(
  'That rating is closed, so that you can compare before and after. Nothing has changed.',
)
export const rateOne = 'Please rate at least one of your skills.'
export const skillsChanged = 'Your list of skills has changed meanwhile. Please look at it once more.'

/** The pair is over, or not theirs. */
export function noSkillsHere(): Message {
  return sentence('That pair is no longer active, so there is nothing to rate. What you rated stays yours.')
}
