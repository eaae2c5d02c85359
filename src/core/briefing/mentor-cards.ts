import type { BriefingCard } from './card.ts'

/** What a mentor thinks about before their first mentee. */
export const mentorCards: readonly BriefingCard[] = [
  {
    id: 'role',
    heading: 'What a mentor is, and is not',
    words:
      'You have been part of this way before them: you listen, you ask, you share what you know. As their mentor you do not manage, assess or treat them, and nothing said between you is part of an appraisal, a reference or a selection.',
    question: 'What do you bring most easily?',
    answers: [
      {
        id: 'listening',
        label: 'Listening',
        back: 'That is the part people remember longest.',
      },
      {
        id: 'asking',
        label: 'Asking',
        back: 'A good question goes home with them and keeps working.',
      },
      {
        id: 'knowing',
        label: 'What I have seen',
        back: 'What you have seen is worth a lot, above all once they have told you what they see.',
      },
    ],
  },
  {
    id: 'questions',
    heading: 'Open questions before answers',
    words:
      'An answer helps once; a question that they answer themselves helps again next time. Ask what they have tried and what they think, and wait a little longer than feels natural. Your own way comes after that, as one way of several.',
    question: '“I can never get a word in on the round.” What do you say first?',
    answers: [
      {
        id: 'tried',
        label: 'What have you tried?',
        back: 'That begins with what they can do already.',
      },
      {
        id: 'better',
        label: 'How would you like it?',
        back: 'That lets them see where they want to go before how to get there.',
      },
      {
        id: 'mine',
        label: 'I used to do this…',
        back: 'A story of your own can open a door; you can ask afterwards what of it fits them.',
      },
    ],
  },
  {
    id: 'agenda',
    heading: 'The agenda is theirs',
    words:
      'They say what you talk about, they set the goals and they write them down. You keep the time free, keep the thread and ask what would make the hour worth it.',
    question: 'They come without a topic. What do you do?',
    answers: [
      {
        id: 'ask',
        label: 'Ask about their week',
        back: 'Something in a week nearly always wants to be talked about.',
      },
      {
        id: 'goals',
        label: 'Look at their goals',
        back: 'Goals are theirs, so looking at them keeps the agenda theirs, too.',
      },
      {
        id: 'short',
        label: 'Keep it short',
        back: 'A short meeting is a good one; what matters is that the next one has a date.',
      },
    ],
  },
  {
    id: 'safe',
    heading: 'A safe space, and its limits',
    words:
      'What they tell you stays with you: neither their manager nor the coordinator hears it. There are limits: what a clinician must report for patient safety must be reported, and so must danger to anybody. Say that in your first meeting, before it is needed. No patient’s name belongs here.',
    question: 'When will you speak about the limits?',
    answers: [
      {
        id: 'start',
        label: 'Right at the start',
        back: 'Then nobody has to find out later.',
      },
      {
        id: 'agreement',
        label: 'With our agreement',
        back: 'The agreement has a line for it, so it is a natural moment.',
      },
      {
        id: 'how',
        label: 'I need words for it',
        back: 'You could say: I keep to myself what you tell me, unless somebody is in danger, and then I tell you first.',
      },
    ],
  },
  {
    id: 'concern',
    heading: 'When patient safety is at stake',
    words:
      'If you hear that a patient was harmed, or could be: first make sure the patient is safe, then report it in the usual way, together if you can. It does not wait for your next meeting, and Rounds does not report it for you.',
    question: 'What would you want to know beforehand?',
    showsRoutes: true,
    answers: [
      {
        id: 'way',
        label: 'The way to report',
        back: '“privacy” shows the ways that your program names; if it names none, your manager knows them.',
      },
      {
        id: 'support',
        label: 'How to stand by them',
        back: 'Staying beside somebody while they report is often all the help that is needed.',
      },
      {
        id: 'ready',
        label: 'I know what to do',
        back: 'Then you can walk it through with them on a quiet day.',
      },
    ],
  },
  {
    id: 'feedback',
    heading: 'Feedback, and thanks',
    words:
      'Ask before you give feedback, say what you saw and what it did, and ask what they make of it. Ask for some yourself: what should you do more of, or less? And say thank you, for something small and named.',
    question: 'Which will you try first?',
    answers: [
      {
        id: 'give',
        label: 'Ask before I give it',
        back: 'Somebody who has said yes to feedback hears more of it.',
      },
      {
        id: 'take',
        label: 'Ask for it myself',
        back: 'It shows them how it is done, and you learn something.',
      },
      {
        id: 'thanks',
        label: 'Say thank you',
        back: 'A thank you for one small thing is seldom forgotten.',
      },
    ],
  },
]
