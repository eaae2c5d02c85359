import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askReevaluation } from '../../../src/app/goal/review-goals.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import { buttonsOf } from '../../../src/catalogue/recorder.ts'
import type { Pair } from '../../../src/core/pair/pair.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { changesOf } from '../../../src/store/goal-history.ts'
import { goalsOfOwner } from '../../../src/store/goals.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'
import { setGoal } from '../../support/set-goal.ts'

let hospital: Hospital
let mentor: Person
let mentee: Person
let pair: Pair
beforeAll(async () => {
  hospital = await openHospital('2027-01-04T09:00:00Z')
})
afterAll(() => hospital.close())

beforeEach(async () => {
  hospital.at('2027-01-04T09:00:00Z')
  const { id } = await hospital.program()
  mentor = await hospital.person({ name: 'Sam Okoro' })
  mentee = await hospital.person({ name: 'Ana Ruiz' })
  pair = await hospital.pair(id, mentor, mentee)
})

const shifts = {
  title: 'Lead the handover alone',
  measure: 'count',
  target: '20',
  unit: 'shifts',
  dueOn: '2027-06-04',
}

const goals = () => hospital.within((scope) => goalsOfOwner(scope, mentee.id))

async function oneGoal(given: Record<string, string> = {}): Promise<string> {
  await setGoal(hospital, mentee, { ...shifts, ...given })
  return (await goals()).at(-1)?.id ?? ''
}

const changes = (id: string) => hospital.within((scope) => changesOf(scope, [id]))

async function sentTo(person: Person, key: string) {
  const user = person.accounts[0]?.user
  return (await hospital.outbox()).filter((one) => one.user === user && one.key.startsWith(key))
}

describe('the page of a goal', () => {
  test('shows the history as a picture with its words, to both of the pair', async () => {
    const id = await oneGoal()
    hospital.at({ days: 7 })
    await hospital.as(mentee).command('progress 1 5 the first five')

    const own = await hospital.as(mentee).command('goal 1')
    const seen = await hospital.as(mentor).press('goal.show', id)

    for (const page of [own, seen]) {
      expect(wordsIn(page)).toContain('0 shifts on Mon 4 January, 5 shifts on Mon 11 January')
      expect(wordsIn(page)).toContain('the first five')
    }
    expect(wordsIn(seen)).toContain('You could ask')
    expect(wordsIn(seen)).not.toContain('goal.adjust')
  })

  test('is shown to nobody else', async () => {
    const id = await oneGoal()

    const outcome = await hospital.as(await hospital.person()).press('goal.show', id)

    expect(wordsIn(outcome)).toContain('not open any more')
    expect(wordsIn(outcome)).not.toContain('handover')
  })
})

describe('milestones', () => {
  const rows = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        [`milestone${index + 1}`, `Step ${index + 1}`],
        [`milestone${index + 1}On`, '2027-02-01'],
      ]).flat(),
    )

  test('are added, ticked off by one tap, opened again and taken away', async () => {
    const id = await oneGoal()
    await hospital.as(mentee).submit('goal.milestones-save', id, rows(2))
    const [first, second] = (await goals())[0]?.milestones ?? []

    const ticked = await hospital.as(mentee).press('goal.tick', `${id}:${first?.id}`)
    const afterTick = (await goals())[0]?.milestones.filter(({ done }) => done)
    await hospital.as(mentee).submit('goal.milestones-save', id, { away: [second?.id ?? ''] })
    const afterForm = (await goals())[0]?.milestones

    expect(ticked).toMatchObject({ kind: 'show', replace: true })
    expect(afterTick).toMatchObject([{ id: first?.id }])
    expect(afterForm).toMatchObject([{ id: first?.id, done: false }])
  })

  test('the eleventh is refused at its field, and the ten stay', async () => {
    const id = await oneGoal()
    for (let count = 0; count < 3; count += 1) {
      await hospital.as(mentee).submit('goal.milestones-save', id, rows(3))
    }

    const outcome = await hospital.as(mentee).submit('goal.milestones-save', id, rows(2))

    expect(outcome).toMatchObject({
      kind: 'errors',
      errors: { milestone2: expect.stringContaining('up to 10 milestones') },
    })
    expect((await goals())[0]?.milestones).toHaveLength(9)
  })
})

describe('a goal that changes', () => {
  const adjusted = { title: 'Lead the handover alone', target: '15', dueOn: '2027-07-01', why: 'A new rota' }

  test('is adjusted with the reason kept, and shown so to both', async () => {
    const id = await oneGoal()

    await hospital.as(mentee).submit('goal.adjust-save', id, adjusted)
    const seen = await hospital.as(mentor).press('goal.show', id)

    expect(await goals()).toMatchObject([{ target: 15 }])
    expect(await changes(id)).toMatchObject([
      { kind: 'adjusted', why: 'A new rota', before: { target: 20 }, after: { target: 15 } },
    ])
    expect(wordsIn(seen)).toContain('adjusted: A new rota')
  })

  test.each([
    [{ dueOn: '2026-12-24' }, 'dueOn', 'has passed'],
    [{ target: '0' }, 'target', 'What will have changed?'],
    [{ target: '4' }, 'target', 'would be reached today'],
    [{ target: '20', dueOn: '2027-06-04' }, 'title', 'how the goal is now'],
  ])('says at its field what does not fit: %o', async (wrong, field, why) => {
    const id = await oneGoal()
    await hospital.as(mentee).command('progress 1 5')

    const outcome = await hospital.as(mentee).submit('goal.adjust-save', id, { ...adjusted, ...wrong })

    expect(outcome).toMatchObject({ kind: 'errors', errors: { [field]: expect.stringContaining(why) } })
    expect(await goals()).toMatchObject([{ target: 20 }])
  })

  test('is let go, and can be taken up again while there is room', async () => {
    const id = await oneGoal()
    await hospital.as(mentee).submit('goal.retire-save', id, { why: 'Another ward' })
    const [retired] = await goals()
    const tooLate = await hospital.as(mentee).submit('goal.progress-save', id, { value: '5' })

    hospital.at({ minutes: 1 })
    await hospital.as(mentee).press('goal.reopen', id)
    const [reopened] = await goals()

    expect([retired?.state, reopened?.state]).toEqual(['retired', 'open'])
    expect(wordsIn(tooLate)).toContain('not open any more')
    expect((await changes(id)).map(({ kind, why }) => [kind, why])).toEqual([
      ['retired', 'Another ward'],
      ['reopened', undefined],
    ])
  })

  test('is its owner’s alone to change', async () => {
    const id = await oneGoal()

    const outcome = await hospital.as(mentor).submit('goal.adjust-save', id, adjusted)
    await hospital.as(mentor).submit('goal.retire-save', id, {})

    expect(wordsIn(outcome)).toContain('not open any more')
    expect(await goals()).toMatchObject([{ target: 20, state: 'open' }])
  })
})

describe('a reached goal', () => {
  test('is celebrated with both, once, without its words on a lock screen', async () => {
    const id = await oneGoal()
    await hospital.as(mentee).command('progress 1 done')
    await hospital.within(({ tx }) => tx.goal.update({ where: { id }, data: { state: 'open' } }))
    await hospital.as(mentee).command('progress 1 done')

    const [own, ...more] = await sentTo(mentee, `goal:${id}:reached`)
    const [other, ...others] = await sentTo(mentor, `goal:${id}:reached`)

    expect([more, others]).toEqual([[], []])
    expect(wordsIn(own?.message)).toContain('You have reached a goal. Well done.')
    expect(wordsIn(other?.message)).toContain('Ana Ruiz has reached a goal')
    expect(own?.message.preview).toBe('A goal is reached')
    expect(buttonsOf(own?.message ?? { preview: '', blocks: [] }).map(({ verb }) => verb)).toEqual([
      'reflect.write',
      'thanks.write',
    ])
  })

  test('takes no more progress', async () => {
    await oneGoal()
    await hospital.as(mentee).command('progress 1 done')

    const outcome = await hospital.as(mentee).command('progress 1 3')

    expect(wordsIn(outcome)).toMatch(/no open goal/)
    expect(await goals()).toMatchObject([{ value: 20, state: 'reached' }])
  })
})

describe('looking at goals again', () => {
  const ask = () =>
    hospital.within((scope) =>
      askReevaluation(scope, { pairId: pair.id, personId: mentee.id, moment: 'middle' }),
    )

  test('asks once about all open goals, and each is answered in place', async () => {
    const kept = await oneGoal()
    const gone = await oneGoal({ title: 'Teach a student' })

    const asked = [await ask(), await ask()]
    const [message] = await sentTo(mentee, 'goal-review:')
    const first = await hospital.as(mentee).press('goal.keep', `${kept}:middle`)
    const again = await hospital.as(mentee).press('goal.keep', `${kept}:middle`)
    await hospital.as(mentee).submit('goal.retire-save', `${gone}:middle`, { why: 'Later' })
    const updates = (await sentTo(mentee, 'goal-review:')).filter(({ kind }) => kind === 'update')

    expect(asked).toEqual([1, 0])
    expect(wordsIn(message?.message)).toContain('Is each of your goals still what you want to reach?')
    expect(first).toMatchObject({ kind: 'show', replace: true })
    expect(wordsIn(first)).toContain('Kept as it is.')
    expect(wordsIn(again)).toContain('Kept as it is.')
    expect(await changes(kept)).toMatchObject([{ kind: 'kept', moment: 'middle' }])
    expect(updates).toHaveLength(1)
    expect(wordsIn(updates[0]?.message)).toContain('You have looked at all your goals')
  })

  test('asks nobody who has no open goal', async () => {
    expect(await ask()).toBe(0)
  })

  test('a goal of somebody else cannot be kept', async () => {
    const id = await oneGoal()

    const outcome = await hospital.as(mentor).press('goal.keep', `${id}:middle`)

    expect(wordsIn(outcome)).toContain('not open any more')
    expect(await changes(id)).toEqual([])
  })
})
