import { describe, expect, test } from 'vitest'
import { hearHospital, hearPerson, hearTimeline, NOTHING_HEARD } from '../../../src/playground/page/events.ts'
import type {
  AccountKey,
  Happening,
  HospitalState,
  PersonNews,
  PersonState,
  Same,
  Shown,
} from '../../../src/playground/wire.ts'

describe('the timeline', () => {
  test('a part goes on from its index', () => {
    const first = hearTimeline(NOTHING_HEARD, { run: 'r1', from: 0, items: [item(0), item(1)] })

    const then = hearTimeline(first, { run: 'r1', from: 2, items: [item(2)] })

    expect(ids(then)).toEqual([0, 1, 2])
  })

  test('what is told again after a restart stands once', () => {
    const before = hearTimeline(NOTHING_HEARD, { run: 'r1', from: 0, items: [item(0), item(1)] })

    const after = hearTimeline(before, { run: 'r1', from: 0, items: [item(0), item(1), item(2)] })

    expect(ids(after)).toEqual([0, 1, 2])
  })

  test('of another life of the hospital nothing stays', () => {
    const before = hearTimeline(NOTHING_HEARD, { run: 'r1', from: 0, items: [item(0), item(1)] })

    const after = hearTimeline(before, { run: 'r2', from: 0, items: [item(7)] })

    expect(ids(after)).toEqual([7])
  })
})

describe('a reset', () => {
  test('drops the people and the timeline of the former life', () => {
    let heard = hearHospital(NOTHING_HEARD, hospital('r1'))
    heard = hearTimeline(heard, { run: 'r1', from: 0, items: [item(0)] })
    heard = hearPerson(heard, person('slack:U1'), ['slack:U1'])

    heard = hearHospital(heard, hospital('r2'))

    expect(ids(heard)).toEqual([])
    expect(heard.people.size).toBe(0)
  })

  test('keeps a timeline of the new life that came before the news of it', () => {
    let heard = hearHospital(NOTHING_HEARD, hospital('r1'))
    heard = hearTimeline(heard, { run: 'r2', from: 0, items: [item(0)] })

    heard = hearHospital(heard, hospital('r2'))

    expect(ids(heard)).toEqual([0])
  })
})

test('the same life after a restart keeps what is shown', () => {
  let heard = hearHospital(NOTHING_HEARD, hospital('r1'))
  heard = hearPerson(heard, person('slack:U1'), ['slack:U1'])

  heard = hearHospital(heard, hospital('r1'))

  expect([...heard.people.keys()]).toEqual(['slack:U1'])
})

test('messages that are only named stay what they were, in the order that is told now', () => {
  const [first, second] = [message('1'), message('2')]
  const before = hearPerson(NOTHING_HEARD, withMessages([first]), ['slack:U1'])

  const after = hearPerson(before, withMessages([{ same: '1' }, second]), ['slack:U1'])

  expect(after.people.get('slack:U1')?.places[0]?.messages).toEqual([first, second])
  expect(after.people.get('slack:U1')?.places[0]?.messages[0]).toBe(
    before.people.get('slack:U1')?.places[0]?.messages[0],
  )
})

function message(id: string): Shown {
  return { id, at: '2027-01-19T09:00:00Z', cameAt: 0, text: `message ${id}`, payload: {} }
}

function withMessages(messages: readonly (Shown | Same)[]): PersonNews {
  const places = [{ id: 'D1', kind: 'chat' as const, name: 'Rounds', messages }]
  return { platform: 'slack', key: 'slack:U1', places, windows: [] }
}

test('whoever is no longer watched is forgotten, the others stay the very same', () => {
  let heard = hearPerson(NOTHING_HEARD, person('slack:U1'), ['slack:U1', 'slack:U2'])
  const stays = heard.people.get('slack:U1')
  heard = hearPerson(heard, person('slack:U2'), ['slack:U1', 'slack:U2'])

  heard = hearPerson(heard, person('slack:U3'), ['slack:U1', 'slack:U3'])

  expect([...heard.people.keys()].toSorted()).toEqual(['slack:U1', 'slack:U3'])
  expect(heard.people.get('slack:U1')).toBe(stays)
})

function ids(heard: { readonly timeline: { readonly items: readonly Happening[] } }): number[] {
  return heard.timeline.items.map(({ id }) => id)
}

function item(id: number): Happening {
  return { id, at: '2027-01-19T09:00:00Z', kind: 'nudge', who: 'Fatima', text: 'Your check-in is ready' }
}

function hospital(run: string): HospitalState {
  return {
    run,
    page: 'p',
    people: [],
    programs: [],
    faults: { slack: 'none', teams: 'none' },
    waiting: 0,
    commands: [],
  }
}

function person(key: AccountKey): PersonState {
  return { key, platform: 'slack', places: [], windows: [] }
}
