import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMeetingWords } from '../../../src/core/pair/meeting-words.ts'

const date = Temporal.PlainDate.from
/** A Tuesday. */
const today = date('2027-03-16')
const read = (typed: string, locale = 'en-GB') => {
  const { heldOn, ...rest } = readMeetingWords(typed, { today, locale })
  return { ...rest, ...(heldOn && { heldOn: heldOn.toString() }) }
}

describe('what stands after met', () => {
  test.each([
    ['', {}],
    ['40', { minutes: 40 }],
    ['40 yesterday', { minutes: 40, heldOn: '2027-03-15' }],
    ['yesterday 40 talked about rota', { minutes: 40, heldOn: '2027-03-15', note: 'talked about rota' }],
    ['40 talked about rota', { minutes: 40, note: 'talked about rota' }],
    ['talked about rota', { note: 'talked about rota' }],
    ['today', { heldOn: '2027-03-16' }],
    ['on 14 March 40 minutes', { heldOn: '2027-03-14', minutes: 40 }],
    ['2027-03-12 90min: rota', { heldOn: '2027-03-12', minutes: 90, note: 'rota' }],
    ['14/03 for 1h', { heldOn: '2027-03-14', minutes: 60 }],
    ['last friday, 45 mins, the ward round', { heldOn: '2027-03-12', minutes: 45, note: 'the ward round' }],
    ['1.5 hours today', { heldOn: '2027-03-16', minutes: 90 }],
    ['1h 30 today', { heldOn: '2027-03-16', minutes: 90 }],
    ['1 hour 30 minutes', { minutes: 90 }],
    ['1:15 yesterday', { minutes: 75, heldOn: '2027-03-15' }],
    ['half an hour on monday', { minutes: 30, heldOn: '2027-03-15' }],
    ['3 days ago 20', { heldOn: '2027-03-13', minutes: 20 }],
    ['tomorrow 40', { heldOn: '2027-03-17', minutes: 40 }],
    ['40 20 patients seen on the ward', { minutes: 40, note: '20 patients seen on the ward' }],
    ['-5', { minutes: -5 }],
    ['−5 min yesterday', { minutes: -5, heldOn: '2027-03-15' }],
    ['-1 hour', { minutes: -60 }],
    ['40 -5 of them late', { minutes: 40, note: '-5 of them late' }],
    ['40 asked about what happened yesterday', { minutes: 40, note: 'asked about what happened yesterday' }],
  ])('%s', (typed, expected) => {
    expect(read(typed)).toEqual(expected)
  })

  test('the day and the month stand as in the locale', () => {
    expect(read('3/14 40', 'en-US')).toEqual({ heldOn: '2027-03-14', minutes: 40 })
  })

  test('a note keeps its lines', () => {
    expect(read('40 first\nthen second')).toEqual({ minutes: 40, note: 'first\nthen second' })
  })

  test('whatever is typed is read, and no word of it is lost in front of a note', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (typed) => {
        const { note, minutes, heldOn } = readMeetingWords(typed, { today, locale: 'en-GB' })

        expect(minutes !== undefined || heldOn !== undefined || (note ?? '') === typed.trim()).toBe(true)
      }),
    )
  })
})
