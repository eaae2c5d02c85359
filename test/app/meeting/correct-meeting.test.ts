import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import { meetingsOfPair } from '../../../src/store/meetings.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'
import { buttonsIn, firstSent, pairUp, sentTo, type Two } from './scene.ts'

let hospital: Hospital
beforeEach(async () => {
  hospital = await openHospital('2027-03-16T12:00:00Z')
})
afterEach(() => hospital.close())

function meetings({ pair }: Two) {
  const days = { from: Temporal.PlainDate.from('2026-01-01'), to: Temporal.PlainDate.from('2028-01-01') }
  return hospital.within((scope) => meetingsOfPair(scope, { pairId: pair.id, ...days }))
}

async function logged(two: Two): Promise<string> {
  const stored = await hospital.as(two.mentee).command('met 40 yesterday by phone the weaving shed')
  return buttonsIn(stored).find(({ verb }) => verb === 'meeting.correct')?.about ?? ''
}

describe('correcting a meeting', () => {
  test('either may: the other is told once what changed, and the audit keeps the names of the fields only', async () => {
    const two = await pairUp(hospital)
    const id = await logged(two)
    const asked = await hospital.as(two.mentor).press('meeting.correct', id)

    const outcome = await hospital.as(two.mentor).submit('meeting.correct-save', id, {
      heldOn: '2027-03-14',
      minutes: '50',
      kind: 'phone',
      note: 'the ward round',
    })

    expect(wordsIn(asked)).toContain('the weaving shed')
    expect(wordsIn(outcome)).toContain('Sun 14 March, 50 minutes, by phone')
    expect(await meetings(two)).toMatchObject([{ minutes: 50, kind: 'phone', note: 'the ward round' }])
    const told = (await sentTo(hospital, two.mentee)).filter(({ key }) => key.includes(':corrected:'))
    expect(told).toHaveLength(1)
    expect(JSON.stringify(told[0]?.message)).toContain('the day, the minutes and the note')
    const audit = await hospital.within(({ tx }) =>
      tx.auditEntry.findMany({ where: { action: 'meeting.correct' } }),
    )
    expect(audit).toMatchObject([
      { actor: two.mentor.id, details: { fields: ['heldOn', 'minutes', 'note'] } },
    ])
    expect(JSON.stringify(audit)).not.toContain('weaving')
  })

  test.each([
    [{ heldOn: '2027-03-17' }, 'heldOn', 'still to come'],
    [{ heldOn: '2027-03-15', minutes: '2400' }, 'minutes', 'up to 600'],
    [{ heldOn: '2027-03-10', minutes: '40' }, 'heldOn', 'another meeting'],
  ])('%o is refused at the field, and everything is as before', async (values, field, sentence) => {
    const two = await pairUp(hospital)
    const id = await logged(two)
    await hospital.as(two.mentee).command('met 30 2027-03-10')

    const outcome = await hospital.as(two.mentee).submit('meeting.correct-save', id, values)

    expect(outcome).toMatchObject({
      kind: 'errors',
      errors: { [field]: expect.stringMatching(new RegExp(sentence, 'i')) },
    })
    expect(await meetings(two)).toMatchObject([{ minutes: 30 }, { minutes: 40 }])
  })

  test('a wrong one can be taken back, once, and the other is told', async () => {
    const two = await pairUp(hospital)
    const id = await logged(two)

    const asked = await hospital.as(two.mentor).press('meeting.take-back', id)
    const sure = buttonsIn(asked).find(({ verb }) => verb === 'meeting.take-back')
    const outcome = await hospital.as(two.mentor).press('meeting.take-back', sure?.about)
    const again = await hospital.as(two.mentor).press('meeting.take-back', sure?.about)

    expect(wordsIn(outcome)).toContain('Taken back')
    expect(wordsIn(again)).toContain('not there any more')
    expect(await meetings(two)).toEqual([])
    expect(JSON.stringify(await firstSent(hospital, two.mentee, ':taken-back-held'))).toContain('Sam Okoro')
  })

  test('nobody else may', async () => {
    const two = await pairUp(hospital)
    const stranger = await pairUp(hospital)
    const id = await logged(two)

    const asked = await hospital.as(stranger.mentee).press('meeting.correct', id)
    const back = await hospital.as(stranger.mentee).press('meeting.take-back', id)

    expect(wordsIn(asked)).toContain('not there any more')
    expect(wordsIn(back)).toContain('not there any more')
    expect(await meetings(two)).toHaveLength(1)
  })
})

describe('what meetings add up to', () => {
  test('stands under the form, by program and calendar year, for both', async () => {
    const two = await pairUp(hospital)
    for (const words of ['60 2026-12-31', '40 2027-01-01', '20 2027-03-01'])
      await hospital.as(two.mentee).command(`met ${words}`)

    for (const person of [two.mentee, two.mentor]) {
      const form = await hospital.as(person).command('met')
      expect(wordsIn(form)).toContain('Career mentoring in 2027: 2 meetings, 1 h in all.')
      expect(wordsIn(form)).toContain('Career mentoring in 2026: 1 meeting, 1 h in all.')
    }
  })

  test('the overview and the list of meetings say it, too', async () => {
    const two = await pairUp(hospital)
    await logged(two)

    const overview = await hospital.as(two.mentee).command('')
    const list = await hospital.as(two.mentee).press('meeting.list')

    expect(wordsIn(overview)).toContain('This year so far: 1 meeting, 40 minutes.')
    expect(wordsIn(list)).toContain('Mon 15 March, 40 minutes, by phone')
    expect(buttonsIn(list).map(({ verb }) => verb)).toEqual(['meeting.correct', 'meeting.take-back'])
  })
})
