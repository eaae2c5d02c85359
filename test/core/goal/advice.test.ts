import { describe, expect, test } from 'vitest'
import { adviceOnWay, adviceOnWhat } from '../../../src/core/goal/advice.ts'
import { describeAdvice } from '../../../src/core/goal/wizard-messages.ts'

const today = Temporal.PlainDate.from('2027-01-04')

describe('what somebody wants to reach', () => {
  test.each([
    ['Get promoted to charge nurse', 'in-your-hands'],
    ['My manager will let me lead the round', 'in-your-hands'],
    ['Lead a handover and teach a student and write a paper', 'one-thing'],
    ['Improve my handovers', 'how-will-you-know'],
    ['Be more confident on nights', 'how-will-you-know'],
    ['Cannulation', 'more-of-it'],
    ['💉💉', 'more-of-it'],
    ['…', 'more-of-it'],
    ['100', 'more-of-it'],
  ] as const)('“%s” is answered with a question', (title, advice) => {
    expect(adviceOnWhat({ title, measure: 'yes-no' })).toBe(advice)
  })

  test('a count without what is counted is asked about', () => {
    const title = 'Lead the morning handover'

    expect(adviceOnWhat({ title, measure: 'count' })).toBe('what-is-counted')
    expect(adviceOnWhat({ title, measure: 'count', unit: 'handovers' })).toBeUndefined()
  })

  test.each([
    'Lead a handover on my own',
    'Pass the prescribing exam',
    'Read and appraise an article with the registrar',
    '独立完成一次交接班',
    'أقود تسليم المناوبة وحدي',
  ])('“%s” is left as it is', (title) => {
    expect(adviceOnWhat({ title, measure: 'yes-no' })).toBeUndefined()
  })

  test('a vague verb with a number behind it is clear enough', () => {
    const what = { title: 'Improve my handovers', measure: 'count', unit: 'without a question back' } as const

    expect(adviceOnWhat(what)).toBeUndefined()
  })
})

describe('the way there', () => {
  const way = {
    attainable: 'One a week, with the sister beside me',
    relevant: 'I want to be trusted with it',
    today,
    dueOn: Temporal.PlainDate.from('2027-03-01'),
    milestones: 0,
  }

  test('a whole way hears nothing', () => {
    expect(adviceOnWay(way)).toBeUndefined()
  })

  test('it is asked why it matters before anything else', () => {
    expect(adviceOnWay({ today, dueOn: way.dueOn, milestones: 0 })).toBe('why')
    expect(adviceOnWay({ relevant: 'So', today, dueOn: way.dueOn, milestones: 0 })).toBe('first-step')
  })

  test('a way that others decide on is asked about', () => {
    expect(adviceOnWay({ ...way, attainable: 'It depends on the rota' })).toBe('in-your-hands')
  })

  test('a long way is asked for something half-way, unless there is', () => {
    const dueOn = Temporal.PlainDate.from('2027-06-30')

    expect(adviceOnWay({ ...way, dueOn })).toBe('half-way')
    expect(adviceOnWay({ ...way, dueOn, milestones: 1 })).toBeUndefined()
    expect(adviceOnWay({ ...way, dueOn: dueOn.add({ years: 1 }), milestones: 1 })).toBe('far-away')
  })
})

test('advice is a question, never a refusal', () => {
  const all = [
    'in-your-hands',
    'one-thing',
    'how-will-you-know',
    'more-of-it',
    'what-is-counted',
    'why',
    'first-step',
    'far-away',
    'half-way',
  ] as const

  const words = all.map(describeAdvice)

  expect(words.filter((one) => !one.endsWith('?'))).toEqual([])
  expect(new Set(words).size).toBe(all.length)
})
