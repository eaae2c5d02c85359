import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { closeWithWords } from '../../../src/app/pair/close-pair.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import { plannedOfPairs } from '../../../src/store/planned-meetings.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'
import { agreeOn, buttonsIn, fileIn, firstSent, formFor, pairUp, sentTo, timesIn } from './scene.ts'

let hospital: Hospital
beforeEach(async () => {
  hospital = await openHospital('2027-03-16T12:00:00Z')
})
afterEach(() => hospital.close())

const plain = { minutes: '45' }

describe('meet', () => {
  test('offers times inside the hours of both, spread over the next two weeks, on one’s own clock', async () => {
    const { mentee } = await pairUp(hospital, { mentor: { zone: 'America/New_York' } })

    const form = await formFor(hospital, mentee)
    const times = timesIn(form).map((time) => Temporal.Instant.from(time))

    expect(times.length).toBeGreaterThan(5)
    for (const time of times) {
      expect(time.toZonedDateTimeISO('America/New_York').hour).toBeGreaterThanOrEqual(9)
      expect(time.toZonedDateTimeISO('Europe/London').hour).toBeLessThan(19)
    }
    const days = new Set(
      times.map((time) => time.toZonedDateTimeISO('Europe/London').toPlainDate().toString()),
    )
    expect(days.size).toBeGreaterThan(5)
  })

  test('the other one gets the times on their own clock, and with the one they pick it stands for both, with a file each', async () => {
    const { mentee, mentor } = await pairUp(hospital, { mentor: { zone: 'America/New_York' } })
    const form = await formFor(hospital, mentee)
    const [first = '', second = ''] = timesIn(form)

    const proposed = await hospital.as(mentee).submit('meeting.propose', form.about, {
      ...plain,
      times: [first, second],
      kind: 'video',
      place: 'Room 4',
    })
    const proposal = await firstSent(hospital, mentor, ':proposed:')
    const picks = buttonsIn(proposal).filter(({ verb }) => verb === 'meeting.pick')
    const picked = await hospital.as(mentor).press('meeting.pick', picks[1]?.about)

    expect(wordsIn(proposed)).toContain('Sam Okoro')
    expect(picks).toHaveLength(2)
    expect(wordsIn(picked)).toContain('Your next meeting with')
    for (const [reader, other] of [
      [mentee, 'Sam Okoro'],
      [mentor, 'Ana Ruiz'],
    ] as const) {
      const set = await firstSent(hospital, reader, ':set:')
      const lines = await fileIn(hospital, set)
      const local = Temporal.Instant.from(second).toZonedDateTimeISO(reader.zone).toPlainDateTime()
      expect(lines).toContain(`SUMMARY:Mentoring: ${other}`)
      expect(lines).toContain(`DTSTART;TZID=${reader.zone}:${local.toString().replace(/[-:]/g, '')}`)
      expect(lines).toContain('SEQUENCE:0')
      expect(lines).toContain('LOCATION:Room 4')
    }
  })

  test('a day and time of one’s own, outside the other’s hours, can be proposed', async () => {
    const two = await pairUp(hospital)

    await agreeOn(hospital, two, '2027-03-20 20:30')

    const [planned] = await hospital.within((scope) => plannedOfPairs(scope, [two.pair.id]))
    expect(planned?.agreed?.startsAt.toString()).toBe('2027-03-20T20:30:00Z')
  })

  test.each([
    [{ ...plain }, 'ownDate', 'mark at least one'],
    [{ ...plain, ownDate: '2027-03-20' }, 'ownTime', 'write the time'],
    [{ ...plain, ownDate: '2027-03-20', ownTime: 'noonish' }, 'ownTime', 'not a time of day'],
    [{ ...plain, ownDate: '2027-03-15', ownTime: '10:00' }, 'ownDate', 'gone by'],
    [{ ...plain, ownDate: '2029-03-15', ownTime: '10:00' }, 'ownDate', 'within the next year'],
    [{ ...plain, ownDate: '03/04/2027', ownTime: '10:00' }, 'ownDate', 'not a date'],
    [{ ...plain, ownDate: '2027-03-28', ownTime: '01:30' }, 'ownTime', 'clocks change'],
    [{ minutes: '2400', ownDate: '2027-03-20', ownTime: '10:00' }, 'minutes', 'up to 600'],
  ])('%o is refused at the field, and nothing is proposed', async (values, field, sentence) => {
    const { mentee, mentor } = await pairUp(hospital)
    const form = await formFor(hospital, mentee)

    const outcome = await hospital.as(mentee).submit('meeting.propose', form.about, values)

    expect(outcome).toMatchObject({ kind: 'errors', errors: { [field]: expect.stringContaining(sentence) } })
    expect(await sentTo(hospital, mentor)).toEqual([])
  })

  test('more than three times are refused', async () => {
    const { mentee } = await pairUp(hospital)
    const form = await formFor(hospital, mentee)

    const outcome = await hospital
      .as(mentee)
      .submit('meeting.propose', form.about, { ...plain, times: timesIn(form).slice(0, 4) })

    expect(outcome).toMatchObject({
      kind: 'errors',
      errors: { times: expect.stringContaining('at most three') },
    })
  })

  test('whoever proposes second at the same second sees what the first has proposed, and their own', async () => {
    const { mentee, mentor, pair } = await pairUp(hospital)
    const forms = [await formFor(hospital, mentee), await formFor(hospital, mentor)]

    const outcomes = await Promise.all(
      [mentee, mentor].map((person, place) =>
        hospital.as(person).submit('meeting.propose', forms[place]?.about, {
          ...plain,
          ownDate: '2027-03-22',
          ownTime: '10:00',
          place: 'The garden',
        }),
      ),
    )

    const planned = await hospital.within((scope) => plannedOfPairs(scope, [pair.id]))
    expect(planned).toHaveLength(1)
    const second = outcomes.find((outcome) => wordsIn(outcome).includes('would like to meet'))
    expect(buttonsIn(second ?? { preview: '', blocks: [] }).map(({ verb }) => verb)).toContain('meeting.pick')
    expect(wordsIn(second ?? { kind: 'silence' })).toContain('The garden')
    expect(wordsIn(second ?? { kind: 'silence' })).toContain('Nothing was stored.\nnote\nWhat you wrote')
    expect(second).toMatchObject({ holdsTyped: true })
  })

  test('none fits: the other proposes, and the first one’s old buttons show what is now', async () => {
    const two = await pairUp(hospital)
    const form = await formFor(hospital, two.mentee)
    await hospital
      .as(two.mentee)
      .submit('meeting.propose', form.about, { ...plain, ownDate: '2027-03-22', ownTime: '10:00' })
    const proposal = await firstSent(hospital, two.mentor, ':proposed:')
    const buttons = buttonsIn(proposal)
    const none = buttons.find(({ verb }) => verb === 'meeting.other-times')
    const counter = await hospital.as(two.mentor).press('meeting.other-times', none?.about)
    const about = counter.kind === 'form' ? counter.form.about : undefined
    await hospital
      .as(two.mentor)
      .submit('meeting.propose', about, { ...plain, ownDate: '2027-03-23', ownTime: '14:00' })

    const stale = await hospital.as(two.mentor).press('meeting.pick', buttons[0]?.about)
    const offered = await firstSent(hospital, two.mentee, ':proposed:')

    expect(wordsIn(stale)).toContain('Tue 23 March at 14:00')
    expect(wordsIn(stale)).toContain('Proposed')
    expect(JSON.stringify(offered)).toContain('Tue 23 March at 14:00')
  })

  test('a time that has gone by, or a leave put in later, is not agreed on', async () => {
    const { mentee, mentor, pair } = await pairUp(hospital)
    const form = await formFor(hospital, mentee)
    await hospital.as(mentee).submit('meeting.propose', form.about, {
      ...plain,
      times: timesIn(form).slice(0, 1),
      ownDate: '2027-03-25',
      ownTime: '10:00',
    })
    const proposal = await firstSent(hospital, mentor, ':proposed:')
    const picks = buttonsIn(proposal)
    await hospital.within(({ tx }) =>
      tx.person.update({ where: { id: mentee.id }, data: { leave: ['2027-03-24/2027-03-26'] } }),
    )
    hospital.at('2027-03-19T12:00:00Z')

    const gone = await hospital.as(mentor).press('meeting.pick', picks[0]?.about)
    const away = await hospital.as(mentor).press('meeting.pick', picks[1]?.about)

    expect(wordsIn(gone)).toContain('gone by')
    expect(wordsIn(away)).toContain('on leave')
    const [planned] = await hospital.within((scope) => plannedOfPairs(scope, [pair.id]))
    expect(planned?.state).toBe('proposed')
  })

  test('times at which either has another meeting are neither offered nor taken', async () => {
    const first = await pairUp(hospital)
    await agreeOn(hospital, first, '2027-03-22 10:00')
    const { id } = await hospital.program()
    const mentee = await hospital.person({ name: 'Lee Chan' })
    await hospital.pair(id, first.mentor, mentee)

    const form = await formFor(hospital, mentee)
    const outcome = await hospital
      .as(mentee)
      .submit('meeting.propose', form.about, { ...plain, ownDate: '2027-03-22', ownTime: '10:30' })

    expect(timesIn(form)).not.toContain('2027-03-22T10:00:00Z')
    expect(outcome).toMatchObject({
      kind: 'errors',
      errors: { ownDate: expect.stringContaining('another meeting') },
    })
  })

  test('a change keeps the entry’s id and counts it up in both calendars, and the old time stands until both agree', async () => {
    const two = await pairUp(hospital)
    await agreeOn(hospital, two, '2027-03-22 10:00')
    const stands = await hospital.as(two.mentor).command('meet')
    const change = buttonsIn(stands).find(({ verb }) => verb === 'meeting.other-times')
    const asked = await hospital.as(two.mentor).press('meeting.other-times', change?.about)
    const about = asked.kind === 'form' ? asked.form.about : undefined
    await hospital
      .as(two.mentor)
      .submit('meeting.propose', about, { ...plain, ownDate: '2027-03-24', ownTime: '16:00' })
    const [before] = await hospital.within((scope) => plannedOfPairs(scope, [two.pair.id]))
    const proposal = await firstSent(hospital, two.mentee, ':proposed:')
    const pick = buttonsIn(proposal).find(({ verb }) => verb === 'meeting.pick')
    await hospital.as(two.mentee).press('meeting.pick', pick?.about)

    const files = await Promise.all(
      [two.mentee, two.mentor].map(async (person) => {
        const all = await sentTo(hospital, person)
        const set = [0, 1].flatMap((sequence) => all.filter(({ key }) => key.includes(`:set:${sequence}:`)))
        return Promise.all(set.map(({ message }) => fileIn(hospital, message)))
      }),
    )

    expect(before?.agreed?.startsAt.toString()).toBe('2027-03-22T10:00:00Z')
    for (const [first, second] of files) {
      const uid = first?.find((line) => line.startsWith('UID:'))
      expect(second).toContain(uid)
      expect(second).toContain('SEQUENCE:1')
      expect(second).toContain('DTSTART;TZID=Europe/London:20270324T160000')
    }
  })

  test('either may cancel: both get the file that takes it out, and it can be planned anew', async () => {
    const two = await pairUp(hospital)
    await agreeOn(hospital, two, '2027-03-22 10:00')
    const stands = await hospital.as(two.mentee).command('meet')
    const off = buttonsIn(stands).find(({ verb }) => verb === 'meeting.cancel')

    const asked = await hospital.as(two.mentee).press('meeting.cancel', off?.about)
    const sure = buttonsIn(asked).find(({ verb }) => verb === 'meeting.cancel')
    const outcome = await hospital.as(two.mentee).press('meeting.cancel', sure?.about)
    const again = await hospital.as(two.mentee).press('meeting.cancel', sure?.about)

    expect(wordsIn(outcome)).toContain('Cancelled')
    expect(wordsIn(again)).toContain('not planned any more')
    for (const person of [two.mentee, two.mentor]) {
      const word = await firstSent(hospital, person, ':off:')
      const lines = await fileIn(hospital, word)
      expect(lines).toContain('METHOD:CANCEL')
      expect(lines).toContain('SEQUENCE:1')
    }
    expect((await hospital.as(two.mentor).command('meet')).kind).toBe('form')
  })

  test('when the pair ends, its meeting leaves both calendars', async () => {
    const two = await pairUp(hospital)
    await agreeOn(hospital, two, '2027-03-22 10:00')

    await hospital.within((scope) => closeWithWords(scope, two.pair, { actor: 'test', by: 'coordinator' }))

    for (const person of [two.mentee, two.mentor]) {
      const word = await firstSent(hospital, person, ':off:')
      expect(await fileIn(hospital, word)).toContain('STATUS:CANCELLED')
    }
  })

  test('a pair that closed meanwhile, and somebody else’s meeting, answer with a sentence and give back what was typed', async () => {
    const two = await pairUp(hospital)
    const stranger = await pairUp(hospital)
    const form = await formFor(hospital, two.mentee)
    await agreeOn(hospital, two, '2027-03-22 10:00')
    const [planned] = await hospital.within((scope) => plannedOfPairs(scope, [two.pair.id]))

    const theirs = await hospital.as(stranger.mentee).press('meeting.cancel', `${planned?.id}:1`)
    await hospital.within((scope) => closeWithWords(scope, two.pair, { actor: 'test', by: 'coordinator' }))
    const late = await hospital.as(two.mentee).submit('meeting.propose', form.about, {
      ...plain,
      place: 'The garden',
      ownDate: '2027-03-23',
      ownTime: '10:00',
    })

    expect(wordsIn(theirs)).toContain('not planned any more')
    expect(wordsIn(late)).toContain('no longer active')
    expect(wordsIn(late)).toContain('The garden')
  })

  test('where it is to be is sealed', async () => {
    const two = await pairUp(hospital)
    await agreeOn(hospital, two, '2027-03-22 10:00')

    const rows = await hospital.within(({ tx }) => tx.$queryRaw`select p::text from planned_meetings p`)

    expect(JSON.stringify(rows)).not.toContain('Room 4')
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('Room 4').toString('hex'))
  })
})
