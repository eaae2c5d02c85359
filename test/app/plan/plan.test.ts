import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { beat } from '../../../src/app/heartbeat.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import { buttonsOf } from '../../../src/catalogue/recorder.ts'
import { fieldsOf } from '../../../src/core/message/check-values.ts'
import type { Outcome } from '../../../src/core/message/intent.ts'
import type { Message } from '../../../src/core/message/message.ts'
import type { Pair } from '../../../src/core/pair/pair.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { openActionsOfPairs } from '../../../src/store/actions.ts'
import { closePair } from '../../../src/store/pairs.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
let mentor: Person
let mentee: Person
let pair: Pair
let programId: string

beforeEach(async () => {
  // A Monday.
  hospital = await openHospital('2027-01-04T09:00:00Z')
  programId = (await hospital.program()).id
  mentor = await hospital.person({ name: 'Sam Okoro' })
  mentee = await hospital.person({ name: 'Ana Ruiz' })
  pair = await hospital.pair(programId, mentor, mentee)
})

afterEach(() => hospital.close())

const step = { title: 'Ask Mary about the rota', dueOn: '2027-01-08', owner: 'me' }

/** A minute after whatever came before: actions of one day stand in the order in which they were written. */
function add(person: Person, given: Record<string, string> = {}): Promise<Outcome> {
  hospital.at({ minutes: 1 })
  return hospital.as(person).submit('plan.add-save', pair.id, { ...step, ...given })
}

const open = () => hospital.within((scope) => openActionsOfPairs(scope, [pair.id]))

async function reminders(): Promise<Message[]> {
  await beat(hospital.world)
  const sent = await hospital.outbox()
  return sent.filter(({ key }) => key.startsWith('plan-reminder:')).map(({ message }) => message)
}

function buttonsIn(shown: Outcome | Message) {
  if (!('blocks' in shown)) return shown.kind === 'show' ? buttonsOf(shown.message) : []
  return buttonsOf(shown)
}

describe('the plan', () => {
  test('an action stands in the plan of its owner to tick off, and in that of the other to see', async () => {
    const stored = await add(mentee)
    const seen = await hospital.as(mentor).command('plan')

    expect(wordsIn(stored)).toContain('Ask Mary about the rota · by Fri 8 January')
    expect(buttonsIn(stored)).toContainEqual(expect.objectContaining({ verb: 'plan.done' }))
    expect(wordsIn(seen)).toContain('What Ana Ruiz does')
    expect(wordsIn(seen)).toContain('Ask Mary about the rota · by Fri 8 January')
    expect(wordsIn(seen)).not.toContain('plan.done')
  })

  test('what is written after the command stands in the form', async () => {
    const asked = await hospital.as(mentee).command('plan Ask Mary about the rota')

    expect(asked).toMatchObject({ kind: 'form', form: { verb: 'plan.add-save', about: pair.id } })
    expect(wordsIn(asked)).toContain('Ask Mary about the rota')
  })

  test('a day at the end of what is written after the command stands in its own field', async () => {
    const asked = await hospital.as(mentee).command('plan Ask Mary about the rota by Friday')

    const fields = asked.kind === 'form' ? fieldsOf(asked.form) : []
    expect(fields).toContainEqual(
      expect.objectContaining({ name: 'title', value: 'Ask Mary about the rota' }),
    )
    expect(fields).toContainEqual(expect.objectContaining({ name: 'dueOn', value: '2027-01-08' }))
  })

  test('four or more are ticked off in one form, as many at once as are done', async () => {
    for (const title of ['Ask', 'Read', 'Book', 'Write']) await add(mentee, { title })
    const actions = await open()

    const shown = await hospital.as(mentee).command('plan')
    const form = await hospital.as(mentee).press('plan.tick')
    const done = [actions[0]?.id ?? '', actions[2]?.id ?? '']
    const ticked = await hospital.as(mentee).submit('plan.tick-save', undefined, { done })
    const again = await hospital.as(mentee).submit('plan.tick-save', undefined, { done })

    expect(buttonsIn(shown).map(({ label }) => label)).toEqual([
      'Tick off',
      'Add an action',
      'Change or drop one',
    ])
    expect(wordsIn(form)).toContain('Write · by Fri 8 January')
    expect(wordsIn(ticked)).toContain('Done: 2 actions')
    expect(again.kind).toBe('errors')
    expect((await open()).map(({ title }) => title)).toEqual(['Read', 'Write'])
  })

  test('nobody ticks off what is somebody else’s', async () => {
    await add(mentee)
    await add(mentor)
    const [theirs] = await open()

    await hospital.as(mentor).submit('plan.tick-save', undefined, { done: [theirs?.id ?? ''] })

    expect(await open()).toHaveLength(2)
  })

  test('one tap is enough, and the message shows what is left', async () => {
    await add(mentee)
    await add(mentee, { title: 'Read the protocol' })
    const [first] = await open()

    const done = await hospital.as(mentee).press('plan.done', first?.id)
    const again = await hospital.as(mentee).press('plan.done', first?.id)

    expect(done).toMatchObject({ kind: 'show', replace: true })
    expect(wordsIn(done)).toContain('Done: Ask Mary about the rota')
    expect(wordsIn(done)).toContain('Read the protocol · by')
    expect(wordsIn(again)).toContain('not open any more')
    expect(await open()).toHaveLength(1)
  })

  test.each([
    ['2027-01-03', 'has passed'],
    ['2028-03-04', 'more than a year ahead'],
  ])('a day like %s is refused with one sentence at its field', async (dueOn, why) => {
    const outcome = await add(mentee, { dueOn })

    expect(outcome).toMatchObject({ kind: 'errors', errors: { dueOn: expect.stringContaining(why) } })
    expect(await open()).toEqual([])
  })

  test('what is left empty in a change stays as it is; what is not needed is dropped', async () => {
    await add(mentee)
    const [action] = await open()

    await hospital.as(mentee).submit('plan.change-save', action?.id, { dueOn: '2027-01-15' })
    const moved = await open()
    const dropped = await hospital.as(mentee).submit('plan.change-save', action?.id, { drop: ['drop'] })

    expect(moved).toMatchObject([{ title: step.title, dueOn: Temporal.PlainDate.from('2027-01-15') }])
    expect(wordsIn(dropped)).toContain('Dropped: Ask Mary')
    expect(await open()).toEqual([])
  })

  test('an action for the other is a suggestion: they are told, and may drop it', async () => {
    const outcome = await add(mentor, { owner: 'other' })
    const [action] = await open()
    const told = (await hospital.outbox()).find(({ key }) => key === `plan:${action?.id}:suggested`)

    const byAuthor = await hospital.as(mentor).press('plan.drop', action?.id)
    const byOwner = await hospital.as(mentee).press('plan.drop', action?.id)

    expect(wordsIn(outcome)).toContain('Suggested to Ana Ruiz')
    expect(told?.user).toBe(mentee.accounts[0]?.user)
    expect(wordsIn(told?.message)).toContain('Sam Okoro suggests an action for you')
    expect(told?.message.preview).not.toMatch(/Sam|Mary/)
    expect(wordsIn(byAuthor)).toContain('not open any more')
    expect(wordsIn(byOwner)).toContain('Dropped: Ask Mary')
  })

  test('nobody else can see, do or change it', async () => {
    await add(mentee)
    const [action] = await open()
    const stranger = await hospital.person()
    await hospital.pair(programId, await hospital.person(), stranger)

    const seen = await hospital.as(stranger).command('plan')
    const done = await hospital.as(stranger).press('plan.done', action?.id)
    const byMentor = await hospital.as(mentor).submit('plan.change-save', action?.id, { title: 'Mine' })

    expect(wordsIn(seen)).not.toContain('Ask Mary')
    expect(wordsIn(done)).toContain('not open any more')
    expect(wordsIn(byMentor)).toContain('Mine')
    expect(await open()).toMatchObject([{ title: step.title }])
  })

  test('when the pair ended while the form was open, the words come back', async () => {
    await hospital.within((scope) => closePair(scope, pair.id))

    const outcome = await add(mentee)

    expect(wordsIn(outcome)).toContain('no longer active. Type “/mentor”')
    expect(wordsIn(outcome)).toContain('Ask Mary about the rota')
  })

  test('the database holds no word of it', async () => {
    await add(mentee)

    const dump = await hospital.within(({ tx }) => tx.$queryRaw`select a::text from actions a`)

    expect(JSON.stringify(dump)).not.toContain('Mary')
    expect(JSON.stringify(dump)).not.toContain(Buffer.from('Mary').toString('hex'))
  })

  test('there is room for twenty open actions of a person', async () => {
    for (let count = 0; count < 20; count += 1) await add(mentee)

    const outcome = await add(mentee)

    expect(wordsIn(outcome)).toContain('You have 20 open actions')
    expect(await open()).toHaveLength(20)
  })
})

describe('reminders', () => {
  test('come on the day before and on the day after, inside the hours, and never more', async () => {
    await add(mentee)

    hospital.at('2027-01-07T08:59:00Z')
    const early = await reminders()
    hospital.at('2027-01-07T09:00:00Z')
    const before = await reminders()
    hospital.at('2027-01-11T09:00:00Z')
    const after = await reminders()
    hospital.at('2027-01-25T09:00:00Z')
    const later = await reminders()

    expect([early, before, after, later].map(({ length }) => length)).toEqual([0, 1, 2, 2])
    expect(wordsIn(before)).toContain('Ask Mary about the rota · due tomorrow')
    expect(wordsIn(after[1])).toContain('How did it go?')
    expect(before[0]?.preview).toBe('Your action plan')
  })

  test('of one day come in one message', async () => {
    await add(mentee)
    await add(mentee, { title: 'Read the protocol' })
    await add(mentee, { title: 'Book the room', dueOn: '2027-01-06' })

    hospital.at('2027-01-07T09:00:00Z')
    const [only, ...more] = await reminders()

    expect(more).toEqual([])
    expect(wordsIn(only)).toMatch(/1\. Ask Mary[\s\S]*2\. Read the protocol[\s\S]*3\. Book the room/)
  })

  test('before a Monday come on the Friday, where the weekend is not for writing', async () => {
    await add(mentee, { dueOn: '2027-01-11' })

    hospital.at('2027-01-08T09:00:00Z')

    expect(await reminders()).toHaveLength(1)
  })

  test('are not sent once it is done, or when the pair is over, or in a break', async () => {
    const [other, third] = [await hospital.person(), await hospital.person()]
    const elsewhere = await hospital.pair(programId, mentor, other)
    const paused = await hospital.pair(programId, mentor, third)
    await add(mentee)
    await hospital.as(other).submit('plan.add-save', elsewhere.id, step)
    await hospital.as(third).submit('plan.add-save', paused.id, step)
    const [first] = await open()
    await hospital.as(mentee).press('plan.done', first?.id)
    await hospital.within((scope) => closePair(scope, elsewhere.id))
    await hospital.within(({ tx }) =>
      tx.enrollment.updateMany({ where: { personId: third.id }, data: { state: 'paused' } }),
    )

    hospital.at('2027-01-07T09:00:00Z')

    expect(await reminders()).toEqual([])
  })

  test('are ticked off in place', async () => {
    await add(mentee)
    hospital.at('2027-01-07T09:00:00Z')
    const [message] = await reminders()
    const button = message && buttonsIn(message).find(({ verb }) => verb === 'plan.done')

    const done = await hospital.as(mentee).press('plan.done', button?.about)

    expect(done).toMatchObject({ kind: 'show', replace: true })
    expect(await open()).toEqual([])
  })
})
