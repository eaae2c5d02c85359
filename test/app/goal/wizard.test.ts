import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Outcome } from '../../../src/core/message/intent.ts'
import type { Pair } from '../../../src/core/pair/pair.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { goalsOfOwner } from '../../../src/store/goals.ts'
import { closePair } from '../../../src/store/pairs.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
beforeAll(async () => {
  hospital = await openHospital('2027-01-04T09:00:00Z')
})
afterAll(() => hospital.close())

const what = { title: 'Lead a handover alone', measure: 'count', target: '20', unit: 'shifts' }
const way = {
  attainable: 'One a week, with the sister beside me',
  relevant: 'I want to be trusted with it',
  dueOn: '2027-03-31',
}

async function pairUp(
  platform: 'slack' | 'teams' | 'both' = 'slack',
): Promise<{ mentee: Person; mentor: Person; pair: Pair }> {
  const { id } = await hospital.program()
  const mentor = await hospital.person({ name: 'Sam Okoro' })
  const mentee = await hospital.person({ name: 'Ana Ruiz', platform })
  return { mentor, mentee, pair: await hospital.pair(id, mentor, mentee) }
}

const goalsOf = ({ id }: Person) => hospital.within((scope) => goalsOfOwner(scope, id))

const aboutOf = (outcome: Outcome) => (outcome.kind === 'form' ? outcome.form.about : undefined)

async function begin(mentee: Person, given: Record<string, string> = {}): Promise<Outcome> {
  const asked = await hospital.as(mentee).press('goal.new')
  return hospital.as(mentee).submit('goal.begin', aboutOf(asked), { ...what, ...given })
}

describe('a goal in two steps', () => {
  test('is stored with how, why and by when in the mentee’s own words', async () => {
    const { mentee } = await pairUp()

    const second = await begin(mentee)
    const stored = await hospital.as(mentee).submit('goal.save', aboutOf(second), way)

    expect(second).toMatchObject({ kind: 'form', form: { verb: 'goal.save' } })
    expect(wordsIn(second)).toContain('Lead a handover alone')
    expect(stored.kind).toBe('show')
    expect(await goalsOf(mentee)).toMatchObject([
      { title: what.title, target: 20, attainable: way.attainable, relevant: way.relevant },
    ])
  })

  test('weak words are answered with one question, and may be kept as they are', async () => {
    const { mentee } = await pairUp()

    const asked = await begin(mentee, {
      title: 'Improve my handovers',
      measure: 'yes-no',
      target: '',
      unit: '',
    })
    const kept = await hospital
      .as(mentee)
      .submit('goal.begin', aboutOf(asked), { title: 'Improve my handovers', measure: 'yes-no' })
    const askedWhy = await hospital.as(mentee).submit('goal.save', aboutOf(kept), { dueOn: '2027-03-31' })
    const stored = await hospital.as(mentee).submit('goal.save', aboutOf(askedWhy), { dueOn: '2027-03-31' })

    expect(asked).toMatchObject({ kind: 'form', form: { verb: 'goal.begin' } })
    expect(wordsIn(asked)).toContain('How will you know?')
    expect(wordsIn(asked)).toContain('keep it as it is')
    expect(wordsIn(asked)).toContain('Improve my handovers')
    expect(kept).toMatchObject({ kind: 'form', form: { verb: 'goal.save' } })
    expect(wordsIn(askedWhy)).toContain('What makes this matter to you now?')
    expect(stored.kind).toBe('show')
    expect(await goalsOf(mentee)).toMatchObject([{ title: 'Improve my handovers' }])
  })

  test('left half-way it is taken up a week later, on the other platform, with every word', async () => {
    const { mentee } = await pairUp('both')
    await begin(mentee)
    hospital.at({ days: 7 })

    const teams = { ...mentee, accounts: mentee.accounts.toReversed() }
    const listed = await hospital.as(teams).command('goal')
    const again = await hospital.as(teams).press('goal.new')
    const stored = await hospital.as(teams).submit('goal.save', aboutOf(again), way)
    hospital.at({ days: -7 })

    expect(wordsIn(listed)).toContain('You began a goal')
    expect(wordsIn(again)).toContain('Lead a handover alone')
    expect(stored.kind).toBe('show')
    expect(await goalsOf(mentee)).toHaveLength(1)
  })

  test('what was asked back about at the second step is kept, too', async () => {
    const { mentee } = await pairUp()
    const second = await begin(mentee)
    await hospital
      .as(mentee)
      .submit('goal.save', aboutOf(second), { attainable: 'With the sister', dueOn: '2027-03-31' })

    const again = await hospital.as(mentee).press('goal.new')

    expect(wordsIn(again)).toContain('With the sister')
    expect(wordsIn(again)).toContain('2027-03-31')
  })

  test('can be put differently or put away before it is stored', async () => {
    const { mentee } = await pairUp()
    const second = await begin(mentee)
    const id = aboutOf(second)

    const reword = await hospital.as(mentee).press('goal.reword', id)
    const reworded = await hospital
      .as(mentee)
      .submit('goal.begin', aboutOf(reword), { ...what, title: 'Lead a ward round' })
    const away = await hospital.as(mentee).press('goal.put-away', aboutOf(reworded))
    const late = await hospital.as(mentee).submit('goal.save', id, way)

    expect(wordsIn(reworded)).toContain('Lead a ward round')
    expect(wordsIn(away)).toContain('Lead a ward round')
    expect(wordsIn(late)).toContain('finished or put away in the meantime')
    expect(wordsIn(late)).toContain(way.attainable)
    expect(await goalsOf(mentee)).toEqual([])
  })

  test('in two windows nothing is lost and nothing is stored twice', async () => {
    const { mentee, pair } = await pairUp()
    const second = await begin(mentee)

    const other = await hospital.as(mentee).submit('goal.begin', pair.id, { ...what, title: 'Another one' })
    await hospital.as(mentee).submit('goal.save', aboutOf(second), way)
    const twice = await hospital.as(mentee).submit('goal.save', aboutOf(second), way)

    expect(wordsIn(other)).toContain('You have begun another goal')
    expect(wordsIn(other)).toContain('Another one')
    expect(wordsIn(twice)).toContain(way.relevant)
    expect(await goalsOf(mentee)).toMatchObject([{ title: what.title }])
  })

  test('when the pair ends meanwhile, all of it comes back', async () => {
    const { mentee, pair } = await pairUp()
    const second = await begin(mentee)
    await hospital.within((scope) => closePair(scope, pair.id))

    const outcome = await hospital.as(mentee).submit('goal.save', aboutOf(second), way)

    for (const words of [what.title, way.attainable, way.relevant]) expect(wordsIn(outcome)).toContain(words)
    expect(await goalsOf(mentee)).toEqual([])
  })

  test('somebody else’s goal in the making is nobody’s', async () => {
    const { mentee } = await pairUp()
    const stranger = await pairUp()
    const second = await begin(mentee)

    const outcome = await hospital.as(stranger.mentee).submit('goal.save', aboutOf(second), way)

    expect(wordsIn(outcome)).not.toContain(what.title)
    expect(await goalsOf(stranger.mentee)).toEqual([])
    expect(await goalsOf(mentee)).toEqual([])
  })

  test('the database holds no word of it while it is in the making', async () => {
    const { mentee } = await pairUp()
    await begin(mentee)

    const dump = JSON.stringify(
      await hospital.within(({ tx }) => tx.$queryRaw`select u::text from unfinished u`),
    )

    expect(dump).not.toContain('handover')
    expect(dump).not.toContain(Buffer.from('handover').toString('hex'))
  })
})
