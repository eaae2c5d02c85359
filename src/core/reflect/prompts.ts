/** What somebody looks back on. */
export const moments = ['meeting', 'hard-shift', 'goal', 'open'] as const
export type Moment = (typeof moments)[number]

/** Open questions that belong together: what it was, what it means, what follows. */
type Prompts = readonly [string, string, string]

const prompts: Readonly<Record<Moment, readonly Prompts[]>> = {
  meeting: [
    [
      'What did the two of you talk about that stays with you?',
      'Why does that matter to you?',
      'What will you do with it?',
    ],
    [
      'Which question in the meeting made you think?',
      'What did you notice about yourself?',
      'What would you like to bring to the next one?',
    ],
    [
      'What went differently from what you expected?',
      'How do you explain that to yourself?',
      'What would you do the same, and what differently?',
    ],
  ],
  'hard-shift': [
    [
      'What happened, as you saw it?',
      'How did it affect you, then and now?',
      'What do you need, and whom could you ask for it?',
    ],
    [
      'Which moment comes back to you?',
      'What was in your hands, and what was not?',
      'What would you say to a good colleague who had that shift?',
    ],
    [
      'What was the hardest part?',
      'What helped, even a little?',
      'What is the next small thing that would do you good?',
    ],
  ],
  goal: [
    [
      'What did you reach, in your own words?',
      'What did you do that made the difference?',
      'Where else could that help you?',
    ],
    [
      'What was the turning point on the way?',
      'Who or what helped you there?',
      'What would you like to be able to do next?',
    ],
    [
      'What can you do now that you could not do before?',
      'What was harder than you thought, and what easier?',
      'What will you tell the next person who tries it?',
    ],
  ],
  open: [
    [
      'What is on your mind from the last few days?',
      'What does it say about what matters to you?',
      'What, if anything, do you want to do about it?',
    ],
    ['What surprised you at work lately?', 'What did you learn from it?', 'Where could you try that out?'],
    [
      'What are you a little proud of?',
      'What does it tell you about how you work?',
      'How could there be more of it?',
    ],
  ],
}

/** How many sets of questions there are for each moment. */
const SETS = 3

/** Which set comes after so many entries: another one each time. */
export function setAfter(entries: number): number {
  return entries % SETS
}

/** The questions of a set; of the first where there is no such set any more. */
export function promptsFor(moment: Moment, set: number): Prompts {
  const [first, ...more] = prompts[moment]
  const chosen = prompts[moment][set] ?? first ?? more[0]
  if (!chosen) throw new RangeError('a moment without questions')
  return chosen
}

export function readMoment(written: string | undefined): Moment | undefined {
  return moments.find((moment) => moment === written)
}

/** The moment somebody types: `reflect shift`. */
export function momentNamed(typed: string): Moment | undefined {
  const word = typed.trim().toLowerCase()
  if (word === '') return undefined
  if (/shift/.test(word)) return 'hard-shift'
  if (/meet/.test(word)) return 'meeting'
  return /goal/.test(word) ? 'goal' : undefined
}
