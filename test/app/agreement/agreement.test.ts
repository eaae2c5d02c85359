import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { beat } from '../../../src/app/heartbeat.ts'
import { closeWithWords } from '../../../src/app/pair/close-pair.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import { signingOf } from '../../../src/core/agreement/agreement.ts'
import type { Values } from '../../../src/core/message/form.ts'
import type { Outcome } from '../../../src/core/message/intent.ts'
import type { Pair } from '../../../src/core/pair/pair.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { agreementsOfPairs } from '../../../src/store/agreements.ts'
import { delivered } from '../../support/answer-form.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
let mentor: Person
let mentee: Person
let pair: Pair

beforeEach(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
  const { id } = await hospital.program({ ends_on: '2027-12-31' })
  mentor = await hospital.person({ name: 'Amira Haddad', platform: 'teams' })
  mentee = await hospital.person({ name: 'Priya Shah' })
  pair = await hospital.pair(id, mentor, mentee)
})
afterEach(() => hospital.close())

const first = { aims: 'Lead a ward round' }
const second = {
  frequency: 'An hour every two weeks',
  organizer: 'mentee',
  channel: 'The library, and Teams',
  until: '2027-12-31',
  reviewOn: '2027-06-30',
}
const mentors = { support: 'An answer within two days', notice: 'A day before, by phone' }

async function written(): Promise<void> {
  await hospital.as(mentee).submit('agreement.write-first', pair.id, first)
  await hospital.as(mentee).submit('agreement.write-second', pair.id, second)
}

async function completed(): Promise<void> {
  await written()
  await hospital.as(mentor).submit('agreement.complete-save', `${pair.id}:1`, mentors)
}

async function standing(): Promise<void> {
  await completed()
  await hospital.as(mentor).press('agreement.confirm', `${pair.id}:2`)
  await hospital.as(mentee).press('agreement.confirm', `${pair.id}:2`)
}

const all: Values = { ...first, ...second, ...mentors }

function change(person: Person, version: number, changed: Values) {
  return hospital.as(person).submit('agreement.change-save', `${pair.id}:${version}`, { ...all, ...changed })
}

/** What stands in a form’s fields before anybody has typed. */
function suggestedIn(outcome: Outcome): Record<string, string> {
  if (outcome.kind !== 'form') throw new Error('no form')
  const fields = outcome.form.parts.flatMap((part) => (part.kind === 'field' ? [part.field] : []))
  return Object.fromEntries(
    fields.flatMap((field) => ('value' in field && field.value ? [[field.name, String(field.value)]] : [])),
  )
}

async function signing() {
  return signingOf(await hospital.within((scope) => agreementsOfPairs(scope, [pair.id])))
}

async function toldTo(person: Person, part: string) {
  const user = person.accounts[0]?.user
  return (await hospital.outbox()).filter(
    ({ key, user: to, kind }) =>
      kind === 'send' && key.startsWith('agreement:') && key.includes(part) && to === user,
  )
}

describe('from the first word to an agreement that stands', () => {
  test('the mentee writes first in two short forms, the mentor completes, both confirm and are told the whole text', async () => {
    await completed()
    const half = await hospital.as(mentor).press('agreement.confirm', `${pair.id}:2`)
    const whole = await hospital.as(mentee).press('agreement.confirm', `${pair.id}:2`)

    const { standing: stands, pending } = await signing()
    expect(wordsIn(half)).toContain('It stands once')
    expect(pending).toBeUndefined()
    expect(stands).toMatchObject({ version: 2, terms: { aims: 'Lead a ward round', notice: mentors.notice } })
    const [told, ...more] = await toldTo(mentor, ':stands:')
    expect(more).toEqual([])
    for (const words of [wordsIn(whole), wordsIn(told?.message)]) {
      expect(words).toContain('your agreement stands')
      for (const own of ['Lead a ward round', 'The library', 'An answer within two days'])
        expect(words).toContain(own)
      for (const fixed of ['references', 'without fault', 'stays between you']) expect(words).toContain(fixed)
    }
    expect(told?.message.preview).not.toContain('ward')
  })

  test('who writes only what they hope for and what can be counted on, and sends the rest as it is suggested, has said all', async () => {
    await hospital.as(mentee).submit('agreement.write-first', pair.id, first)
    const rest = suggestedIn(await hospital.as(mentee).press('agreement.write', pair.id))
    await hospital.as(mentee).submit('agreement.write-second', pair.id, rest)
    const cancel = suggestedIn(await hospital.as(mentor).press('agreement.complete', `${pair.id}:1`))
    const own = { ...cancel, support: 'An answer within two days' }
    const whole = await hospital.as(mentor).submit('agreement.complete-save', `${pair.id}:1`, own)

    expect(Object.keys(rest).sort()).toEqual(Object.keys(second).sort())
    expect(rest).toMatchObject({ organizer: 'mentee', until: '2027-12-31', reviewOn: '2027-07-04' })
    expect((await signing()).pending).toMatchObject({
      state: 'open',
      terms: { ...first, support: own.support, frequency: rest['frequency'], notice: cancel['notice'] },
    })
    expect(wordsIn(whole)).toContain('If one of us must cancel')
  })

  test('what the mentee has said in their profile stands in the form already', async () => {
    const profile = { aims: ['Lead a ward round', 'Speak up'] }
    const other = await hospital.person({ profile })
    const theirs = await hospital.pair(pair.programId, mentor, other)

    const form = await hospital.as(other).press('agreement.write', theirs.id)

    expect(suggestedIn(form)).toEqual({ aims: 'Lead a ward round\nSpeak up' })
  })

  test('what was begun waits a week and goes on where it was left', async () => {
    await hospital.as(mentee).submit('agreement.write-first', pair.id, first)
    hospital.at({ days: 7 })

    const shown = await hospital.as(mentee).command('agreement')
    const form = await hospital.as(mentee).press('agreement.write', pair.id)
    await hospital.as(mentee).submit('agreement.write-second', pair.id, second)

    expect(wordsIn(shown)).toContain('half written')
    expect(form).toMatchObject({ kind: 'form', form: { verb: 'agreement.write-second' } })
    expect(wordsIn(form)).toContain('Lead a ward round')
    expect((await signing()).pending).toMatchObject({
      state: 'drafted',
      terms: { aims: 'Lead a ward round' },
    })
  })

  test('a mentor who comes first is told that the mentee begins, and may ask them once', async () => {
    const shown = await hospital.as(mentor).command('agreement')
    await hospital.as(mentor).press('agreement.nudge', pair.id)
    await hospital.as(mentor).press('agreement.nudge', pair.id)

    const after = await hospital.as(mentor).command('agreement')

    expect(wordsIn(shown)).toContain('writes first')
    expect(await toldTo(mentee, ':nudge')).toHaveLength(1)
    expect(wordsIn(after)).not.toContain('agreement.nudge')
    expect(await hospital.as(mentor).press('agreement.write', pair.id)).toMatchObject({ kind: 'show' })
  })

  test('the other is told inside their hours', async () => {
    hospital.at('2027-01-04T22:00:00Z')

    await written()

    const waits = await hospital.within(
      ({ tx }) => tx.$queryRaw<{ wait: number }[]>`
        select extract(epoch from job.run_at - now())::float8 as wait
        from graphile_worker.jobs job join outbox on outbox.id = job.key where outbox.key like 'agreement:%'`,
    )
    expect(waits.map(({ wait }) => Math.round(wait / 3600))).toEqual([11])
  })

  test('a last day that is over and a review after it are refused at their fields', async () => {
    await hospital.as(mentee).submit('agreement.write-first', pair.id, first)

    const over = await hospital
      .as(mentee)
      .submit('agreement.write-second', pair.id, { ...second, until: '2026-12-31' })
    const late = await hospital
      .as(mentee)
      .submit('agreement.write-second', pair.id, { ...second, reviewOn: '2028-01-31' })

    expect(over).toMatchObject({ kind: 'errors', errors: { until: expect.any(String) } })
    expect(late).toMatchObject({ kind: 'errors', errors: { reviewOn: expect.any(String) } })
    expect((await signing()).pending).toBeUndefined()
  })
})

describe('a change', () => {
  test('says in the place of the question that there is a newer version, which is a press away', async () => {
    await written()
    await delivered(hospital)

    await hospital.as(mentor).submit('agreement.complete-save', `${pair.id}:1`, mentors)

    expect(wordsIn(await hospital.outbox())).toMatch(/There is a newer version[\s\S]*Show the agreement/)
  })

  test('is a new version that both confirm while the old one stands, and the history is kept', async () => {
    await standing()

    await change(mentor, 2, { frequency: 'Once a month' })
    const between = await signing()
    const old = await hospital.as(mentee).press('agreement.standing', pair.id)
    await hospital.as(mentee).press('agreement.confirm', `${pair.id}:3`)
    await hospital.as(mentor).press('agreement.confirm', `${pair.id}:3`)

    expect(between.standing?.version).toBe(2)
    expect(between.pending?.version).toBe(3)
    expect(wordsIn(old)).toContain('every two weeks')
    expect(wordsIn((await toldTo(mentee, ':written:')).map(({ message }) => message))).toContain(
      'Once a month',
    )
    expect((await signing()).standing).toMatchObject({ version: 3, terms: { frequency: 'Once a month' } })
    const versions = await hospital.within((scope) => agreementsOfPairs(scope, [pair.id]))
    expect(versions.map(({ version, state }) => [version, state])).toEqual([
      [3, 'standing'],
      [2, 'replaced'],
      [1, 'replaced'],
    ])
  })

  test('of two who change at the same second, the second is shown what is now and gets their words back', async () => {
    await standing()

    const [one, other] = await Promise.all([
      change(mentor, 2, { aims: 'What the mentor wrote' }),
      change(mentee, 2, { aims: 'What the mentee wrote' }),
    ])

    const { pending } = await signing()
    const lost = pending?.writtenBy === mentor.id ? other : one
    expect(pending?.version).toBe(3)
    expect(wordsIn(lost)).toContain('Nothing was stored')
    expect(wordsIn(lost)).toContain('What the mentor wrote')
    expect(wordsIn(lost)).toContain('What the mentee wrote')
  })

  test('two who confirm at the same second have an agreement that stands, once', async () => {
    await completed()

    const shown = await Promise.all(
      [mentor, mentee].map((person) => hospital.as(person).press('agreement.confirm', `${pair.id}:2`)),
    )

    expect(shown.filter((one) => wordsIn(one).includes('your agreement stands'))).toHaveLength(1)
    expect((await signing()).standing?.version).toBe(2)
    expect([...(await toldTo(mentor, ':stands:')), ...(await toldTo(mentee, ':stands:'))]).toHaveLength(1)
  })

  test('a button about an older version confirms nothing and shows what is now', async () => {
    await completed()
    await change(mentor, 2, { frequency: 'Once a month' })

    const shown = await hospital.as(mentee).press('agreement.confirm', `${pair.id}:2`)

    expect(wordsIn(shown)).toContain('was quicker')
    expect(wordsIn(shown)).toContain('Once a month')
    expect((await signing()).pending?.confirmed).toEqual({})
  })
})

test('nobody but the two reads it or acts on it', async () => {
  await standing()
  const stranger = await hospital.person()

  const tries = [
    await hospital.as(stranger).press('agreement.show', pair.id),
    await hospital.as(stranger).press('agreement.standing', pair.id),
    await hospital.as(stranger).press('agreement.change', `${pair.id}:2`),
    await hospital.as(stranger).submit('agreement.change-save', `${pair.id}:2`, all),
    await hospital.as(stranger).press('agreement.confirm', `${pair.id}:2`),
  ]

  for (const shown of tries.slice(0, 3)) expect(wordsIn(shown)).not.toContain('ward round')
  expect(tries.map(({ kind }) => kind)).toEqual(tries.map(() => 'show'))
  expect((await signing()).pending).toBeUndefined()
})

test('where the pair was closed while a form was open, what was written comes back', async () => {
  await hospital.as(mentee).submit('agreement.write-first', pair.id, first)
  await hospital.within((scope) => closeWithWords(scope, pair, { actor: 'test', by: 'coordinator' }))

  const sent = await hospital.as(mentee).submit('agreement.write-second', pair.id, second)

  expect(wordsIn(sent)).toContain('no longer active')
  expect(wordsIn(sent)).toContain('The library, and Teams')
  expect((await signing()).pending).toBeUndefined()
})

describe('the reminder two weeks after the first meeting', () => {
  const reminders = async () =>
    (await hospital.outbox()).filter(({ key }) => /^agreement:.*:remind:/.test(key))
  const beatAfter = async (...days: number[]) => {
    for (const some of days) {
      hospital.at({ days: some })
      await beat(hospital.world)
    }
  }

  test('comes once, to whose turn it is', async () => {
    await beatAfter(0, 9)
    await hospital.as(mentor).command('met 40')
    await beatAfter(7, 6)
    const early = await reminders()
    await beatAfter(1)
    const due = await reminders()
    await beatAfter(20)

    expect(early).toEqual([])
    expect(due.map(({ user }) => user)).toEqual([mentee.accounts[0]?.user])
    expect(await reminders()).toHaveLength(1)
  })

  test('does not come where the two have an agreement, or have not met', async () => {
    await standing()
    await hospital.as(mentor).command('met 40')
    const [third, fourth] = [await hospital.person(), await hospital.person()]
    await hospital.pair(pair.programId, third, fourth)

    await beatAfter(0, 7, 8, 10, 15)

    expect(await reminders()).toEqual([])
  })

  test('comes also where it cannot be reckoned for another pair', async () => {
    const strange = await hospital.person()
    await hospital.pair(pair.programId, await hospital.person(), strange)
    await hospital.as(strange).command('met 40')
    await hospital.as(mentor).command('met 40')
    await hospital.within(({ tx }) =>
      tx.person.update({ where: { id: strange.id }, data: { timeZone: 'Mars/Olympus' } }),
    )

    await beatAfter(0, 15)

    expect((await reminders()).map(({ user }) => user)).toContain(mentee.accounts[0]?.user)
  })
})

describe('the last day that both have signed', () => {
  const lastDay = async () => {
    const row = await hospital.within(({ tx }) => tx.pair.findUnique({ where: { id: pair.id } }))
    return row?.endsOn?.toISOString().slice(0, 10)
  }

  test('ends the pair where it comes before the program’s, and moves with the next agreement', async () => {
    await standing()
    const before = await lastDay()

    await change(mentor, 2, { until: '2027-09-30' })
    const asked = await lastDay()
    await hospital.as(mentor).press('agreement.confirm', `${pair.id}:3`)
    await hospital.as(mentee).press('agreement.confirm', `${pair.id}:3`)

    expect({ before, asked, after: await lastDay() }).toEqual({
      before: undefined,
      asked: undefined,
      after: '2027-09-30',
    })
  })

  test('a contract that ends sooner stays what counts', async () => {
    const leavesOn = new Date('2027-08-31')
    await hospital.within(({ tx }) => tx.person.update({ where: { id: mentor.id }, data: { leavesOn } }))

    await standing()

    expect(await lastDay()).toBe('2027-08-31')
  })
})
