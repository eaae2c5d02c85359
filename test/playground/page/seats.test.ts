import { expect, test } from 'vitest'
import { readSeats, seatsOf, writeSeats } from '../../../src/playground/page/seats.ts'

test('a link keeps who is shown, and who stands beside', () => {
  const seats = seatsOf('slack:U0DEMO09', 'teams:57750a60-a904-4157-a3bf-41da139d7412')

  const hash = writeSeats(seats)

  expect(hash).toBe('#slack:U0DEMO09&teams:57750a60-a904-4157-a3bf-41da139d7412')
  expect(readSeats(hash)).toEqual(seats)
})

test('an account with signs of its own comes back from a link as it was', () => {
  const seats = seatsOf('teams:29:1a&b #/ü')

  expect(readSeats(writeSeats(seats))).toEqual({})
  expect(readSeats(writeSeats(seatsOf('teams:29:1a&b#/ü')))).toEqual({ first: 'teams:29:1a&b#/ü' })
})

test.each([
  ['nothing', ''],
  ['an anchor', '#chat'],
  ['a broken escape', '#%E0%A4%A'],
  ['another platform', '#discord:1'],
  ['markup', '#<img src=x>'],
])('%s in the address names nobody', (_, hash) => {
  expect(readSeats(hash)).toEqual({})
})

test('nobody stands beside themselves, and a third is not shown', () => {
  expect(readSeats('#slack:U1&slack:U1')).toEqual({ first: 'slack:U1' })
  expect(readSeats('#slack:U1&slack:U2&slack:U3')).toEqual({ first: 'slack:U1', beside: 'slack:U2' })
})

test('when the first pane closes, who stood beside takes its place', () => {
  expect(seatsOf(undefined, 'slack:U2')).toEqual({ first: 'slack:U2' })
})
