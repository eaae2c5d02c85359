import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkMeeting, type Meeting, sameMeeting, withTold } from '../../../src/core/pair/meeting.ts'

const date = Temporal.PlainDate.from
const mentors = (given: Partial<Meeting> = {}): Meeting => ({
  id: 'm1',
  heldOn: date('2027-03-15'),
  loggedBy: 'mentor',
  ...given,
})

describe('a meeting told again', () => {
  test.each(['2027-03-14', '2027-03-15', '2027-03-16'])('by the other side for %s is the same', (day) => {
    const told = { loggedBy: 'mentee', heldOn: date(day) }

    expect(sameMeeting(told, [mentors()])?.id).toBe('m1')
  })

  test.each(['2027-03-13', '2027-03-17'])('by the other side for %s is another', (day) => {
    const told = { loggedBy: 'mentee', heldOn: date(day) }

    expect(sameMeeting(told, [mentors()])).toBeUndefined()
  })

  test('by the same side for the next day is another', () => {
    const told = { loggedBy: 'mentor', heldOn: date('2027-03-16') }

    expect(sameMeeting(told, [mentors()])).toBeUndefined()
  })

  test('by the other side a second time for the next day is another', () => {
    const known = withTold(mentors(), { loggedBy: 'mentee', heldOn: date('2027-03-15') })

    expect(sameMeeting({ loggedBy: 'mentee', heldOn: date('2027-03-16') }, [known])).toBeUndefined()
    expect(sameMeeting({ loggedBy: 'mentee', heldOn: date('2027-03-15') }, [known])?.id).toBe('m1')
  })

  test('means the nearest day where two could be meant', () => {
    const known = [mentors({ id: 'far', heldOn: date('2027-03-14') }), mentors({ id: 'near' })]

    expect(sameMeeting({ loggedBy: 'mentee', heldOn: date('2027-03-15') }, known)?.id).toBe('near')
  })

  test('fills in minutes that are missing, and leaves those that stand', () => {
    const told = { loggedBy: 'mentee', heldOn: date('2027-03-15'), minutes: 40 }

    expect(withTold(mentors(), told).minutes).toBe(40)
    expect(withTold(mentors({ minutes: 60 }), told).minutes).toBe(60)
  })

  test('corrects the minutes of who told it first', () => {
    const told = { loggedBy: 'mentor', heldOn: date('2027-03-15'), minutes: 40 }

    expect(withTold(mentors({ minutes: 60 }), told).minutes).toBe(40)
  })

  test('keeps the notes of both', () => {
    const told = { loggedBy: 'mentee', heldOn: date('2027-03-15'), note: 'rota' }

    expect(withTold(mentors({ note: 'ward round' }), told).note).toBe('ward round\nrota')
  })

  test('any number of times by either side, for one day, is one meeting', () => {
    const side = fc.constantFrom('mentor', 'mentee')

    fc.assert(
      fc.property(fc.array(side, { minLength: 1, maxLength: 8 }), (tellers) => {
        const meetings = tellers.reduce<Meeting[]>((known, loggedBy) => {
          const told = { loggedBy, heldOn: date('2027-03-15') }
          const same = sameMeeting(told, known)
          const rest = known.filter((one) => one !== same)
          return rest.concat(same ? withTold(same, told) : mentors({ id: `m${known.length}`, ...told }))
        }, [])

        expect(meetings).toHaveLength(1)
      }),
    )
  })
})

describe('what cannot be true of a meeting', () => {
  const today = date('2027-03-16')

  test.each([
    [{ heldOn: today, minutes: 5 }, {}],
    [{ heldOn: today, minutes: 600 }, {}],
    [{ heldOn: today }, {}],
    [{ heldOn: date('2027-03-17') }, { heldOn: 'in-the-future' }],
    [{ heldOn: date('2017-03-16') }, { heldOn: 'too-long-ago' }],
    [{ heldOn: today, minutes: 4 }, { minutes: 'too-short' }],
    [{ heldOn: today, minutes: 601 }, { minutes: 'too-long' }],
  ])('%o', (told, problems) => {
    expect(checkMeeting(told, today)).toEqual(problems)
  })
})
