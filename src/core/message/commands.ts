export const topics = [
  'Check-ins and meetings',
  'Goals and next steps',
  'You and your pair',
  'Starting out',
  'Breaks and endings',
  'Your data',
  'For coordinators',
] as const

export type Topic = (typeof topics)[number]

export interface Command {
  /** The words after `/mentor`, as PRODUCT, *Commands*, names them. */
  readonly words: string
  /** What follows them, as help shows it. */
  readonly usage?: string
  readonly summary: string
  readonly for: 'everybody' | 'coordinators'
  /** Under which heading help lists it. */
  readonly topic: Topic
  /** What somebody might type, where the usage does not say it by itself. */
  readonly example?: string
  /** Alone it answers with a form, as far as there is something to fill in. */
  readonly opensForm?: true
}

/** The commands of this release, in the order help shows them. Manifests are made from this list, too. */
export const commands = [
  {
    words: 'checkin',
    usage: '[NAME]',
    summary: 'Answer your check-in as a form',
    topic: 'Check-ins and meetings',
    for: 'everybody',
    opensForm: true,
  },
  {
    words: 'met',
    usage: '[MINUTES] [today|yesterday|DATE] [note]',
    example: 'met 40 yesterday',
    summary: 'Log a meeting',
    topic: 'Check-ins and meetings',
    for: 'everybody',
    opensForm: true,
  },
  {
    words: 'meet',
    summary: 'Plan, move or cancel a meeting',
    topic: 'Check-ins and meetings',
    for: 'everybody',
    opensForm: true,
  },
  {
    words: 'goal',
    summary: 'Set a goal, or see your goals',
    topic: 'Goals and next steps',
    for: 'everybody',
  },
  {
    words: 'progress',
    usage: '[N] [VALUE[%]|done|yes|no] [note]',
    example: 'progress 2 60%',
    summary: 'Say how a goal is going',
    topic: 'Goals and next steps',
    for: 'everybody',
    opensForm: true,
  },
  {
    words: 'plan',
    usage: '[STEP]',
    summary: 'See your next steps, or add one',
    topic: 'Goals and next steps',
    for: 'everybody',
  },
  {
    words: 'reflect',
    summary: 'Look back on something, just for you',
    topic: 'Goals and next steps',
    for: 'everybody',
  },
  {
    words: 'resources',
    usage: '[TOPIC]',
    summary: 'Find something to read',
    topic: 'Goals and next steps',
    for: 'everybody',
  },
  {
    words: 'agreement',
    usage: '[NAME]',
    summary: 'Read or change your agreement',
    topic: 'You and your pair',
    for: 'everybody',
  },
  {
    words: 'tell',
    usage: '[NAME]',
    summary: 'Write to your mentor or mentee through me',
    topic: 'You and your pair',
    for: 'everybody',
    opensForm: true,
  },
  {
    words: 'thanks',
    usage: '[NAME]',
    summary: 'Say thank you',
    topic: 'You and your pair',
    for: 'everybody',
    opensForm: true,
  },
  {
    words: 'intro',
    usage: '[NAME]',
    summary: 'Mentors: introduce your mentee to a colleague',
    topic: 'You and your pair',
    for: 'everybody',
    opensForm: true,
  },
  {
    words: 'ask',
    summary: 'Ask a coordinator for help',
    topic: 'You and your pair',
    for: 'everybody',
    opensForm: true,
  },
  { words: 'join', summary: 'Join a program', topic: 'Starting out', for: 'everybody' },
  {
    words: 'profile',
    summary: 'Your profile, and your other accounts',
    topic: 'Starting out',
    for: 'everybody',
  },
  {
    words: 'hours',
    summary: 'When I may write to you',
    topic: 'Starting out',
    for: 'everybody',
    opensForm: true,
  },
  {
    words: 'briefing',
    summary: 'A few short cards before you begin',
    topic: 'Starting out',
    for: 'everybody',
  },
  {
    words: 'find',
    usage: '[WORD]',
    summary: 'See the mentors, and say whom you would like',
    topic: 'Starting out',
    for: 'everybody',
  },
  {
    words: 'offer',
    summary: 'Mentors: what you offer, and what mentees see',
    topic: 'Starting out',
    for: 'everybody',
    opensForm: true,
  },
  {
    words: 'pause',
    usage: '[until DATE]',
    example: 'pause until 2027-03-01',
    summary: 'Take a break',
    topic: 'Breaks and endings',
    for: 'everybody',
    opensForm: true,
  },
  { words: 'resume', summary: 'Carry on after a break', topic: 'Breaks and endings', for: 'everybody' },
  {
    words: 'rematch',
    summary: 'Ask for another match; no reason needed',
    topic: 'Breaks and endings',
    for: 'everybody',
    opensForm: true,
  },
  {
    words: 'leave',
    summary: 'Leave a program; no reason needed',
    topic: 'Breaks and endings',
    for: 'everybody',
    opensForm: true,
  },
  {
    words: 'privacy',
    summary: 'What is kept about you, and who can read it',
    topic: 'Your data',
    for: 'everybody',
  },
  {
    words: 'export',
    summary: 'Get a file of everything kept about you',
    topic: 'Your data',
    for: 'everybody',
  },
  { words: 'forget me', summary: 'Delete everything about you', topic: 'Your data', for: 'everybody' },
  { words: 'help', summary: 'What I can do', topic: 'Your data', for: 'everybody' },
  {
    words: 'admin import',
    summary: 'Bring people in from a staff list',
    topic: 'For coordinators',
    for: 'coordinators',
  },
  {
    words: 'admin digest',
    usage: '[here]',
    summary: 'Read the digest now',
    topic: 'For coordinators',
    for: 'coordinators',
  },
  {
    words: 'admin match',
    usage: '[PROGRAM]',
    summary: 'See how matching stands; propose and publish pairs',
    topic: 'For coordinators',
    for: 'coordinators',
  },
  {
    words: 'admin review',
    usage: '[NAME|PROGRAM]',
    summary: 'Look through the proposed pairs',
    topic: 'For coordinators',
    for: 'coordinators',
  },
  {
    words: 'admin nudge',
    summary: 'Remind people with an open check-in',
    topic: 'For coordinators',
    for: 'coordinators',
  },
] as const satisfies readonly Command[]

/** The command with exactly these words. */
export function commandNamed(words: string): Command | undefined {
  return commands.find((command) => command.words === words)
}

export type CommandWords = (typeof commands)[number]['words']

// PRODUCT, *Commands*: the ten words of Teams' menu.
const menu: readonly CommandWords[] = [
  'checkin',
  'goal',
  'progress',
  'plan',
  'met',
  'meet',
  'reflect',
  'pause',
  'privacy',
  'help',
]

/** The commands that a platform's own menu or hint shows, in its order. */
export const commandMenu: readonly Command[] = menu.flatMap((words) =>
  commands.filter((command) => command.words === words),
)
