import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Queued } from '../../../src/catalogue/hospital.ts'
import { wordsIn } from '../../support/hospital.ts'
import { aboutOf, answerTo, labelsIn, openCheckIn, openStage, type Stage, tap } from './conversation-stage.ts'

let stage: Stage

beforeEach(async () => {
  stage = await openStage()
})

afterEach(() => stage.hospital.close())

describe('who will read it', () => {
  test('stands beside the question, and the four readers are one tap away', async () => {
    const question = await askedForLearned()

    const readers = await tap(stage.asMentee, question, 'Change who reads it')

    expect(wordsIn(question)).toContain('You and Amira can read this.')
    expect(labelsIn(readers)).toEqual(['Only me', 'My pair', 'The coordinator', 'Pair and coordinator'])
  })

  test('a reader chosen for the answer to come holds for it', async () => {
    const question = await askedForLearned()
    const readers = await tap(stage.asMentee, question, 'Change who reads it')
    const again = await tap(stage.asMentee, readers, 'Pair and coordinator')

    await stage.asMentee.say('I learned to ask')

    expect(wordsIn(again)).toContain('You, Amira and the coordinator can read this.')
    expect((await learned())?.reader).toBe('pair-and-coordinator')
  })

  test('fewer readers are remembered for the next check-in', async () => {
    await askedForLearned()
    await stage.asMentee.press('checkin.read-by', `${stage.mentees}:learned:only-me`)
    await stage.asMentee.say('For me alone')

    expect((await learned())?.reader).toBe('only-me')
    expect(wordsIn(await askedNextTime())).toContain('Only you can read this.')
  })

  test('more readers hold for that answer only', async () => {
    await askedForLearned()
    await stage.asMentee.press('checkin.read-by', `${stage.mentees}:learned:pair-and-coordinator`)
    await stage.asMentee.say('For everybody')

    expect(wordsIn(await askedNextTime())).toContain('You and Amira can read this.')
  })

  test('a question that is for its author alone offers the form first and says why', async () => {
    await askedForLearned()

    const question = await stage.asMentee.say('I learned to ask')

    expect(wordsIn(question)).toContain('What is in the way right now?')
    expect(wordsIn(question)).toContain('also stays in your employer’s Slack')
    expect(labelsIn(question).filter((label) => label !== 'Not this')[0]).toBe('Open form')
  })

  test('in the form each free answer has its reader beside it, and the choice is kept', async () => {
    const { asMentee, hospital, mentees } = stage
    const form = await asMentee.press('checkin.form', mentees)

    await asMentee.submit('checkin.save', aboutOf(form), {
      met: 'no',
      learned: 'A lot',
      'learned.reader': 'coordinator',
      'in-the-way': 'Nights',
    })

    expect((await answerTo(hospital, mentees, 'learned'))?.reader).toBe('coordinator')
    expect((await answerTo(hospital, mentees, 'in-the-way'))?.reader).toBe('only-me')
  })

  test('a reader that is none of the four changes nothing', async () => {
    await askedForLearned()
    await stage.asMentee.say('I learned to ask')

    await stage.asMentee.press('checkin.read-by', `${stage.mentees}:learned:everybody`)
    await stage.asMentee.press('checkin.read-by', `${stage.mentees}:how:pair`)

    expect((await learned())?.reader).toBe('pair')
  })
})

describe('the recap', () => {
  test('goes to each of the two when both are done, with what was shared and nothing else', async () => {
    const { mentor, mentee, hospital } = stage
    await mentorFinishes({ learned: 'Priya asks good questions', 'in-the-way': 'Rota gaps' })
    expect(await recaps()).toEqual([])

    await menteeFinishes({ learned: 'I led the handover', 'in-the-way': 'Tired', how: '2' })

    const sent = await recaps()
    expect(sent.map(({ user }) => user).sort()).toEqual(
      [mentor.accounts[0]?.user, mentee.accounts[0]?.user].sort(),
    )
    const toMentor = wordsIn(sent.find(({ user }) => user === mentor.accounts[0]?.user)?.message)
    expect(toMentor).toContain('I led the handover')
    expect(toMentor).not.toContain('Tired')
    expect(toMentor).not.toContain('Priya asks good questions')
    expect(wordsIn(await hospital.outbox())).not.toContain('Rota gaps')
  })

  test('goes to both also when both finish at the same moment', async () => {
    await Promise.all([mentorFinishes({ learned: 'She asks' }), menteeFinishes({ learned: 'He listens' })])

    expect(await recaps()).toHaveLength(2)
  })

  test('is not sent where nothing is shared', async () => {
    await mentorFinishes({})
    await menteeFinishes({ 'in-the-way': 'Tired' })

    expect(await recaps()).toEqual([])
  })

  test('narrowing afterwards changes it and says that it may have been read', async () => {
    const { asMentee, mentees, mentor } = stage
    await mentorFinishes({})
    await menteeFinishes({ learned: 'I led the handover', 'next-step': 'Book the room' })

    const shown = await asMentee.press('checkin.read-by', `${mentees}:learned:only-me`)

    const [sent, update, ...more] = await recaps()
    expect(more).toEqual([])
    expect(update).toMatchObject({ kind: 'update', target: sent?.key, user: mentor.accounts[0]?.user })
    expect(wordsIn(update?.message)).not.toContain('I led the handover')
    expect(wordsIn(update?.message)).toContain('Book the room')
    expect(wordsIn(update?.message)).toContain('you may have read')
    expect(wordsIn(shown)).toContain('Amira may already have read')
    expect(wordsIn(shown)).not.toContain('I led the handover')
  })

  test('a changed answer changes it; one that was never shared does not', async () => {
    const { asMentee, mentees } = stage
    await mentorFinishes({})
    await menteeFinishes({ learned: 'I led the handover', 'in-the-way': 'Tired' })
    const form = await asMentee.press('checkin.form', mentees)

    await asMentee.submit('checkin.save', aboutOf(form), {
      met: 'yes',
      learned: 'I led the handover',
      'in-the-way': 'Very tired',
    })
    expect(await recaps()).toHaveLength(1)
    await asMentee.submit('checkin.save', aboutOf(form), {
      met: 'no',
      learned: 'I led two handovers',
      'in-the-way': 'Very tired',
    })

    const [, update] = await recaps()
    expect(wordsIn(update?.message)).toContain('I led two handovers')
  })

  test('what is shared only afterwards is sent then', async () => {
    const { asMentee, mentees } = stage
    await mentorFinishes({})
    await menteeFinishes({ 'in-the-way': 'Too few shifts with you' })
    expect(await recaps()).toEqual([])

    await asMentee.press('checkin.read-by', `${mentees}:in-the-way:pair`)

    const [sent] = await recaps()
    expect(wordsIn(sent?.message)).toContain('Too few shifts with you')
  })
})

async function askedForLearned() {
  const { asMentee, mentees } = stage
  await asMentee.press('checkin.answer', mentees)
  await asMentee.press('checkin.pick', `${mentees}:met:no`)
  return await asMentee.press('checkin.pass', `${mentees}:how`)
}

/** The same question in the check-in two weeks later. */
async function askedNextTime() {
  const { asMentee, hospital, mentee, pair } = stage
  const next = await openCheckIn(hospital, { pair, person: mentee, on: '2027-02-02' })
  await asMentee.press('checkin.pick', `${next}:met:no`)
  return await asMentee.press('checkin.pass', `${next}:how`)
}

function learned() {
  return answerTo(stage.hospital, stage.mentees, 'learned')
}

async function menteeFinishes(values: Record<string, string>): Promise<void> {
  const { asMentee, mentees } = stage
  const form = await asMentee.press('checkin.form', mentees)
  await asMentee.submit('checkin.save', aboutOf(form), { met: 'no', ...values })
}

async function mentorFinishes(values: Record<string, string>): Promise<void> {
  const { asMentor, mentors } = stage
  const form = await asMentor.press('checkin.form', mentors)
  await asMentor.submit('checkin.save', aboutOf(form), { met: 'no', ...values })
}

/** Those sent, then those changed in their place. */
async function recaps(): Promise<Queued[]> {
  const told = (await stage.hospital.outbox()).filter(({ key }) => key.startsWith('recap:'))
  return told.sort((a, b) => a.kind.localeCompare(b.kind))
}
