import type { BriefingCard } from './card.ts'

/** What a mentee thinks about before their first mentor. */
export const menteeCards: readonly BriefingCard[] = [
  {
    id: 'role',
    heading: 'What a mentor is, and is not',
    words:
      'Your mentor is a colleague who has been part of this way before, and gives you their time. As your mentor they do not manage, assess or treat you, and nothing you say is part of an appraisal, a reference or a selection.',
    question: 'What would you like most from a mentor?',
    answers: [
      {
        id: 'ear',
        label: 'Somebody who listens',
        back: 'Tell them so: people listen differently when they know that it is enough.',
      },
      {
        id: 'view',
        label: 'Another point of view',
        back: 'Bring something that puzzles you, and ask how it looks from where they stand.',
      },
      {
        id: 'doors',
        label: 'To get to know people',
        back: 'A mentor can introduce you, once they know where you want to go.',
      },
    ],
  },
  {
    id: 'agenda',
    heading: 'The agenda is yours',
    words:
      'You say what you talk about, you set the goals, and mostly it is you who finds the next date. Two or three lines beforehand are enough. Nobody minds if they change on the day.',
    question: 'What will you bring to the first meeting?',
    answers: [
      {
        id: 'aim',
        label: 'Where I want to go',
        back: 'A direction is plenty; the goals come out of the talking.',
      },
      {
        id: 'now',
        label: 'What keeps me busy now',
        back: 'What keeps you busy now is a good place to begin.',
      },
      {
        id: 'open',
        label: 'I do not know yet',
        back: 'That is a beginning, too, and your mentor will ask.',
      },
    ],
  },
  {
    id: 'questions',
    heading: 'Questions before answers',
    words:
      'Your mentor will ask you more than they tell you. That is on purpose: what you work out yourself stays with you. Before you ask for advice, say what you have tried and what you think. If you simply need an answer, say that.',
    question: 'How do you like to think something through?',
    answers: [
      {
        id: 'aloud',
        label: 'Out loud',
        back: 'Then ask your mentor for ten minutes of listening first.',
      },
      {
        id: 'paper',
        label: 'On paper first',
        back: 'Then a few lines before the meeting will serve you well.',
      },
      {
        id: 'doing',
        label: 'By trying it',
        back: 'Then agree on one small thing to try before you meet again.',
      },
    ],
  },
  {
    id: 'safe',
    heading: 'A safe space, and its limits',
    words:
      'What you say stays with your mentor: your manager and the coordinator do not hear it. There are limits: what a clinician must report for patient safety must be reported, and so must danger to anybody. No patient’s name belongs here. And if the two of you do not fit, either may end it, without a reason.',
    question: 'What helps you to speak openly?',
    answers: [
      {
        id: 'limits',
        label: 'Knowing the limits',
        back: 'Ask your mentor to go through them with you in the first meeting.',
      },
      {
        id: 'time',
        label: 'Time to get to know',
        back: 'Take that time: nothing has to be on the table at the first meeting.',
      },
      {
        id: 'place',
        label: 'A quiet place',
        back: 'Write it into your agreement, with where and when you meet.',
      },
    ],
  },
  {
    id: 'concern',
    heading: 'When patient safety is at stake',
    words:
      'If you see that a patient was harmed, or could be: first make sure the patient is safe, then tell whoever is in charge and report it in the usual way. Do not wait for your mentor or for me; Rounds does not report it for you. You can ask your mentor to stand by you.',
    question: 'Whom would you tell first?',
    showsRoutes: true,
    answers: [
      {
        id: 'charge',
        label: 'Whoever is in charge',
        back: 'They can act at once, and that comes first.',
      },
      {
        id: 'mentor',
        label: 'My mentor',
        back: 'They can stand by you while you tell whoever is in charge.',
      },
      {
        id: 'unsure',
        label: 'I am not sure',
        back: 'Whoever is in charge of the shift is always a good person to tell; “privacy” shows the ways that your program names.',
      },
    ],
  },
  {
    id: 'feedback',
    heading: 'Feedback, and thanks',
    words:
      'Ask for feedback about one thing, soon after it happened. Take it as what somebody saw, and decide yourself what you make of it. Tell your mentor, too, what helps you and what does not. And say thank you: mentors seldom hear what became of it.',
    question: 'What would you like feedback on first?',
    answers: [
      {
        id: 'task',
        label: 'Something I do',
        back: 'Choose one moment of it, so that the answer can be as clear.',
      },
      {
        id: 'manner',
        label: 'How I come across',
        back: 'That takes trust, and it is worth waiting for the right moment.',
      },
      {
        id: 'later',
        label: 'Not yet',
        back: 'You decide when; your mentor will not mind being asked later.',
      },
    ],
  },
]
