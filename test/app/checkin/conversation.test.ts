import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createGoal } from '../../../src/store/goals.ts'
import { wordsIn } from '../../support/hospital.ts'
import { answers, answerTo, labelsIn, openStage, type Stage, stateOf, tap } from './conversation-stage.ts'

let stage: Stage

beforeEach(async () => {
  stage = await openStage()
})

afterEach(() => stage.hospital.close())

describe('question by question in the chat', () => {
  test('a mentee answers everything by taps and words, and each question comes once', async () => {
    const { asMentee, hospital, mentees } = stage
    const asked: string[] = []
    const noteQuestion = (question: unknown) => asked.push(wordsIn(question))

    let shown = await asMentee.press('checkin.answer', mentees)
    noteQuestion(shown)
    shown = await tap(asMentee, shown, 'We met')
    shown = await tap(asMentee, shown, '45 min')
    noteQuestion(shown)
    shown = await tap(asMentee, shown, '4')
    noteQuestion(shown)
    shown = await asMentee.say('I led the handover')
    noteQuestion(shown)
    shown = await asMentee.say('Too few supervised shifts')
    noteQuestion(shown)
    shown = await asMentee.say('Book the simulation room by Friday')
    noteQuestion(shown)
    shown = await tap(asMentee, shown, 'No')

    expect(asked.map((words) => /(\d) of 6/.exec(words)?.[1])).toEqual(['1', '2', '3', '4', '5', '6'])
    expect(wordsIn(shown)).toContain('Thank you')
    expect(await stateOf(hospital, mentees)).toBe('answered')
    const kept = await answers(hospital, mentees)
    expect(kept.map(({ question, value, reader, via }) => ({ question, value, reader, via }))).toEqual(
      expect.arrayContaining([
        {
          question: 'met',
          value: { kind: 'met', met: true, heldOn: '2027-01-19', minutes: 45 },
          reader: 'pair-and-coordinator',
          via: 'chat',
        },
        { question: 'how', value: { kind: 'rating', rating: 4 }, reader: 'only-me', via: 'chat' },
        {
          question: 'learned',
          value: { kind: 'words', text: 'I led the handover' },
          reader: 'pair',
          via: 'chat',
        },
        {
          question: 'in-the-way',
          value: { kind: 'words', text: 'Too few supervised shifts' },
          reader: 'only-me',
          via: 'chat',
        },
      ]),
    )
    expect(kept).toHaveLength(6)
  })

  test('presses take the place of the message pressed; the receipt names the question and the reader', async () => {
    const { asMentee, mentees } = stage
    await asMentee.press('checkin.answer', mentees)
    await asMentee.press('checkin.pick', `${mentees}:met:no`)

    const shown = await asMentee.press('checkin.pick', `${mentees}:how:4`)

    expect(shown).toMatchObject({ kind: 'show', replace: true })
    expect(wordsIn(shown)).toContain('How is the mentoring going for you?')
    expect(wordsIn(shown)).toContain('Only you can read this')
    expect(labelsIn(shown)).toContain('Not this')
    expect(wordsIn(shown)).toContain('one thing you learned')
  })

  test('typed choices are understood', async () => {
    const { asMentee, hospital, mentees } = stage
    const goal = await menteesGoal()
    await asMentee.press('checkin.answer', mentees)

    await asMentee.say('we met')
    await asMentee.say('50 minutes')
    await asMentee.say('4')
    await asMentee.say('skip')
    await asMentee.say('skip')
    await asMentee.say('60% drafted the protocol')
    await asMentee.say('Ask for feedback')
    await asMentee.say('no')

    expect((await answerTo(hospital, mentees, 'met'))?.value).toMatchObject({ met: true, minutes: 50 })
    expect((await answerTo(hospital, mentees, 'how'))?.value).toEqual({ kind: 'rating', rating: 4 })
    expect((await answerTo(hospital, mentees, `goal:${goal}`))?.value).toEqual({
      kind: 'goal',
      value: 60,
      note: 'drafted the protocol',
    })
    expect(await stateOf(hospital, mentees)).toBe('answered')
  })

  test('words that do not answer a choice are not kept, and the question is put again', async () => {
    const { asMentee, hospital, mentees } = stage
    await asMentee.press('checkin.answer', mentees)

    const shown = await asMentee.say('well, it depends')

    expect(wordsIn(shown)).toContain('I did not catch that')
    expect(labelsIn(shown)).toContain('We met')
    expect(await answers(hospital, mentees)).toEqual([])
  })

  test('*we met* is a meeting of the pair, told by both sides once; *not this* takes it back', async () => {
    const { asMentee, asMentor, mentees, mentors } = stage
    await asMentee.press('checkin.pick', `${mentees}:met:yes`)
    await asMentee.press('checkin.pick', `${mentees}:met.minutes:30`)
    await asMentor.press('checkin.pick', `${mentors}:met:yes`)
    expect(await meetings()).toEqual([30])

    await asMentor.press('checkin.not-this', `${mentors}:met`)
    await asMentee.press('checkin.not-this', `${mentees}:met`)

    expect(await meetings()).toEqual([])
  })

  test('*we met* means the meeting that was told of already, whoever told of it', async () => {
    const { asMentee, asMentor, mentees, mentors } = stage
    stage.hospital.at({ days: 2 })
    await asMentor.command('met 40 yesterday')

    const mentee = await asMentee.press('checkin.pick', `${mentees}:met:yes`)
    const mentor = await asMentor.press('checkin.pick', `${mentors}:met:yes`)

    expect(await meetings()).toEqual([40])
    expect((await answerTo(stage.hospital, mentees, 'met'))?.value).toMatchObject({ heldOn: '2027-01-20' })
    for (const shown of [mentee, mentor]) expect(wordsIn(shown)).toContain('2 of 6')
  })

  test('a meeting told of before the check-in opened outlives *not this*', async () => {
    const { asMentee, hospital, mentees } = stage
    hospital.at({ hours: -1 })
    await asMentee.command('met 40 today')
    hospital.at({ hours: 1 })
    await asMentee.press('checkin.pick', `${mentees}:met:yes`)

    await asMentee.press('checkin.not-this', `${mentees}:met`)

    expect(await meetings()).toEqual([40])
  })

  test('a mentor gets a tip that says ask before tell, a mentee one that leaves the agenda to them', async () => {
    const { asMentor, asMentee, mentors, mentees } = stage

    const toMentor = await asMentor.press('checkin.answer', mentors)
    const toMentee = await asMentee.press('checkin.answer', mentees)

    expect(wordsIn(toMentor)).toMatch(/Tip: ask .* before you tell/)
    expect(wordsIn(toMentee)).toContain('Tip: ')
    expect(wordsIn(toMentee)).not.toMatch(/Tip: ask .* before you tell/)
  })

  test('*we have not met* pressed twice is noted twice, and nothing else is said of it', async () => {
    const { asMentee, mentees } = stage
    await asMentee.press('checkin.not-met', mentees)

    const again = await asMentee.press('checkin.not-met', mentees)

    expect(wordsIn(again)).toContain('Noted: ')
    expect(wordsIn(again)).not.toContain('From now on')
  })

  test('*we have not met* on the nudge answers the first question and asks the next', async () => {
    const { asMentee, hospital, mentees } = stage

    const shown = await asMentee.press('checkin.not-met', mentees)

    expect((await answerTo(hospital, mentees, 'met'))?.value).toEqual({ kind: 'met', met: false })
    expect(wordsIn(shown)).toContain('2 of 6')
  })

  test('a goal moves by its owner’s answer, not by the mentor’s view of it', async () => {
    const { asMentee, asMentor, mentees, mentors } = stage
    const goal = await menteesGoal()
    await asMentee.submit('checkin.save', `${mentees}:goal:${goal}`, { [`goal:${goal}`]: '60' })
    await asMentor.submit('checkin.save', `${mentors}:goal:${goal}`, { [`goal:${goal}`]: '20' })

    expect(await standings()).toEqual([60])
  })

  test('a goal reached in the check-in can still be taken back there', async () => {
    const { asMentee, mentees } = stage
    const goal = await menteesGoal()
    await asMentee.submit('checkin.save', `${mentees}:goal:${goal}`, { [`goal:${goal}`]: '100' })

    const shown = await asMentee.press('checkin.not-this', `${mentees}:goal:${goal}`)

    expect(wordsIn(shown)).toContain('Goal 1: Lead a ward round')
    expect(await standings()).toEqual([])
    const state = await stage.hospital.within(({ tx }) => tx.goal.findFirst({ select: { state: true } }))
    expect(state).toEqual({ state: 'open' })
  })
})

async function menteesGoal(): Promise<string> {
  const { hospital, mentee, pair } = stage
  const goal = await hospital.within((scope) =>
    createGoal(scope, {
      pairId: pair.id,
      ownerId: mentee.id,
      title: 'Lead a ward round',
      measure: 'percent',
      baseline: 0,
      target: 100,
      startsOn: Temporal.PlainDate.from('2027-01-04'),
      dueOn: Temporal.PlainDate.from('2027-06-01'),
      milestones: [],
    }),
  )
  return goal.id
}

function meetings(): Promise<(number | null)[]> {
  return stage.hospital.within(async ({ tx }) => (await tx.meeting.findMany()).map(({ minutes }) => minutes))
}

function standings(): Promise<number[]> {
  return stage.hospital.within(async ({ tx }) =>
    (await tx.progressEntry.findMany()).map(({ value }) => value),
  )
}
