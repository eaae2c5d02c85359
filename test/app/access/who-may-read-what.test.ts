import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import { openHospital } from '../../support/hospital.ts'
import { apart, channels, liveAYear, marks } from '../../support/lived-year.ts'
import { type Seen, whatIsSeenBy } from '../../support/what-is-seen.ts'

/** PRODUCT, *Who may read what*: the author, the other person in the pair, the coordinator, the line manager, anybody else. */
const viewers = ['mentee', 'mentor', 'coordinator', 'manager', 'stranger'] as const
type Viewer = (typeof viewers)[number]

/** What the mentee wrote, and who besides them may read it. */
const rows: readonly {
  readonly what: string
  readonly words: readonly string[]
  readonly readers: readonly Viewer[]
  readonly author?: 'does not keep it'
}[] = [
  { what: 'answers for oneself alone', words: [marks.onlyMe], readers: [] },
  { what: 'reflections', words: [marks.journal], readers: [] },
  { what: 'answers for the pair', words: [marks.shared, marks.nextStep], readers: ['mentor'] },
  {
    what: 'goals',
    words: [
      marks.goal,
      marks.unit,
      marks.milestone,
      marks.progress,
      marks.adjusted,
      marks.attainable,
      marks.relevant,
    ],
    readers: ['mentor'],
  },
  { what: 'actions', words: [marks.step, marks.suggested], readers: ['mentor'] },
  { what: 'the agreement', words: [marks.aims, marks.channel], readers: ['mentor'] },
  { what: 'opportunities', words: [marks.opportunity, marks.outcome], readers: ['mentor'] },
  {
    what: 'notes of meetings and where they take place',
    words: [marks.note, marks.place],
    readers: ['mentor'],
  },
  { what: 'thanks', words: [marks.thanks], readers: ['mentor'] },
  // What was carried over is kept nowhere: not even its author finds it again.
  { what: 'relayed words', words: [marks.relayed], readers: ['mentor'], author: 'does not keep it' },
  { what: 'answers for the coordinator', words: [marks.asked], readers: ['coordinator'] },
  { what: 'requests', words: [marks.wish, marks.request, marks.urgent], readers: ['coordinator'] },
  {
    what: 'answers for the pair and the coordinator',
    words: [marks.both],
    readers: ['mentor', 'coordinator'],
  },
  { what: 'evaluations', words: [marks.helped, marks.better], readers: [] },
  { what: 'a goal that was only begun', words: [marks.begun], readers: [] },
]

describe.each(['slack', 'teams'] as const)('on %s', (platform) => {
  let hospital: Hospital
  const seen = new Map<Viewer, Seen>()
  beforeAll(async () => {
    hospital = await openHospital()
    const lived = await liveAYear(hospital, platform)
    for (const viewer of viewers) {
      const channel = viewer === 'coordinator' ? channels[platform] : undefined
      seen.set(viewer, await whatIsSeenBy(hospital, lived[viewer], channel))
    }
  }, 240_000)
  afterAll(() => hospital.close())

  const all = (viewer: Viewer) => `${seen.get(viewer)?.shown} ${seen.get(viewer)?.files}`

  const cells = rows.flatMap((row) => viewers.map((viewer) => ({ ...row, viewer })))
  test.each(cells)('$what: $viewer', ({ words, readers, author, viewer }) => {
    const found = words.filter((word) => all(viewer).includes(word))

    const mayRead = (viewer === 'mentee' && !author) || readers.includes(viewer)
    expect(found).toEqual(mayRead ? words : [])
  })

  test.each(viewers)('whether they met, answered, how long, and how many goals there are: %s', (viewer) => {
    const isOfPair = viewer === 'mentee' || viewer === 'mentor'

    // The two have every meeting before them; the coordinator counts.
    expect(/"137"|"minutes": 137/.test(all(viewer))).toBe(isOfPair)
    for (const figure of [/Check-ins answered","value":"\d+ of \d+/, /\d off track/])
      expect(figure.test(seen.get(viewer)?.shown ?? '')).toBe(viewer === 'coordinator')
  })

  test.each(viewers)('ratings of skills, of the mentoring and of how it goes: %s', (viewer) => {
    const rated = [/Teaching(: |",\s*"rating": )2/, /"mentoring": 2/, /"rating": 1\b/]

    const found = rated.filter((rating) => rating.test(all(viewer)))

    expect(found).toEqual(viewer === 'mentee' ? rated : [])
  })

  test.each(viewers)('whom one would rather not be paired with: %s', (viewer) => {
    expect(seen.get(viewer)?.shown.includes(apart)).toBe(viewer === 'mentee')
    expect(seen.get(viewer)?.files).not.toContain(apart)
  })
})
