import type { ScriptQuestion } from '../program/script-question.ts'
import type { Stage } from './checkin.ts'

type Ask = ScriptQuestion['ask']

const same = (ask: string): Ask => ({ mentee: ask, mentor: ask })

/**
 * The questions of a check-in where a program brings none of its own (PRODUCT, *The check-in conversation*), in the
 * words of each stage. All are open, and none but the first has to be answered. The ids are the same in every stage: what
 * was answered stays comparable, and a remembered reader goes on holding.
 */
function scriptWith(
  asks: Readonly<Record<'met' | 'how' | 'learned' | 'in-the-way' | 'next-step', Ask>>,
): readonly ScriptQuestion[] {
  return [
    { id: 'met', kind: 'met', ask: asks.met, required: true },
    { id: 'how', kind: 'rating', ask: asks.how, required: false },
    { id: 'learned', kind: 'text', ask: asks.learned, reader: 'pair', required: false },
    { id: 'in-the-way', kind: 'text', ask: asks['in-the-way'], reader: 'only-me', required: false },
    {
      id: 'goals',
      kind: 'goals',
      ask: { mentee: 'Where does this goal stand?', mentor: 'Where do you see this goal now?' },
      reader: 'pair',
      required: false,
    },
    { id: 'next-step', kind: 'next-step', ask: asks['next-step'], reader: 'pair', required: false },
    {
      id: 'coordinator',
      kind: 'coordinator',
      ask: same('Should the coordinator get in touch with you?'),
      required: false,
    },
  ]
}

const metSince = same('Have the two of you met since last time?')
const how: Ask = {
  mentee: 'How is the mentoring going for you?',
  mentor: 'How is it going for you as a mentor?',
}

export const stageScripts: Readonly<Record<Stage, readonly ScriptQuestion[]>> = {
  'getting-started': scriptWith({
    met: same('Have the two of you met yet?'),
    how: { mentee: 'How is the start going for you?', mentor: 'How is the start going for you as a mentor?' },
    learned: {
      mentee: 'What has gone well so far, or what do you look forward to?',
      mentor: 'What has gone well so far, or what do you look forward to?',
    },
    'in-the-way': same('What stands in the way of meeting, or of a good start?'),
    'next-step': same('What is your next step towards a good start, and by when?'),
  }),
  'setting-goals': scriptWith({
    met: metSince,
    how,
    learned: {
      mentee: 'What has become clearer about what you would like to reach?',
      mentor: 'What did you learn about what matters to them?',
    },
    'in-the-way': {
      mentee: 'What makes it hard to put a goal into words?',
      mentor: 'What is in the way of a first goal?',
    },
    'next-step': {
      mentee: 'What is your next step towards a first goal, and by when?',
      mentor: 'What will you do next so that they find a goal of their own, and by when?',
    },
  }),
  working: scriptWith({
    met: metSince,
    how,
    learned: {
      mentee: 'What is one thing you learned, or that went well?',
      mentor: 'What is one thing that went well, or that you learned yourself?',
    },
    'in-the-way': {
      mentee: 'What is in the way right now?',
      mentor: 'What is in the way of the mentoring right now?',
    },
    'next-step': {
      mentee: 'What is your next step, and by when?',
      mentor: 'What will you do next for the two of you, and by when?',
    },
  }),
  closing: scriptWith({
    met: metSince,
    how,
    learned: {
      mentee: 'What do you take with you from this mentoring?',
      mentor: 'What have you seen them grow in, or learned yourself?',
    },
    'in-the-way': same('What is still to be done before you two finish?'),
    'next-step': same('What would you like to bring to its end together, and by when?'),
  }),
}

/** A short word to each side: to mentors it says *ask* before *tell*, to mentees that the agenda is theirs. */
export const stageTips: Readonly<Record<Stage, Readonly<Record<'mentor' | 'mentee', string>>>> = {
  'getting-started': {
    mentor: 'Tip: ask what they would like from the first meeting before you tell what you have in mind.',
    mentee: 'Tip: half an hour and one question of yours are enough for a first meeting.',
  },
  'setting-goals': {
    mentor: 'Tip: ask how they would know that a goal is reached before you tell how you would put it.',
    mentee: 'Tip: begin with what you would like to be able to do; the right words come later.',
  },
  working: {
    mentor: 'Tip: ask what they have tried before you tell what worked for you.',
    mentee: 'Tip: tell what you have tried already, and what you would like to hear about it.',
  },
  closing: {
    mentor: 'Tip: ask what they take with them before you tell what you have seen.',
    mentee: 'Tip: look at your goals together once more, and say what you will do on your own.',
  },
}
