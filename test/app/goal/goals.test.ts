import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import { buttonsOf } from '../../../src/catalogue/recorder.ts'
import type { Outcome } from '../../../src/core/message/intent.ts'
import type { Pair } from '../../../src/core/pair/pair.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { goalsOfOwner } from '../../../src/store/goals.ts'
import { closePair } from '../../../src/store/pairs.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'
import { setGoal as goThrough } from '../../support/set-goal.ts'

let hospital: Hospital
beforeAll(async () => {
  hospital = await openHospital('2027-01-04T09:00:00Z')
})
afterAll(() => hospital.close())

const shifts = {
  title: 'Lead the handover alone',
  measure: 'count',
  target: '20',
  unit: 'shifts',
  dueOn: '2027-06-04',
}

interface Two {
  readonly mentor: Person
  readonly mentee: Person
  readonly pair: Pair
}

async function pairUp(): Promise<Two> {
  const { id } = await hospital.program()
  const mentor = await hospital.person({ name: 'Sam Okoro' })
  const mentee = await hospital.person({ name: 'Ana Ruiz' })
  return { mentor, mentee, pair: await hospital.pair(id, mentor, mentee) }
}

const setGoal = (mentee: Person, given: Record<string, string> = {}): Promise<Outcome> =>
  goThrough(hospital, mentee, { ...shifts, ...given })

const goalsOf = ({ id }: Person) => hospital.within((scope) => goalsOfOwner(scope, id))

describe('setting a goal', () => {
  test('a mentee without goals who types goal gets the form', async () => {
    const { mentee, pair } = await pairUp()

    const outcome = await hospital.as(mentee).command('goal')

    expect(outcome).toMatchObject({ kind: 'form', form: { verb: 'goal.begin', about: pair.id } })
  })

  test('a button never answers with the form unless it says so, but offers it', async () => {
    const { mentee } = await pairUp()

    const outcome = await hospital.as(mentee).press('goal.list')

    expect(outcome.kind).toBe('show')
    expect(wordsIn(outcome)).toContain('goal.new')
  })

  test('what was filled in is stored, shown with its status, and stands in the list', async () => {
    const { mentee } = await pairUp()

    const stored = await setGoal(mentee, { milestone1: 'Watch three', milestone1On: '2027-02-01' })
    const listed = await hospital.as(mentee).command('goal')

    expect(wordsIn(stored)).toContain('1. Lead the handover alone')
    expect(wordsIn(stored)).toContain('Sam Okoro can read it')
    expect(wordsIn(listed)).toContain('On track · 0 of 20 shifts · by Fri 4 June')
    expect(wordsIn(listed)).toContain('Next: Watch three')
    expect(await goalsOf(mentee)).toMatchObject([
      { number: 1, target: 20, milestones: [{ title: 'Watch three' }] },
    ])
  })

  test('a goal for the year after next names its year', async () => {
    const { mentee } = await pairUp()

    const stored = await setGoal(mentee, { dueOn: '2028-06-02' })

    expect(wordsIn(stored)).toContain('by Fri, 2 June 2028')
  })

  test('many goals are one button, which opens the choice among them', async () => {
    const { mentee } = await pairUp()
    for (const title of ['First', 'Second', 'Third', 'Fourth']) await setGoal(mentee, { title })

    const list = await hospital.as(mentee).press('goal.list')
    const choice = await hospital.as(mentee).press('goal.look', 'open')
    const second = (await goalsOf(mentee)).find(({ number }) => number === 2)
    const shown = await hospital.as(mentee).submit('goal.look-at', 'open', { goal: second?.id ?? '' })

    const buttons = buttonsOf(list.kind === 'show' ? list.message : { preview: '', blocks: [] })
    expect(buttons.map(({ label }) => label)).toEqual(['Progress', 'New goal', 'Look at one'])
    expect(wordsIn(choice)).toContain('2. Second')
    expect(wordsIn(shown)).toContain('2. Second')
    expect(wordsIn(shown)).not.toContain('Third')
  })

  test('a preview never carries the goal', async () => {
    const { mentee } = await pairUp()

    const shown = [await setGoal(mentee), await hospital.as(mentee).command('progress 1 5 well done')]

    const previews = shown.map((outcome) => (outcome.kind === 'show' ? outcome.message.preview : ''))
    expect(previews).toEqual(['Your goal is stored', 'Your progress is stored'])
  })

  test('the database holds no word of it', async () => {
    const { mentee } = await pairUp()
    await setGoal(mentee, { milestone1: 'Watch three', milestone1On: '2027-02-01' })
    await hospital.as(mentee).command('progress 1 5 drafted the protocol')

    const dump = await hospital.within(async ({ tx }) =>
      JSON.stringify([
        await tx.$queryRaw`select g::text from goals g`,
        await tx.$queryRaw`select m::text from milestones m`,
        await tx.$queryRaw`select p::text from progress_entries p`,
        await tx.$queryRaw`select a::text from audit a`,
      ]),
    )

    const hex = (word: string) => Buffer.from(word).toString('hex')
    for (const word of ['handover', 'Watch three', 'protocol', 'shifts']) {
      expect(dump).not.toContain(word)
      expect(dump).not.toContain(hex(word))
    }
  })

  test('every field that does not fit says so, and nothing is stored', async () => {
    const { mentee } = await pairUp()

    const first = await setGoal(mentee, { baseline: '20' })
    const second = await setGoal(mentee, { dueOn: '2026-12-24', milestone1: 'Ask' })

    expect(first.kind === 'errors' && Object.keys(first.errors)).toEqual(['target'])
    expect(second.kind === 'errors' && Object.keys(second.errors)).toEqual(['dueOn', 'milestone1On'])
    expect(await goalsOf(mentee)).toEqual([])
  })

  test('the sixth open goal is refused with the reason, and what was typed comes back', async () => {
    const { mentee } = await pairUp()
    const asked = await hospital.as(mentee).press('goal.new')
    const about = asked.kind === 'form' ? asked.form.about : undefined
    for (let count = 0; count < 5; count += 1) await setGoal(mentee)

    const sixth = await hospital
      .as(mentee)
      .submit('goal.begin', about, { title: 'One more', measure: 'yes-no' })

    expect(wordsIn(sixth)).toContain('You have 5 open goals')
    expect(wordsIn(sixth)).toContain('One more')
    expect(await goalsOf(mentee)).toHaveLength(5)
  })

  test('numbers are the owner’s own and are not used again when a goal is reached', async () => {
    const { mentee } = await pairUp()
    const other = await pairUp()
    await setGoal(mentee)
    await hospital.as(mentee).command('progress done')

    await setGoal(mentee)
    await setGoal(other.mentee)

    expect((await goalsOf(mentee)).map(({ number, state }) => [number, state])).toEqual([
      [1, 'reached'],
      [2, 'open'],
    ])
    expect(await goalsOf(other.mentee)).toMatchObject([{ number: 1 }])
  })

  test('a mentee with two mentors says with whom', async () => {
    const { mentee } = await pairUp()
    const program = await hospital.program()
    const second = await hospital.person({ name: 'Lee Chan' })
    const pair = await hospital.pair(program.id, second, mentee)

    const form = await hospital.as(mentee).command('goal')
    await setGoal(mentee, { pair: pair.id })

    expect(wordsIn(form)).toContain('Lee Chan')
    expect(await goalsOf(mentee)).toMatchObject([{ pairId: pair.id }])
  })

  test('a mentor sees the mentee’s goals, and that they are the mentee’s to set', async () => {
    const { mentor, mentee } = await pairUp()

    const before = await hospital.as(mentor).command('goal')
    await setGoal(mentee)
    const after = await hospital.as(mentor).command('goal')
    const tried = await hospital.as(mentor).press('goal.new')

    expect(wordsIn(before)).toContain('Goals are theirs to put into words')
    expect(wordsIn(after)).toContain('Lead the handover alone')
    expect(wordsIn(after)).not.toContain('goal.progress')
    expect(wordsIn(tried)).toContain('Goals are set by the mentee')
  })

  test('somebody else’s pair in a payload is refused', async () => {
    const { pair } = await pairUp()
    const stranger = await pairUp()

    const outcome = await hospital.as(stranger.mentee).submit('goal.begin', pair.id, shifts)

    expect(wordsIn(outcome)).toContain('no longer active')
    expect(await goalsOf(stranger.mentee)).toEqual([])
  })

  test('somebody without a pair reads why there are no goals', async () => {
    const lonely = await hospital.person()

    const outcome = await hospital.as(lonely).command('goal')

    expect(wordsIn(outcome)).toContain('you have no mentor or mentee yet')
  })
})

describe('telling how a goal goes', () => {
  test('a value with a note is kept and echoed with the status', async () => {
    const { mentee } = await pairUp()
    await setGoal(mentee)
    await setGoal(mentee, { measure: 'percent', target: '100', unit: '' })

    const outcome = await hospital.as(mentee).command('progress 2 60% drafted the protocol')

    expect(wordsIn(outcome)).toContain('On track · 60% · by Fri 4 June')
    expect(wordsIn(outcome)).toContain('drafted the protocol')
    expect(await goalsOf(mentee)).toMatchObject([{ value: 0 }, { value: 60 }])
  })

  test('the latest value counts, also when two come at one instant', async () => {
    const { mentee } = await pairUp()
    await setGoal(mentee)

    for (const value of [3, 9, 4]) await hospital.as(mentee).command(`progress 1 ${value}`)

    expect(await goalsOf(mentee)).toMatchObject([{ value: 4 }])
  })

  test('what is told after the clock was set back is still the latest', async () => {
    const { mentee } = await pairUp()
    await setGoal(mentee)

    await hospital.as(mentee).command('progress 1 9')
    hospital.at({ hours: -1 })
    await hospital.as(mentee).command('progress 1 4')
    hospital.at({ hours: 1 })

    expect(await goalsOf(mentee)).toMatchObject([{ value: 4 }])
  })

  test('the same words count when they are said to the bot', async () => {
    const { mentee } = await pairUp()
    await setGoal(mentee)

    await hospital.as(mentee).say('/mentor progress 1 7 three on nights')

    expect(await goalsOf(mentee)).toMatchObject([{ value: 7 }])
  })

  test('the same command delivered twice is one entry', async () => {
    const { mentee } = await pairUp()
    await setGoal(mentee)

    await hospital.as(mentee).command('progress 1 5', { key: 'trigger-1' })
    const again = await hospital.as(mentee).command('progress 1 5', { key: 'trigger-1' })

    const [goal] = await goalsOf(mentee)
    const entries = await hospital.within(({ tx }) =>
      tx.progressEntry.count({ where: { goalId: goal?.id ?? '' } }),
    )
    expect([again.kind, entries]).toEqual(['silence', 1])
  })

  test('a goal that counts down is reached at its target', async () => {
    const { mentee } = await pairUp()
    await setGoal(mentee, { measure: 'number', baseline: '30', target: '10', unit: 'minutes' })

    const halfway = await hospital.as(mentee).command('progress 1 20')
    const reached = await hospital.as(mentee).command('progress 1 9')

    expect(wordsIn(halfway)).toContain('20 minutes, from 30 to 10')
    expect(wordsIn(reached)).toContain('You have reached this goal')
    expect(await goalsOf(mentee)).toMatchObject([{ state: 'reached' }])
  })

  test.each([
    ['progress 7 60%', 'You have no open goal 7'],
    ['progress 60%', 'Which goal do you mean?'],
    ['progress 1 lots of it', 'Please say where the goal stands before the words'],
    ['progress 1 yes', 'Please say a number, a percentage or done'],
    ['progress 1 2.5', 'please give a whole number'],
  ])('%s gets one clear sentence, and comes back', async (words, sentence) => {
    const { mentee } = await pairUp()
    await setGoal(mentee)
    await setGoal(mentee)

    const outcome = await hospital.as(mentee).command(words)

    expect(wordsIn(outcome)).toContain(sentence)
    expect(wordsIn(outcome)).toContain(words)
    expect(await goalsOf(mentee)).toMatchObject([{ value: 0 }, { value: 0 }])
  })

  test('without words the form asks which goal, how far and ticks milestones', async () => {
    const { mentee } = await pairUp()
    await setGoal(mentee, { milestone1: 'Watch three', milestone1On: '2027-02-01' })
    await setGoal(mentee)
    const [first, second] = await goalsOf(mentee)
    const milestone = first?.milestones[0]?.id ?? ''

    const form = await hospital.as(mentee).command('progress')
    const wrong = await hospital
      .as(mentee)
      .submit('goal.progress-save', undefined, { goal: second?.id ?? '', milestones: [milestone] })
    const right = await hospital
      .as(mentee)
      .submit('goal.progress-save', undefined, { goal: first?.id ?? '', milestones: [milestone] })

    expect(form).toMatchObject({ kind: 'form', form: { verb: 'goal.progress-save' } })
    expect(wrong).toMatchObject({ kind: 'errors', errors: { milestones: expect.any(String) } })
    expect(wordsIn(right)).toContain('Done: Watch three')
    expect(await goalsOf(mentee)).toMatchObject([{ milestones: [{ done: true }] }, {}])
  })

  test('a value that cannot be read is said at its field', async () => {
    const { mentee } = await pairUp()
    await setGoal(mentee)
    const [goal] = await goalsOf(mentee)

    const outcome = await hospital.as(mentee).submit('goal.progress-save', goal?.id, { value: 'nearly' })

    expect(outcome).toMatchObject({ kind: 'errors', errors: { value: expect.stringContaining('a number') } })
  })

  test('a goal of somebody else, or of a closed pair, cannot be moved', async () => {
    const { mentor, mentee, pair } = await pairUp()
    await setGoal(mentee)
    const [goal] = await goalsOf(mentee)

    const byMentor = await hospital.as(mentor).submit('goal.progress-save', goal?.id, { value: '5' })
    await hospital.within((scope) => closePair(scope, pair.id))
    const afterwards = await hospital
      .as(mentee)
      .submit('goal.progress-save', goal?.id, { value: '5', note: 'mine' })

    expect(wordsIn(byMentor)).toContain('not open any more')
    expect(wordsIn(afterwards)).toContain('mine')
    expect(await goalsOf(mentee)).toMatchObject([{ value: 0 }])
  })
})
