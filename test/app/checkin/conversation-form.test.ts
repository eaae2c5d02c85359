import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createIntentHandler } from '../../../src/app/handle-intent.ts'
import { wordsIn } from '../../support/hospital.ts'
import { setGoal } from '../../support/set-goal.ts'
import {
  aboutOf,
  answers,
  answerTo,
  buttonsIn,
  dumpOf,
  fieldNamesIn,
  openCheckIn,
  openStage,
  type Stage,
  stateOf,
} from './conversation-stage.ts'

let stage: Stage

beforeEach(async () => {
  stage = await openStage()
})

afterEach(() => stage.hospital.close())

describe('chat and form', () => {
  test('a mentee who answers in the chat and finishes in the form is asked each question once', async () => {
    const { asMentee, hospital, mentees } = stage
    await asMentee.press('checkin.answer', mentees)
    await asMentee.press('checkin.pick', `${mentees}:met:no`)
    await asMentee.press('checkin.pick', `${mentees}:how:3`)
    await asMentee.say('I learned to triage')

    const form = await asMentee.press('checkin.form', mentees)
    const saved = await asMentee.submit('checkin.save', aboutOf(form), { 'in-the-way': 'Night shifts' })

    expect(fieldNamesIn(form)).toEqual([
      'in-the-way',
      'in-the-way.reader',
      'next-step',
      'next-step.by',
      'next-step.reader',
      'coordinator',
      'coordinator.words',
    ])
    expect(wordsIn(saved)).toContain('Thank you')
    expect(await stateOf(hospital, mentees)).toBe('answered')
    expect((await answerTo(hospital, mentees, 'learned'))?.value).toEqual({
      kind: 'words',
      text: 'I learned to triage',
    })
    expect((await answerTo(hospital, mentees, 'next-step'))?.value).toEqual({ kind: 'passed' })
  })

  test('begun in the form, the chat goes on with what is left, also after a restart', async () => {
    const { asMentee, hospital, mentee, mentees } = stage
    await asMentee.press('checkin.answer', mentees)
    await asMentee.press('checkin.pick', `${mentees}:met:no`)
    await asMentee.press('checkin.pick', `${mentees}:how:3`)

    const [account] = mentee.accounts
    if (!account) throw new Error('no account')
    const restarted = createIntentHandler(hospital.world)
    const shown = await restarted.handle({
      key: 'after-restart',
      account,
      place: { kind: 'personal' },
      kind: 'say',
      text: 'I learned to ask',
      message: 'm1',
    })

    expect(wordsIn(shown)).toContain('4 of 6')
    expect((await answerTo(hospital, mentees, 'learned'))?.value).toMatchObject({ text: 'I learned to ask' })
  })

  test('a form opened earlier and sent later loses nothing that was answered in the chat meanwhile', async () => {
    const { asMentee, hospital, mentees } = stage
    const form = await asMentee.press('checkin.form', mentees)
    await asMentee.press('checkin.answer', mentees)
    await asMentee.press('checkin.pick', `${mentees}:met:no`)
    await asMentee.press('checkin.pass', `${mentees}:how`)
    await asMentee.say('From the chat')
    await asMentee.say('Also from the chat')

    await asMentee.submit('checkin.save', aboutOf(form), { 'in-the-way': 'From the form' })

    expect((await answerTo(hospital, mentees, 'met'))?.value).toEqual({ kind: 'met', met: false })
    expect((await answerTo(hospital, mentees, 'learned'))?.value).toMatchObject({ text: 'From the chat' })
    expect((await answerTo(hospital, mentees, 'in-the-way'))?.value).toMatchObject({ text: 'From the form' })
    expect(await stateOf(hospital, mentees)).toBe('answered')
  })

  test('an urgent request in a form reads at once what it is not, also where a question is left to ask', async () => {
    const { asMentee, hospital, mentee, mentees } = stage
    const form = await asMentee.press('checkin.form', mentees)
    const due = { title: 'Lead a handover', measure: 'yes-no', dueOn: '2027-03-01' }
    await setGoal(hospital, mentee, due)

    const saved = await asMentee.submit('checkin.save', aboutOf(form), {
      met: 'no',
      how: '1',
      coordinator: 'urgent',
    })

    expect(wordsIn(saved)).toContain('Where does this goal stand?')
    expect(wordsIn(saved)).toContain('not an emergency service')
    expect(wordsIn(saved)).toContain('Ring 5555')
  })

  test('a hard rating and a request in one form are answered with the ways out once', async () => {
    const { asMentee, mentees } = stage
    const form = await asMentee.press('checkin.form', mentees)

    const saved = await asMentee.submit('checkin.save', aboutOf(form), {
      met: 'no',
      how: '1',
      coordinator: 'yes',
    })

    expect(wordsIn(saved)).toContain('That is all for this time')
    expect(wordsIn(saved).split('Ring 5555')).toHaveLength(2)
  })

  test('only what has to be answered is asked for', async () => {
    const { asMentee, hospital, mentees } = stage
    const form = await asMentee.press('checkin.form', mentees)

    const refused = await asMentee.submit('checkin.save', aboutOf(form), { learned: 'A lot' })
    const taken = await asMentee.submit('checkin.save', aboutOf(form), { learned: 'A lot', met: 'no' })

    expect(refused).toMatchObject({ kind: 'errors', errors: { met: 'Please choose one.' } })
    expect(wordsIn(refused)).toContain('A lot')
    expect(taken.kind).toBe('show')
    expect(await stateOf(hospital, mentees)).toBe('answered')
  })

  test('a meeting to come is no meeting held', async () => {
    const { asMentee, hospital, mentees } = stage
    const form = await asMentee.press('checkin.form', mentees)

    const refused = await asMentee.submit('checkin.save', aboutOf(form), {
      met: 'yes',
      'met.on': '2027-02-01',
    })

    expect(refused).toMatchObject({
      kind: 'errors',
      errors: { 'met.on': expect.stringContaining('to come') },
    })
    expect(await answers(hospital, mentees)).toEqual([])
  })

  test('after it is finished the form shows the answers, and what is emptied is taken back', async () => {
    const { asMentee, hospital, mentees } = stage
    const first = await asMentee.press('checkin.form', mentees)
    await asMentee.submit('checkin.save', aboutOf(first), { met: 'no', learned: 'A lot', how: '4' })

    const form = await asMentee.press('checkin.form', mentees)
    await asMentee.submit('checkin.save', aboutOf(form), { met: 'no', how: '5' })

    expect(wordsIn(form)).toContain('A lot')
    expect((await answerTo(hospital, mentees, 'learned'))?.value).toEqual({ kind: 'passed' })
    expect((await answerTo(hospital, mentees, 'how'))?.value).toEqual({ kind: 'rating', rating: 5 })
  })
})

describe('a program’s own script', () => {
  test('is asked as it stands, and what it requires can be passed over neither here nor there', async () => {
    const ask = { mentor: 'How was the week?', mentee: 'How was your week?' }
    const settings = {
      check_in: {
        script: [
          {
            id: 'week',
            kind: 'choice',
            ask,
            required: 'yes',
            reader: 'pair',
            options: ['Calm', 'Busy: very'],
          },
          { id: 'why', kind: 'text', ask: 'What made it so?', required: 'yes' },
        ],
      },
    }
    await stage.hospital.close()
    stage = await openStage(settings)
    const { asMentee, hospital, mentees } = stage

    const question = await asMentee.press('checkin.answer', mentees)
    const passed = await asMentee.press('checkin.pass', `${mentees}:week`)
    const next = await asMentee.press('checkin.pick', `${mentees}:week:1`)
    const skipped = await asMentee.say('skip')
    const done = await asMentee.say('Two people were ill')

    expect(buttonsIn(question).map(({ label }) => label)).toEqual([
      'Calm',
      'Busy: very',
      'Change who reads it',
      'Open form',
    ])
    expect(wordsIn(passed)).toContain('How was your week?')
    expect(wordsIn(next)).toContain('What made it so?')
    expect(wordsIn(skipped)).toContain('I did not catch that')
    expect(wordsIn(done)).toContain('Thank you')
    expect(await answerTo(hospital, mentees, 'week')).toMatchObject({
      value: { kind: 'choice', option: 'Busy: very' },
      reader: 'pair',
    })
    expect(await answerTo(hospital, mentees, 'why')).toMatchObject({
      value: { kind: 'words', text: 'Two people were ill' },
      reader: 'only-me',
    })
  })
})

describe('the checkin command', () => {
  test('opens the form of the one check-in that is open', async () => {
    const shown = await stage.asMentee.command('checkin')

    expect(shown).toMatchObject({ kind: 'form', form: { verb: 'checkin.save' } })
  })

  test('with two pairs it asks which, and a name says which, a slip forgiven', async () => {
    const { asMentor, mentors } = stage
    const second = await secondPair()

    const picker = await asMentor.command('checkin')
    const named = await asMentor.command('checkin tomaz')
    const slipped = await asMentor.command('checkin Pryia')
    const unknown = await asMentor.command('checkin Zebedee')

    expect(
      buttonsIn(picker)
        .map(({ about }) => about)
        .sort(),
    ).toEqual([mentors, second].sort())
    expect(aboutOf(named)).toContain(second)
    expect(aboutOf(slipped)).toContain(mentors)
    expect(wordsIn(unknown)).toContain('Zebedee')
  })

  test('with nothing open it says when the next one comes and lets the last answers be changed', async () => {
    const { asMentee, hospital, mentees, mentee, pair } = stage
    const form = await asMentee.press('checkin.form', mentees)
    await asMentee.submit('checkin.save', aboutOf(form), { met: 'no' })
    const next = await openCheckIn(hospital, { pair, person: mentee, on: '2027-02-02' })
    await hospital.within(({ tx }) =>
      tx.checkIn.update({
        where: { id: next },
        data: { state: 'waiting', nextAt: new Date('2027-02-02T09:00:00Z') },
      }),
    )

    const shown = await asMentee.command('checkin')

    expect(wordsIn(shown)).toContain('2 February')
    expect(buttonsIn(shown).map(({ about }) => about)).toEqual([mentees])
  })
})

describe('nothing of it lies open', () => {
  test('a dump of the database shows nothing that people wrote, and no message what is only theirs', async () => {
    const { asMentee, asMentor, hospital, mentees, mentors } = stage
    const outcomes: unknown[] = []
    const note = async (shown: Promise<unknown>) => outcomes.push(await shown)
    await asMentee.press('checkin.answer', mentees)
    await note(asMentee.press('checkin.pick', `${mentees}:met:no`))
    await note(asMentee.press('checkin.pick', `${mentees}:how:2`))
    await note(asMentee.say('Sharedwithmypair'))
    await note(asMentee.say('Onlyformyself'))
    await note(asMentee.say('Sharednextstep'))
    await note(asMentee.press('checkin.pick', `${mentees}:coordinator:no`))
    const form = await asMentor.press('checkin.form', mentors)
    await note(
      asMentor.submit('checkin.save', aboutOf(form), { met: 'no', 'in-the-way': 'Alsoonlyformyself' }),
    )

    const dump = await dumpOf(hospital)
    const messages = wordsIn([outcomes, await hospital.outbox()])

    for (const word of ['Sharedwithmypair', 'Onlyformyself', 'Sharednextstep', 'Alsoonlyformyself'])
      expect(dump).not.toContain(word)
    expect(dump).toContain(mentees)
    expect(messages).toContain('Sharedwithmypair')
    expect(messages).not.toContain('nlyformyself')
  })
})

async function secondPair(): Promise<string> {
  const { hospital, mentor, programId } = stage
  const other = await hospital.person({ name: 'Tomaž Novak' })
  const pair = await hospital.pair(programId, mentor, other)
  return await openCheckIn(hospital, { pair, person: mentor, on: '2027-01-19' })
}
