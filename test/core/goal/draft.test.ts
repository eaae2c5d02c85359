import { describe, expect, test } from 'vitest'
import { checkDraft, type Draft } from '../../../src/core/goal/draft.ts'

const date = Temporal.PlainDate.from
const today = date('2027-01-04')

function problemsOf(given: Partial<Draft>) {
  const draft: Draft = {
    title: 'Lead a handover',
    measure: 'count',
    target: 20,
    dueOn: date('2027-06-01'),
    milestones: [],
    ...given,
  }
  const checked = checkDraft(draft, today)
  return 'problems' in checked ? checked.problems : checked.goal
}

describe('a goal as it is set', () => {
  test('begins today, at nothing, unless told otherwise', () => {
    expect(problemsOf({})).toMatchObject({ baseline: 0, target: 20, startsOn: today })
  })

  test('may count down', () => {
    expect(problemsOf({ measure: 'number', baseline: 30, target: 10 })).toMatchObject({
      baseline: 30,
      target: 10,
    })
  })

  test('may be for today', () => {
    expect(problemsOf({ dueOn: today })).toMatchObject({ dueOn: today })
  })

  test('goes to a hundred where it is a percentage', () => {
    const { target: _, ...percentage } = { measure: 'percent', target: 1 } as const

    expect(checkDraft({ title: 'x', dueOn: today, milestones: [], ...percentage }, today)).toMatchObject({
      goal: { baseline: 0, target: 100 },
    })
  })

  test.each<[string, Partial<Draft>, Record<string, string>]>([
    ['ends where it begins', { baseline: 20 }, { target: 'target-is-baseline' }],
    ['is due in the past', { dueOn: date('2027-01-03') }, { dueOn: 'due-in-the-past' }],
    ['is due in six years', { dueOn: date('2033-01-01') }, { dueOn: 'due-too-far' }],
    ['counts halves', { target: 2.5 }, { target: 'not-whole' }],
    ['is 120 per cent', { measure: 'percent', target: 120 }, { target: 'out-of-range' }],
    ['is yes or no with a number', { measure: 'yes-no' }, { target: 'no-numbers-wanted' }],
    [
      'has a milestone without a day',
      { milestones: [{}, { title: 'Ask' }] },
      { milestone2On: 'milestone-without-date' },
    ],
    [
      'has a day without a milestone',
      { milestones: [{ dueOn: today }] },
      { milestone1: 'milestone-without-title' },
    ],
    [
      'has a milestone after its own day',
      { milestones: [{ title: 'Ask', dueOn: date('2027-06-02') }] },
      { milestone1On: 'milestone-outside' },
    ],
  ])('is refused where it %s', (_, given, wrong) => {
    const [[field, problem] = []] = Object.entries(wrong)

    expect(problemsOf(given)).toEqual([{ field, problem }])
  })

  test('is refused with everything that is wrong at once', () => {
    const problems = problemsOf({ baseline: 20, dueOn: date('2026-01-01'), milestones: [{ title: 'Ask' }] })

    expect(problems).toHaveLength(3)
  })
})
