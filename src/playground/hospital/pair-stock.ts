/** Words of people who live their own lives, for what goes on between two of a pair besides check-ins. */
export const pairStock = {
  agreement: {
    aims: [
      'Feel safe on my own by summer, and know when to call somebody.',
      'Find my own way of leading a bay, and talk about what was hard.',
      'Grow into the post without losing sleep over every shift.',
    ],
    frequency: [
      'An hour every two weeks.',
      '45 minutes, every second week.',
      'An hour a month, and a short talk in between.',
    ],
    channel: [
      'In the staff room, and by message in between.',
      'By video, after the late shift.',
      'Over a tea in the canteen.',
    ],
    support: [
      'An honest word, an open ear, and an answer within two days.',
      'I keep the hour free, and I ask before I advise.',
      'That I listen first, and that I say so when I do not know.',
    ],
    notice: [
      'A message the day before, and a new time in the same week.',
      'We say so as early as we can, without reasons.',
    ],
  },
  review: {
    mentor: {
      helped: 'Questions that I would not have asked myself.',
      better: 'A fixed hour in both our rotas.',
      reached: 'I explain less and ask more.',
      next: 'Another mentee in autumn, if there is one.',
    },
    mentee: {
      helped: 'That there is somebody I can ask anything.',
      better: 'More time on quiet days.',
      reached: 'I lead a handover on my own, and I say so when I am worried.',
      next: 'The course in acute care, and a student of my own one day.',
    },
  },
  thanks: {
    mentor: 'For your honesty, and for the questions that made me think.',
    mentee: 'For staying ten minutes longer after that hard shift.',
  },
} as const
