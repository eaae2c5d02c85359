import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { closePair } from '../../../src/store/pairs.ts'
import { wordsIn } from '../../support/hospital.ts'
import {
  aboutOf,
  answers,
  answerTo,
  buttonsIn,
  dumpOf,
  labelsIn,
  openCheckIn,
  openStage,
  type Stage,
} from './conversation-stage.ts'

let stage: Stage

beforeEach(async () => {
  stage = await openStage()
})

afterEach(() => stage.hospital.close())

describe('free text', () => {
  test('is taken for 24 hours after the question, and not a minute longer', async () => {
    const { asMentee, hospital } = stage
    await askedForLearned()
    hospital.at({ hours: 24, minutes: 1 })

    const shown = await asMentee.say('Forgottenwords')

    expect(labelsIn(shown)).toEqual([
      'Answer my check-in',
      'Log a meeting',
      'Goal progress',
      'What can you do?',
    ])
    expect(wordsIn(shown)).not.toContain('Forgottenwords')
    expect(await answerTo(hospital, stage.mentees, 'learned')).toBeUndefined()
    expect(await dumpOf(hospital)).not.toContain('Forgottenwords')
  })

  test('is not taken for a check-in whose successor has opened', async () => {
    const { asMentee, hospital, mentee, pair } = stage
    await askedForLearned()
    await openCheckIn(hospital, { pair, person: mentee, on: '2027-02-02' })

    const shown = await asMentee.say('Too late for this one')

    expect(wordsIn(shown)).toContain('I have not kept that')
    expect(await learned()).toBeUndefined()
  })

  test('nobody asked for is not kept, and the bot offers what it could be', async () => {
    const shown = await stage.asMentee.say('Good morning')

    expect(buttonsIn(shown)[0]).toMatchObject({ verb: 'checkin.answer', about: stage.mentees })
    expect(await answers(stage.hospital, stage.mentees)).toEqual([])
  })

  test('that begins like a command is still the answer to an open question', async () => {
    await askedForLearned()

    await stage.asMentee.say('Meet people where they are')

    expect((await learned())?.value).toEqual({ kind: 'words', text: 'Meet people where they are' })
  })

  test('answers the pair that was asked about last', async () => {
    const { asMentor, hospital, mentors } = stage
    const other = await hospital.person({ name: 'Tomaž Novak' })
    const pair = await hospital.pair(stage.programId, stage.mentor, other)
    const second = await openCheckIn(hospital, { pair, person: stage.mentor })
    for (const checkIn of [mentors, second]) {
      await asMentor.press('checkin.pick', `${checkIn}:met:no`)
      await asMentor.press('checkin.pass', `${checkIn}:how`)
    }

    const shown = await asMentor.say('He took the lead')

    expect((await answerTo(hospital, second, 'learned'))?.value).toMatchObject({ text: 'He took the lead' })
    expect(await answerTo(hospital, mentors, 'learned')).toBeUndefined()
    expect(wordsIn(shown)).toContain('Tomaž')
  })

  test('with two pairs the nudge about both stays, and the end of one leads to the other', async () => {
    const { asMentor, hospital, mentors } = stage
    const other = await hospital.person({ name: 'Tomaž Novak' })
    const pair = await hospital.pair(stage.programId, stage.mentor, other)
    const second = await openCheckIn(hospital, { pair, person: stage.mentor })

    const shown = [
      await asMentor.press('checkin.answer', mentors),
      await asMentor.press('checkin.not-met', mentors),
    ]
    const form = await asMentor.press('checkin.form', mentors)
    const done = await asMentor.submit('checkin.save', aboutOf(form), {})

    for (const outcome of shown) expect(outcome).not.toHaveProperty('replace')
    expect(buttonsIn(done)[0]).toMatchObject({ label: 'Now Tomaž', verb: 'checkin.answer', about: second })
  })

  test('with an NHS number is refused, and nothing of it is stored', async () => {
    const { asMentee, hospital } = stage
    await askedForLearned()

    const shown = await asMentee.say('Saw NHS number 943 476 5919 today')

    expect(wordsIn(shown)).toContain('943 ••• ••19')
    expect(await learned()).toBeUndefined()
    expect(await dumpOf(hospital)).not.toContain('5919')
  })

  test('delivered twice is stored once and answered once', async () => {
    await askedForLearned()
    const twice = { key: 'event-1', message: 'm1' }

    await stage.asMentee.say('I learned to ask', twice)
    const second = await stage.asMentee.say('I learned to ask', twice)

    expect(second).toEqual({ kind: 'silence' })
    expect((await learned())?.value).toMatchObject({ text: 'I learned to ask' })
    expect(await answerTo(stage.hospital, stage.mentees, 'in-the-way')).toBeUndefined()
  })
})

describe('not this', () => {
  test('takes the answer back and asks again', async () => {
    await askedForLearned()
    await stage.asMentee.say('That was for somebody else')

    const shown = await stage.asMentee.press('checkin.not-this', `${stage.mentees}:learned`)
    expect(await learned()).toBeUndefined()
    await stage.asMentee.say('This is meant')

    expect(wordsIn(shown)).toContain('Taken back')
    expect((await learned())?.value).toMatchObject({ text: 'This is meant' })
  })
})

describe('one’s own chat message', () => {
  test('edited, changes the answer; the receipt names question and reader', async () => {
    await askedForLearned()
    await stage.asMentee.say('I lernd', { message: 'm1' })

    const shown = await stage.asMentee.edit('m1', 'I learned')

    expect((await learned())?.value).toEqual({ kind: 'words', text: 'I learned' })
    expect(wordsIn(shown)).toContain('one thing you learned')
    expect(wordsIn(shown)).toContain('You and Amira can read this')
  })

  test('deleted, takes the answer back', async () => {
    await askedForLearned()
    await stage.asMentee.say('I learned', { message: 'm1' })

    const shown = await stage.asMentee.unsay('m1')

    expect(await learned()).toBeUndefined()
    expect(wordsIn(shown)).toContain('Taken back')
  })

  test('edited after the next check-in opened, changes nothing', async () => {
    const { asMentee, hospital, mentee, pair } = stage
    await askedForLearned()
    await asMentee.say('I learned', { message: 'm1' })
    await openCheckIn(hospital, { pair, person: mentee, on: '2027-02-02' })

    const shown = await asMentee.edit('m1', 'Something else')

    expect(wordsIn(shown)).toContain('closed')
    expect((await learned())?.value).toMatchObject({ text: 'I learned' })
  })

  test('edited by somebody else, or no answer at all, is met with silence', async () => {
    await askedForLearned()
    await stage.asMentee.say('I learned', { message: 'm1' })

    expect(await stage.asMentor.edit('m1', 'Not mine')).toEqual({ kind: 'silence' })
    expect(await stage.asMentee.unsay('m2')).toEqual({ kind: 'silence' })
    expect((await learned())?.value).toMatchObject({ text: 'I learned' })
  })
})

describe('old and foreign buttons', () => {
  test('of a closed pair change nothing and say so', async () => {
    const { asMentee, hospital, mentees, pair } = stage
    await hospital.within((scope) => closePair(scope, pair.id))

    for (const verb of ['checkin.answer', 'checkin.form', 'checkin.not-met'])
      expect(wordsIn(await asMentee.press(verb, mentees))).toContain('closed')
    expect(wordsIn(await asMentee.press('checkin.pick', `${mentees}:met:yes`))).toContain('closed')
    expect(await answers(hospital, mentees)).toEqual([])
  })

  test('of another’s check-in neither show nor change it', async () => {
    const { asMentor, hospital, mentees } = stage
    await askedForLearned()
    await stage.asMentee.say('Not for the mentor yet')
    const before = await answers(hospital, mentees)

    const shown = [
      await asMentor.press('checkin.answer', mentees),
      await asMentor.press('checkin.form', mentees),
      await asMentor.press('checkin.pick', `${mentees}:how:1`),
      await asMentor.press('checkin.pass', `${mentees}:next-step`),
      await asMentor.press('checkin.not-this', `${mentees}:learned`),
      await asMentor.press('checkin.read-by', `${mentees}:learned:pair-and-coordinator`),
      await asMentor.press('checkin.reader', `${mentees}:learned`),
    ]

    for (const outcome of shown) expect(wordsIn(outcome)).toContain('That check-in is closed')
    expect(await answers(hospital, mentees)).toEqual(before)
  })

  test('a form of another’s check-in is refused with what was typed', async () => {
    const { asMentor, hospital, mentees } = stage

    const shown = await asMentor.submit('checkin.save', mentees, { learned: 'Words not to lose' })

    expect(wordsIn(shown)).toContain('Words not to lose')
    expect(await answers(hospital, mentees)).toEqual([])
  })

  test('*skip this one* pressed late does not wipe an answer', async () => {
    await askedForLearned()
    await stage.asMentee.say('I learned')

    await stage.asMentee.press('checkin.pass', `${stage.mentees}:learned`)

    expect((await learned())?.value).toMatchObject({ text: 'I learned' })
  })

  test('a question or value that does not exist changes nothing', async () => {
    const { asMentee, hospital, mentees } = stage

    for (const about of ['met:perhaps', 'how:6', 'goal:none:yes', 'nothing:1'])
      expect(wordsIn(await asMentee.press('checkin.pick', `${mentees}:${about}`))).toContain('not asked')
    expect(await answers(hospital, mentees)).toEqual([])
  })
})

test('an invited person joins by answering', async () => {
  const { asMentee, hospital, mentee, mentees } = stage
  await hospital.within(({ tx }) =>
    tx.enrollment.updateMany({ where: { personId: mentee.id }, data: { state: 'invited' } }),
  )

  await asMentee.press('checkin.not-met', mentees)

  const enrollment = await hospital.within(({ tx }) =>
    tx.enrollment.findFirst({ where: { personId: mentee.id } }),
  )
  expect(enrollment?.state).toBe('active')
})

describe('told, not buried', () => {
  test('a rating of 1 shows the organization’s own ways out', async () => {
    const { asMentee, mentees } = stage

    const shown = await asMentee.press('checkin.pick', `${mentees}:how:1`)

    expect(wordsIn(shown)).toContain('Ring 5555')
    expect(wordsIn(shown)).toContain('Guardian, 5557')
    expect(wordsIn(await asMentee.press('checkin.pick', `${mentees}:how:2`))).not.toContain('Ring 5555')
  })

  test('an urgent request goes to every coordinator without a conflict, and its author reads what it is not', async () => {
    const { asMentee, coordinator, hospital, mentees } = stage
    await hospital.person({ name: 'Boss of Amira', email: 'boss@example.org' })

    const shown = await asMentee.press('checkin.pick', `${mentees}:coordinator:urgent`)
    await asMentee.say('Please ring me before Friday')

    expect(wordsIn(shown)).toContain('not an emergency service')
    expect(wordsIn(shown)).toContain('Ring 5555')
    const sent = await urgentRequests()
    expect(sent.map(({ user, kind }) => [user, kind])).toEqual([
      [coordinator.accounts[0]?.user, 'send'],
      [coordinator.accounts[0]?.user, 'update'],
    ])
    expect(sent[0]?.message.preview).not.toContain('Priya')
    expect(wordsIn(sent[1]?.message)).toContain('Please ring me before Friday')
    expect(sent.every(({ channel }) => channel === null)).toBe(true)
  })

  test('the ways out are still there at the end, and words for the coordinator can be skipped', async () => {
    const { asMentee, hospital, mentees } = stage
    const form = await asMentee.press('checkin.form', mentees)
    await asMentee.submit('checkin.save', aboutOf(form), { met: 'no' })
    await asMentee.press('checkin.not-this', `${mentees}:coordinator`)
    await asMentee.say('urgent')

    const shown = await asMentee.say('skip')

    expect(wordsIn(shown)).toContain('Ring 5555')
    expect((await answerTo(hospital, mentees, 'coordinator'))?.value).toEqual({
      kind: 'coordinator',
      wish: 'urgent',
    })
  })

  test('an urgent request that nobody can take is not promised to anybody', async () => {
    const { asMentee, hospital, mentees, coordinator } = stage
    await hospital.within(({ tx }) => tx.account.deleteMany({ where: { personId: coordinator.id } }))

    const shown = await asMentee.press('checkin.pick', `${mentees}:coordinator:urgent`)

    expect(wordsIn(shown)).toContain('could not reach a coordinator')
    expect(wordsIn(shown)).toContain('Ring 5555')
  })

  test('a request taken back before it went out never goes; made again it is sent', async () => {
    const { asMentee, mentees } = stage
    await asMentee.press('checkin.pick', `${mentees}:coordinator:urgent`)

    await asMentee.press('checkin.not-this', `${mentees}:coordinator`)
    await asMentee.press('checkin.pick', `${mentees}:coordinator:urgent`)

    const sent = (await urgentRequests()).filter(({ message }) => message !== null)
    expect(sent.map(({ kind }) => kind)).toEqual(['send'])
  })

  test('a request taken back after it went out says so to the coordinator, without its words', async () => {
    const { asMentee, hospital, mentees } = stage
    await asMentee.press('checkin.pick', `${mentees}:coordinator:urgent`)
    await hospital.within(({ tx }) =>
      tx.outboxEntry.updateMany({ where: { key: { startsWith: 'urgent:' } }, data: { state: 'sent' } }),
    )

    await asMentee.press('checkin.not-this', `${mentees}:coordinator`)

    const changed = (await urgentRequests()).filter(({ kind }) => kind === 'update')
    expect(wordsIn(changed)).toContain('has taken back a request to you')
  })

  test('a plain yes with words from the form is kept for the coordinator', async () => {
    const { asMentee, hospital, mentees } = stage
    const form = await asMentee.press('checkin.form', mentees)

    await asMentee.submit('checkin.save', aboutOf(form), { met: 'no', 'coordinator.words': 'About my rota' })

    expect(await answerTo(hospital, mentees, 'coordinator')).toMatchObject({
      value: { kind: 'coordinator', wish: 'yes', words: 'About my rota' },
      reader: 'coordinator',
    })
    expect(await urgentRequests()).toEqual([])
    const [card] = (await hospital.outbox()).filter(({ key }) => key.startsWith('help:'))
    expect(wordsIn(card?.message)).toContain('About my rota')
  })

  test('words that somebody lets the coordinator read of their own accord reach the coordinators', async () => {
    const { asMentee, coordinator, hospital, mentees } = stage
    await askedForLearned()
    await asMentee.say('I asked for help before it was late')

    const shown = await asMentee.press('checkin.read-by', `${mentees}:learned:pair-and-coordinator`)

    const cards = (await hospital.outbox()).filter(({ key }) => key.startsWith('help:'))
    expect(cards.map(({ user }) => user)).toEqual([coordinator.accounts[0]?.user])
    expect(wordsIn(cards)).toContain('I asked for help before it was late')
    expect(wordsIn(shown)).toContain('Ring 5555')
  })
})

async function askedForLearned(): Promise<void> {
  const { asMentee, mentees } = stage
  await asMentee.press('checkin.pick', `${mentees}:met:no`)
  await asMentee.press('checkin.pass', `${mentees}:how`)
}

function learned() {
  return answerTo(stage.hospital, stage.mentees, 'learned')
}

/** Those sent, then those changed in their place. */
async function urgentRequests() {
  const told = (await stage.hospital.outbox()).filter(({ key }) => key.startsWith('urgent:'))
  return told.sort((a, b) => a.kind.localeCompare(b.kind))
}
