import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Meeting } from '../../../src/core/pair/meeting.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { meetingsOfPair } from '../../../src/store/meetings.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
beforeAll(async () => {
  hospital = await openHospital('2027-03-16T12:00:00Z')
})
afterAll(() => hospital.close())

interface Two {
  readonly mentor: Person
  readonly mentee: Person
  readonly meetings: () => Promise<Meeting[]>
}

async function pairUp(): Promise<Two> {
  const { id } = await hospital.program()
  const mentor = await hospital.person({ name: 'Sam Okoro' })
  const mentee = await hospital.person({ name: 'Ana Ruiz' })
  const pair = await hospital.pair(id, mentor, mentee)
  const days = { from: Temporal.PlainDate.from('2026-01-01'), to: Temporal.PlainDate.from('2028-01-01') }
  const meetings = () => hospital.within((scope) => meetingsOfPair(scope, { pairId: pair.id, ...days }))
  return { mentor, mentee, meetings }
}

describe('logging a meeting', () => {
  test('day, minutes and note are kept and echoed in the person’s own way', async () => {
    const { mentee, meetings } = await pairUp()

    const outcome = await hospital.as(mentee).command('met yesterday 40 talked about rota')

    expect(wordsIn(outcome)).toContain('Sam Okoro')
    expect(wordsIn(outcome)).toContain('on Mon 15 March, 40 minutes.')
    expect(wordsIn(outcome)).toContain('talked about rota')
    const [meeting] = await meetings()
    expect(meeting).toMatchObject({ minutes: 40, note: 'talked about rota' })
    expect(meeting?.heldOn.toString()).toBe('2027-03-15')
  })

  test.each(['60 30/02/2027', '2027-02-30 60 the ward round', 'on 31 february'])(
    'met %s names a day that is none: nothing is stored, and what was typed comes back',
    async (typed) => {
      const { mentee, meetings } = await pairUp()

      const outcome = await hospital.as(mentee).command(`met ${typed}`)

      expect(wordsIn(outcome)).toContain('There is no such day')
      expect(wordsIn(outcome)).toContain(`met ${typed}`)
      expect(await meetings()).toEqual([])
    },
  )

  test('today is today on the person’s own calendar', async () => {
    const { id } = await hospital.program()
    const mentor = await hospital.person()
    const mentee = await hospital.person({ zone: 'Pacific/Auckland' })
    await hospital.pair(id, mentor, mentee)

    const outcome = await hospital.as(mentee).command('met 40')

    expect(wordsIn(outcome)).toContain('on Wed 17 March')
  })

  test('what both tell of one meeting is one meeting', async () => {
    const { mentor, mentee, meetings } = await pairUp()

    await hospital.as(mentee).command('met yesterday talked about rota')
    await hospital.as(mentor).command('met 45 today')

    expect(await meetings()).toMatchObject([{ minutes: 45, note: 'talked about rota' }])
  })

  test('both telling of it at the same moment still give one', async () => {
    const { mentor, mentee, meetings } = await pairUp()

    await Promise.all([hospital.as(mentee).command('met 40'), hospital.as(mentor).command('met 40')])

    expect(await meetings()).toHaveLength(1)
  })

  test('two meetings on two days are two', async () => {
    const { mentee, meetings } = await pairUp()

    await hospital.as(mentee).command('met 40 yesterday')
    await hospital.as(mentee).command('met 40 today')

    expect(await meetings()).toHaveLength(2)
  })

  test.each([
    ['met tomorrow 40', 'still to come'],
    ['met 2027-03-17', 'still to come'],
    ['met 40h', 'more than 10 hours'],
    ['met 4', 'from 5 minutes on'],
    ['met -5', 'from 5 minutes on'],
    ['met 2017-03-16', 'more than a year ago'],
  ])('%s is refused in a sentence, and comes back', async (words, sentence) => {
    const { mentee, meetings } = await pairUp()

    const outcome = await hospital.as(mentee).command(words)

    expect(wordsIn(outcome)).toContain(sentence)
    expect(wordsIn(outcome)).toContain(words)
    expect(await meetings()).toEqual([])
  })

  test('without words the form asks, for today unless another day is chosen', async () => {
    const { mentee, meetings } = await pairUp()

    const asked = await hospital.as(mentee).command('met')
    const about = asked.kind === 'form' ? asked.form.about : undefined
    await hospital
      .as(mentee)
      .submit('meeting.save', about, { heldOn: '2027-03-10', minutes: '30', note: 'ward' })

    expect(wordsIn(asked)).toContain('2027-03-16')
    expect(await meetings()).toMatchObject([{ minutes: 30, note: 'ward' }])
  })

  test('the form says at the field that a day is still to come', async () => {
    const { mentee, meetings } = await pairUp()

    const outcome = await hospital.as(mentee).submit('meeting.save', undefined, { heldOn: '2027-03-20' })

    expect(outcome).toMatchObject({
      kind: 'errors',
      errors: { heldOn: expect.stringContaining('still to come') },
    })
    expect(await meetings()).toEqual([])
  })

  test('a mentor of two chooses whom, with everything typed already filled in', async () => {
    const { mentor, meetings } = await pairUp()
    const { id } = await hospital.program()
    await hospital.pair(id, mentor, await hospital.person({ name: 'Lee Chan' }))

    const asked = await hospital.as(mentor).command('met 40 yesterday rota')

    expect(asked.kind).toBe('form')
    for (const word of ['Ana Ruiz', 'Lee Chan', '40', '2027-03-15', 'rota'])
      expect(wordsIn(asked)).toContain(word)
    expect(await meetings()).toEqual([])
  })

  test('somebody else’s pair in a payload is refused, and what was typed comes back', async () => {
    const { mentee, meetings } = await pairUp()
    const asked = await hospital.as(mentee).command('met')
    const about = asked.kind === 'form' ? asked.form.about : undefined
    const stranger = await pairUp()

    const outcome = await hospital
      .as(stranger.mentee)
      .submit('meeting.save', about, { heldOn: '2027-03-10', note: 'not mine' })

    expect(wordsIn(outcome)).toContain('no longer active')
    expect(wordsIn(outcome)).toContain('not mine')
    expect(await meetings()).toEqual([])
  })

  test('the note is sealed', async () => {
    const { mentee } = await pairUp()
    await hospital.as(mentee).command('met 40 the weaving shed')

    const rows = await hospital.within(({ tx }) => tx.$queryRaw`select m::text from meetings m`)

    expect(JSON.stringify(rows)).not.toContain('weaving')
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('weaving').toString('hex'))
  })

  test('somebody without a pair reads why there is nothing to log', async () => {
    const lonely = await hospital.person()

    const outcome = await hospital.as(lonely).command('met 40')

    expect(wordsIn(outcome)).toContain('no mentor or mentee yet')
  })
})
