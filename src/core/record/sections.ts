/** How a value of the record is shown to people; in the JSON file it stands as it is kept. */
export type ShownAs =
  | 'text'
  | 'word'
  | 'question'
  | 'occasion'
  | 'deed'
  | 'date'
  | 'moment'
  | 'list'
  | 'yes-no'
  | 'parts'

export interface ShownColumn {
  readonly column: string
  readonly label: string
  readonly as: ShownAs
}

/** One part of a person's own record: what is kept, and who else can read it (PRODUCT, *Who may read what*). */
export interface Section {
  readonly name: string
  readonly heading: string
  readonly readBy: string
  readonly columns: readonly ShownColumn[]
}

export const onlyYou = 'Only you.'
export const yourPair = 'You and the other person in the pair.'
export const pairAndCoordinator = 'You, the other person in the pair and the coordinator.'
export const youAndCoordinator = 'You and the coordinator.'
const averages = 'Only you. Others see averages of at least five people.'

/** All parts, in the order in which the record shows them. Names are stable: the JSON file is read by programs, too. */
export const sections = [
  section({ name: 'person', heading: 'Your profile', readBy: youAndCoordinator }, [
    ['name', 'Name'],
    ['email', 'E-mail'],
    ['time_zone', 'Time zone'],
    ['contact_from', 'Messages from'],
    ['contact_to', 'Messages to'],
    ['leave', 'Leave', 'list'],
    ['manager_email', 'Line manager'],
    ['leaves_on', 'Last day', 'date'],
    ['profile', 'Profile', 'parts'],
    ['edited', 'Changed by yourself', 'list'],
  ]),
  section({ name: 'accounts', heading: 'Your accounts', readBy: youAndCoordinator }, [
    ['platform', 'Where', 'word'],
    ['last_seen_at', 'Last seen', 'moment'],
  ]),
  section({ name: 'programs', heading: 'Your programs', readBy: youAndCoordinator }, [
    ['program', 'Program'],
    ['role', 'As', 'word'],
    ['state', 'State', 'word'],
    ['joined_at', 'Joined', 'moment'],
    ['paused_until', 'Paused until', 'date'],
    ['shows', 'What mentees see of you', 'list'],
  ]),
  section({ name: 'pairs', heading: 'Your pairs', readBy: pairAndCoordinator }, [
    ['program', 'Program'],
    ['other', 'With'],
    ['side', 'You are the', 'word'],
    ['started_on', 'Began', 'date'],
    ['closed_at', 'Ended', 'moment'],
  ]),
  section({ name: 'briefings', heading: 'Your briefing', readBy: onlyYou }, [
    ['program', 'Program'],
    ['side', 'As', 'word'],
    ['confirmed_at', 'Confirmed', 'moment'],
    ['words', 'Your answers', 'parts'],
  ]),
  section({ name: 'agreements', heading: 'Your agreements', readBy: yourPair }, [
    ['other', 'With'],
    ['version', 'Version'],
    ['state', 'State', 'word'],
    ['written_at', 'Written', 'moment'],
    ['words', 'What it says', 'parts'],
  ]),
  section({ name: 'orientation', heading: 'What you ticked off', readBy: yourPair }, [
    ['point', 'Point'],
    ['ticked_at', 'Ticked off', 'moment'],
  ]),
  section({ name: 'check-ins', heading: 'Your check-ins', readBy: pairAndCoordinator }, [
    ['other', 'About'],
    ['due_on', 'Of', 'date'],
    ['state', 'State', 'word'],
  ]),
  section({ name: 'answers', heading: 'Your answers', readBy: 'Each says who reads it.' }, [
    ['other', 'About'],
    ['due_on', 'Check-in of', 'date'],
    ['question', 'Question', 'question'],
    ['words', 'Answer', 'parts'],
    ['reader', 'Who reads it', 'word'],
    ['answered_at', 'Answered', 'moment'],
  ]),
  section({ name: 'goals', heading: 'Your goals', readBy: yourPair }, [
    ['number', 'Number'],
    ['title', 'Goal'],
    ['state', 'State', 'word'],
    ['measure', 'Measured as', 'word'],
    ['baseline', 'From'],
    ['target', 'To'],
    ['unit', 'Of'],
    ['attainable', 'How you get there'],
    ['relevant', 'Why it matters'],
    ['starts_on', 'From the', 'date'],
    ['due_on', 'By the', 'date'],
    ['closed_at', 'Closed', 'moment'],
  ]),
  section({ name: 'milestones', heading: 'Milestones', readBy: yourPair }, [
    ['number', 'Of goal'],
    ['title', 'Milestone'],
    ['due_on', 'By the', 'date'],
    ['done_at', 'Done', 'moment'],
  ]),
  section({ name: 'progress', heading: 'Progress', readBy: yourPair }, [
    ['number', 'Of goal'],
    ['value', 'Where it stood'],
    ['note', 'Note'],
    ['by', 'By'],
    ['at', 'Noted', 'moment'],
  ]),
  section({ name: 'goal-changes', heading: 'What you changed in goals', readBy: yourPair }, [
    ['number', 'Of goal'],
    ['kind', 'What', 'word'],
    ['words', 'How and why', 'parts'],
    ['at', 'When', 'moment'],
  ]),
  section({ name: 'actions', heading: 'Your action plan', readBy: yourPair }, [
    ['other', 'With'],
    ['title', 'Step'],
    ['due_on', 'By the', 'date'],
    ['state', 'State', 'word'],
    ['mine', 'Yours to do', 'yes-no'],
  ]),
  section({ name: 'meetings', heading: 'Meetings', readBy: pairAndCoordinator }, [
    ['other', 'With'],
    ['held_on', 'Held on', 'date'],
    ['minutes', 'Minutes'],
    ['kind', 'How', 'word'],
    ['note', 'Note (for the two of you)'],
  ]),
  section({ name: 'planned-meetings', heading: 'Planned meetings', readBy: yourPair }, [
    ['other', 'With'],
    ['starts_at', 'Starts', 'moment'],
    ['minutes', 'Minutes'],
    ['state', 'State', 'word'],
    ['place', 'Where'],
  ]),
  section({ name: 'skills', heading: 'How you rated your skills', readBy: averages }, [
    ['moment', 'When', 'word'],
    ['words', 'Ratings (1 to 5)', 'parts'],
    ['at', 'On', 'moment'],
  ]),
  section({ name: 'reviews', heading: 'How you found the mentoring', readBy: averages }, [
    ['other', 'With'],
    ['moment', 'When', 'word'],
    ['state', 'State', 'word'],
    ['words', 'What you said', 'parts'],
    ['answered_at', 'On', 'moment'],
  ]),
  section({ name: 'reflections', heading: 'Your journal', readBy: onlyYou }, [
    ['moment', 'Looking back on', 'occasion'],
    ['words', 'What you wrote', 'parts'],
    ['at', 'On', 'moment'],
  ]),
  section({ name: 'thanks', heading: 'Thanks', readBy: yourPair }, [
    ['from', 'From'],
    ['to', 'To'],
    ['words', 'Words', 'parts'],
    ['counted', 'Counted in the digest', 'yes-no'],
    ['at', 'On', 'moment'],
  ]),
  section(
    {
      name: 'introductions',
      heading: 'Introductions',
      readBy: 'You, the mentor who wrote it, and the colleague.',
    },
    [
      ['mentee', 'Mentee'],
      ['colleague', 'Colleague'],
      ['state', 'State', 'word'],
      ['words', 'What the mentor wrote', 'parts'],
      ['asked_at', 'On', 'moment'],
    ],
  ),
  section({ name: 'opportunities', heading: 'Opportunities', readBy: yourPair }, [
    ['kind', 'What', 'word'],
    ['words', 'What you wrote', 'parts'],
    ['state', 'State', 'word'],
    ['outcome', 'What became of it', 'parts'],
    ['at', 'On', 'moment'],
  ]),
  section({ name: 'help', heading: 'Help you asked for', readBy: youAndCoordinator }, [
    ['urgent', 'Urgent', 'yes-no'],
    ['words', 'What you wrote', 'parts'],
    ['state', 'State', 'word'],
    ['answer', 'Answer', 'parts'],
    ['opened_at', 'On', 'moment'],
  ]),
  section({ name: 'preferences', heading: 'Whom you would like as a mentor', readBy: youAndCoordinator }, [
    ['program', 'Program'],
    ['rank', 'Choice'],
    ['mentor', 'Mentor'],
  ]),
  section({ name: 'offers', heading: 'Pairs you were asked about', readBy: youAndCoordinator }, [
    ['program', 'Program'],
    ['other', 'With'],
    ['state', 'State', 'word'],
    ['offered_at', 'On', 'moment'],
    ['why', 'Your reason'],
  ]),
  section({ name: 'unfinished', heading: 'Begun and not finished', readBy: onlyYou }, [
    ['kind', 'What', 'word'],
    ['words', 'So far', 'parts'],
    ['updated_at', 'On', 'moment'],
  ]),
  section(
    {
      name: 'noted',
      heading: 'What was noted about you',
      readBy: 'Those who run Rounds in your organization: by id, never with words.',
    },
    [
      ['at', 'On', 'moment'],
      ['action', 'What', 'deed'],
      ['by', 'By'],
    ],
  ),
] as const satisfies readonly Section[]

export type SectionName = (typeof sections)[number]['name']

type Column = readonly [column: string, label: string, as?: ShownAs]

function section<const Head extends Pick<Section, 'name' | 'heading' | 'readBy'>>(
  head: Head,
  columns: readonly Column[],
): Head & Pick<Section, 'columns'> {
  return { ...head, columns: columns.map(([column, label, as = 'text']) => ({ column, label, as })) }
}
