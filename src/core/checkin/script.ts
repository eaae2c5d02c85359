import type { ScriptQuestion } from '../program/script-question.ts'

/**
 * The questions of a check-in where a program brings none of its own (PRODUCT, *The check-in conversation*). All are
 * open, and none but the first has to be answered.
 */
export const defaultScript: readonly ScriptQuestion[] = [
  {
    id: 'met',
    kind: 'met',
    ask: {
      mentee: 'Have the two of you met since last time?',
      mentor: 'Have the two of you met since last time?',
    },
    required: true,
  },
  {
    id: 'how',
    kind: 'rating',
    ask: { mentee: 'How is the mentoring going for you?', mentor: 'How is it going for you as a mentor?' },
    required: false,
  },
  {
    id: 'learned',
    kind: 'text',
    ask: {
      mentee: 'What is one thing you learned, or that went well?',
      mentor: 'What is one thing that went well, or that you learned yourself?',
    },
    reader: 'pair',
    required: false,
  },
  {
    id: 'in-the-way',
    kind: 'text',
    ask: {
      mentee: 'What is in the way right now?',
      mentor: 'What is in the way of the mentoring right now?',
    },
    reader: 'only-me',
    required: false,
  },
  {
    id: 'goals',
    kind: 'goals',
    ask: { mentee: 'Where does this goal stand?', mentor: 'Where do you see this goal now?' },
    reader: 'pair',
    required: false,
  },
  {
    id: 'next-step',
    kind: 'next-step',
    ask: {
      mentee: 'What is your next step, and by when?',
      mentor: 'What will you do next for the two of you, and by when?',
    },
    reader: 'pair',
    required: false,
  },
  {
    id: 'coordinator',
    kind: 'coordinator',
    ask: {
      mentee: 'Should the coordinator get in touch with you?',
      mentor: 'Should the coordinator get in touch with you?',
    },
    required: false,
  },
]

/** How far a pair has come (PRODUCT, *Stages*). */
type Stage = 'getting-started' | 'setting-goals' | 'working' | 'closing'

/** A short word to mentors: it says *ask* before *tell*. Mentees formulate without one. */
export const mentorTips: Readonly<Record<Stage, string>> = {
  'getting-started':
    'Tip: ask what they would like from the first meeting before you tell what you have in mind.',
  'setting-goals':
    'Tip: ask how they would know that a goal is reached before you tell how you would put it.',
  working: 'Tip: ask what they have tried before you tell what worked for you.',
  closing: 'Tip: ask what they take with them before you tell what you have seen.',
}
