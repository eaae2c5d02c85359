/** Shorter than this it was a word in the corridor; longer than ten hours it is a slip of the finger. */
export const MEETING_MINUTES = { least: 5, most: 600 } as const
