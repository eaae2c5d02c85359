import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openActionsOfPairs } from '../../../src/store/actions.ts'
import { wordsIn } from '../../support/hospital.ts'
import { aboutOf, openStage, type Stage } from './conversation-stage.ts'

let stage: Stage

beforeEach(async () => {
  // A Tuesday.
  stage = await openStage()
})

afterEach(() => stage.hospital.close())

const actions = () => stage.hospital.within((scope) => openActionsOfPairs(scope, [stage.pair.id]))

async function answer(more: Record<string, string> = {}) {
  const { asMentee, mentees } = stage
  const form = await asMentee.press('checkin.form', mentees)
  return asMentee.submit('checkin.save', aboutOf(form), {
    met: 'no',
    'next-step': 'Ask Mary about the rota',
    'next-step.by': '2027-01-29',
    ...more,
  })
}

describe('the next step of a check-in', () => {
  test('is an action of its author in the plan of both', async () => {
    await answer()
    const seen = await stage.asMentor.command('plan')

    expect(await actions()).toMatchObject([
      { ownerId: stage.mentee.id, authorId: stage.mentee.id, title: 'Ask Mary about the rota' },
    ])
    expect(wordsIn(seen)).toContain('Ask Mary about the rota · by Fri 29 January')
  })

  test('that is for its author alone is nobody’s action', async () => {
    await answer({ 'next-step.reader': 'only-me' })
    const seen = await stage.asMentor.command('plan')

    expect(await actions()).toEqual([])
    expect(wordsIn(seen)).not.toContain('Mary')
  })

  test('that is for the coordinator alone is none, either', async () => {
    await answer({ 'next-step.reader': 'coordinator' })

    expect(await actions()).toEqual([])
  })

  test('leaves the plan when it becomes its author’s alone, and comes back with the pair', async () => {
    const { asMentee, mentees } = stage
    await answer()

    await asMentee.press('checkin.read-by', `${mentees}:next-step:only-me`)
    const alone = await actions()
    await asMentee.press('checkin.read-by', `${mentees}:next-step:pair`)
    const together = await actions()

    expect([alone.length, together.length]).toEqual([0, 1])
  })

  test('leaves the plan when it is taken back', async () => {
    const { asMentee, mentees } = stage
    await answer()

    await asMentee.press('checkin.not-this', `${mentees}:next-step`)

    expect(await actions()).toEqual([])
  })

  test('changed while the check-in can be changed changes the action, not a second one', async () => {
    const { asMentee, mentees } = stage
    await answer()
    await asMentee.press('checkin.not-this', `${mentees}:next-step`)

    await asMentee.say('Ask Ruth by Thursday', { message: 'm1' })
    const first = await actions()
    await asMentee.edit('m1', 'Ask Joseph by Friday')
    const second = await actions()

    expect(first).toMatchObject([{ title: 'Ask Ruth' }])
    expect(second).toMatchObject([{ id: first[0]?.id, title: 'Ask Joseph' }])
    expect(second[0]?.dueOn.toString()).toBe('2027-01-22')
  })

  test('without a day stays an answer', async () => {
    await answer({ 'next-step.by': '' })

    expect(await actions()).toEqual([])
  })
})
