/** How people of the demonstration hospital live when nobody plays them. All of it is made up. */

export interface Life {
  /** As the roster has it. */
  readonly name: string
  readonly side: 'mentor' | 'mentee'
  /** What they do about a check-in: `after-reminder` and `silent` let the first message pass. */
  readonly way: 'chat' | 'form' | 'later' | 'after-reminder' | 'silent'
  /** How long after the message, in minutes. */
  readonly after: number
  /** How it is going: one check-in after the other, and then again from the start. */
  readonly ratings: readonly number[]
  /** The check-ins, counted from 0, before which the two had not met. */
  readonly notMet?: readonly number[]
  /** What they would like the coordinator to know, at which check-in. */
  readonly asks?: { readonly at: number; readonly words: string }
  /** A goal they set the day after their first check-in, and move along after the others. */
  readonly goal?: OwnGoal
}

export interface OwnGoal {
  readonly title: string
  readonly target: number
  readonly unit: string
  readonly how: string
  readonly why: string
  /** Days from the day it is set. */
  readonly dueIn: number
  readonly steps: readonly { readonly value: number; readonly note: string }[]
}

export const lives: readonly Life[] = [
  { name: 'Joseph Mathew', side: 'mentor', way: 'form', after: 2, ratings: [4, 5, 4] },
  {
    name: 'Fatima Zahra El Amrani',
    side: 'mentee',
    way: 'chat',
    after: 310,
    ratings: [4, 4, 5],
    goal: {
      title: 'Lead the ward round handover on my own',
      target: 6,
      unit: 'handovers',
      how: 'I ask for one handover a week, and Joseph listens in.',
      why: 'The ward trusts whoever leads it, and I want to be that.',
      dueIn: 70,
      steps: [
        { value: 1, note: 'The first one, with Joseph beside me.' },
        { value: 3, note: 'Two more, and nobody had to ask me anything twice.' },
        { value: 5, note: 'It begins to feel like mine.' },
        { value: 6, note: 'Done, on a busy Monday.' },
      ],
    },
  },
  { name: 'Grace Mensah', side: 'mentor', way: 'form', after: 35, ratings: [5, 4] },
  {
    name: 'Priya Raman',
    side: 'mentee',
    way: 'chat',
    after: 55,
    ratings: [3, 4],
    goal: {
      title: 'Hand over a bay of eight without my notes',
      target: 4,
      unit: 'shifts',
      how: 'I learn the bay by its numbers, and practise on the way in.',
      why: 'I look at people instead of at paper.',
      dueIn: 56,
      steps: [
        { value: 1, note: 'I still read two lines from the sheet.' },
        { value: 2, note: 'Grace listened in and nodded.' },
        { value: 4, note: 'Four in a row.' },
      ],
    },
  },
  { name: 'Łukasz Wiśniewski', side: 'mentor', way: 'form', after: 65, ratings: [3, 3, 4], notMet: [0] },
  { name: 'Callum Reid', side: 'mentee', way: 'silent', after: 0, ratings: [] },
  { name: 'Siobhán Ní Dhomhnaill', side: 'mentor', way: 'later', after: 25, ratings: [4] },
  {
    name: 'Jürgen Schäfer',
    side: 'mentee',
    way: 'after-reminder',
    after: 80,
    ratings: [2, 3, 3],
    notMet: [0],
  },
  { name: 'Patricia Oyelaran', side: 'mentor', way: 'chat', after: 50, ratings: [5, 5, 4] },
  {
    name: 'Abena Owusu',
    side: 'mentee',
    way: 'chat',
    after: 125,
    ratings: [5, 4, 5],
    goal: {
      title: 'Write care plans together with the family',
      target: 3,
      unit: 'care plans',
      how: 'I sit down with one family a week, and Patricia reads it over.',
      why: 'They know best what a good day is.',
      dueIn: 60,
      steps: [
        { value: 1, note: 'Patricia read it over with me.' },
        { value: 2, note: 'The second took half the time.' },
        { value: 3, note: 'Three, and the last one alone.' },
      ],
    },
  },
  { name: 'Bronwen Llewellyn', side: 'mentor', way: 'silent', after: 0, ratings: [] },
  {
    name: 'Ella Thornton',
    side: 'mentee',
    way: 'form',
    after: 150,
    ratings: [2, 2, 3],
    notMet: [0, 1],
    asks: { at: 0, words: 'Our rotas never overlap. Could somebody help us find an hour?' },
  },
  { name: 'Deirdre Fitzgerald', side: 'mentor', way: 'form', after: 95, ratings: [4, 4, 5] },
  { name: 'Orla Brennan', side: 'mentee', way: 'chat', after: 170, ratings: [4, 3, 4] },
  { name: 'Marcus Delgado', side: 'mentor', way: 'form', after: 45, ratings: [4, 5] },
  {
    name: 'Jasmine Whitaker',
    side: 'mentee',
    way: 'later',
    after: 30,
    ratings: [4, 4, 5],
    goal: {
      title: 'Explain both health systems to a new starter',
      target: 5,
      unit: 'sessions',
      how: 'I prepare one session a fortnight, and ask what was not clear.',
      why: 'I was lost myself when I began here.',
      dueIn: 80,
      steps: [
        { value: 1, note: 'Marcus asked the questions a newcomer would.' },
        { value: 3, note: 'Drawing it on paper helps.' },
        { value: 5, note: 'The last one without slides.' },
      ],
    },
  },
  // Those who wait for a pair at the start, and their mentors to be.
  { name: 'Marisol Dela Cruz', side: 'mentor', way: 'form', after: 40, ratings: [4, 5] },
  { name: 'Chinedu Obi', side: 'mentee', way: 'chat', after: 90, ratings: [4, 4, 5] },
  { name: 'Nadia Rahman', side: 'mentee', way: 'chat', after: 140, ratings: [4, 3] },
  { name: 'Tyrone Blackwood', side: 'mentee', way: 'after-reminder', after: 60, ratings: [3, 4] },
  { name: 'Rosa Fernández Ibáñez', side: 'mentee', way: 'form', after: 75, ratings: [5, 4] },
  { name: 'Anjali Thomas', side: 'mentee', way: 'chat', after: 200, ratings: [4, 5] },
  { name: 'Aaliyah Hussain', side: 'mentor', way: 'later', after: 45, ratings: [4] },
  { name: 'Temperance Moyo', side: 'mentee', way: 'form', after: 110, ratings: [5, 5, 4] },
  { name: 'Farah Siddiqui', side: 'mentor', way: 'form', after: 55, ratings: [4, 4] },
  { name: 'Rhys Cadwallader', side: 'mentor', way: 'form', after: 65, ratings: [4] },
  { name: 'Oluwaseun Bakare', side: 'mentee', way: 'chat', after: 130, ratings: [4, 5] },
  { name: 'Daniel Kowalczyk', side: 'mentee', way: 'form', after: 85, ratings: [3, 4] },
  { name: 'Hana Nováková', side: 'mentee', way: 'form', after: 100, ratings: [4] },
  { name: 'Jacob Lindqvist', side: 'mentee', way: 'chat', after: 160, ratings: [3, 4] },
]

/** What those say to an offer who do not say yes at once; `waits`: only once they are reminded. */
export const answersToOffers: ReadonlyMap<
  string,
  { readonly act: 'yes' | 'no'; readonly why?: string; readonly waits?: true }
> = new Map([
  ['Rhys Cadwallader', { act: 'no', why: 'I begin a secondment in March. Please ask me again in autumn.' }],
  ['Aaliyah Hussain', { act: 'yes', waits: true }],
])

/** Coordinators who read the digest once it is there, so many minutes later. */
export const readers: readonly { readonly name: string; readonly after: number }[] = [
  { name: 'Amira Haddad', after: 25 },
  { name: 'Tom Okafor', after: 70 },
]

/** Words for answers: each person goes through them in an order of their own. */
export const stock = {
  learned: {
    mentor: [
      'I let them lead the handover and only filled in two gaps.',
      'Good questions are half of teaching. I asked more than I told this time.',
      'A debrief of five minutes at the end of a shift is worth it.',
      'They had seen the problem before I did. I said so.',
      'Waiting a little longer before I answer. They found it themselves.',
    ],
    mentee: [
      'Reading a blood gas without panicking: start with the pH.',
      'Asking for a second pair of eyes early is not a weakness.',
      'Writing the plan down before I ring the doctor makes me calmer.',
      'We practised saying “I am worried” out loud. It helped on the next shift.',
      'How to ask a family what matters to them, and then wait.',
      'I took the handover, and nobody had to ask me anything twice.',
    ],
  },
  inTheWay: {
    mentor: ['Our shifts rarely overlap.', 'Time, mostly. The ward has been short of hands.'],
    mentee: [
      'I still feel slow with the electronic charts.',
      'Our shifts rarely overlap.',
      'Time, mostly. The ward has been short of hands.',
    ],
  },
  next: {
    mentor: [
      'Run the next handover together and talk about it afterwards.',
      'Book an hour in the simulation room for the two of us.',
      'Find a free slot in both our rotas.',
      'Introduce them to the outreach team.',
    ],
    mentee: [
      'Shadow the outreach team on a night shift.',
      'Bring one situation I found hard to our next meeting.',
      'Read the guideline and try it on two shifts.',
      'Lead one handover while my mentor listens.',
    ],
  },
} as const
