import type { Block, Button, Message } from '../message/message.ts'
import type { Platform } from './account.ts'
import { type ProfileColumn, type Sides, workColumns } from './profile.ts'
import { packColumns } from './profile-form.ts'
import type { RosterCells } from './roster-change.ts'

export interface ProfileFacts {
  readonly cells: RosterCells
  readonly sides: Sides
  /** When the person may be written to, in words. */
  readonly hours: string
  /** The platform on which they could use Rounds, too. */
  readonly further: Platform | undefined
  readonly locale: string
  /** What a form has just kept: undefined where nothing was sent in. */
  readonly kept: 'kept' | 'as-before' | undefined
}

/** Everything that a person can say of themselves, and the short forms in which they change it. */
export function profileCard(facts: ProfileFacts): Message {
  const { cells, sides, hours, further, kept } = facts
  const columns = [...workColumns, ...mentoringShown(sides)]
  const known = columns.flatMap((column) => {
    const value = wordsOf(cells[column], facts.locale)
    return value === undefined ? [] : [{ label: shortLabels[column], value }]
  })
  return {
    preview: 'Your profile',
    blocks: [
      { kind: 'heading', text: 'Your profile' },
      ...(kept === undefined ? [] : [{ kind: 'text', text: keptWords[kept] } as const]),
      ...(known.length > 0
        ? [{ kind: 'facts', facts: [...known, { label: 'I may write', value: hours }] } as const]
        : [{ kind: 'text', text: 'There is nothing in it yet.' } as const]),
      { kind: 'buttons', buttons: buttonsFor(further) },
      {
        kind: 'note',
        text: 'What you set yourself stays yours: a new staff list does not change it. The coordinators of your programs and whoever you are paired with can read all of it, but whom you would rather not be paired with is for you alone.',
      },
    ],
  }
}

const keptWords = {
  kept: 'Thank you, I have kept that.',
  'as-before': 'All of it is as it was before.',
} as const

function mentoringShown({ isMentor, isMentee }: Sides): ProfileColumn[] {
  return [
    ...(isMentee ? (['aims', 'skills_sought'] as const) : []),
    ...(isMentor ? (['skills_offered', 'capacity'] as const) : []),
    'contact_style',
  ]
}

const shortLabels: Readonly<Record<ProfileColumn, string>> = {
  profession: 'Profession',
  grade: 'Grade',
  specialty: 'Specialty',
  sites: 'Sites',
  registered_on: 'Registered since',
  languages: 'Languages',
  aims: 'You would like',
  skills_sought: 'Skills you seek',
  skills_offered: 'Skills you offer',
  contact_style: 'In touch',
  capacity: 'Mentees you would take',
}

/** Of a long list the first; all of it stands in the form. */
const mostShown = 5

function wordsOf(cell: RosterCells[string] | undefined, locale: string): string | undefined {
  if (cell === undefined || cell === null || cell === '') return undefined
  if (Array.isArray(cell)) {
    if (cell.length === 0) return undefined
    const more = cell.length - mostShown
    const shown = cell.slice(0, mostShown).map((entry) => short(String(entry)))
    return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(' · ')
  }
  const text = String(cell)
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return short(text)
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(text))
}

function short(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}

function buttonsFor(further: Platform | undefined): Button[] {
  return [
    { label: 'My work', verb: 'profile.work', opensForm: true },
    { label: 'My mentoring', verb: 'profile.mentoring', opensForm: true },
    { label: 'When I may write', verb: 'person.hours', opensForm: true },
    { label: 'Not paired with', verb: 'profile.apart', opensForm: true },
    ...(further === undefined ? [] : [furtherButton(further)]),
  ]
}

function furtherButton(further: Platform): Button {
  const label = further === 'slack' ? 'Use Rounds on Slack, too' : 'Use Rounds on Teams, too'
  return { label, verb: 'account.link' }
}

/** Says what a program still needs to know, in the order in which it matters, and offers the form for it. */
export function missingBlocks({
  missing,
  program,
}: {
  readonly missing: readonly ProfileColumn[]
  readonly program: string
}): Block[] {
  if (missing.length === 0) return []
  const text = missing.includes('aims')
    ? `What would you like to get out of ${program}? You name it first, in your own words, so that I can look for a mentor who fits.`
    : `Your profile for ${program} is not complete yet: the more of it I know, the better I can match you.`
  const button: Button = {
    label: missing.includes('aims') ? 'Say what I hope for' : 'Complete my profile',
    verb: 'profile.missing',
    about: packColumns(missing.map((column) => ({ column }))),
    opensForm: true,
  }
  return [
    { kind: 'text', text },
    { kind: 'buttons', buttons: [button] },
  ]
}

/** A form of another release, or a hand-made one, asks for nothing that there is. */
export const nothingToFillIn =
  'I cannot find that part of your profile any more. Type “profile” to see all of it.'
