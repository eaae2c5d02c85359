import { expect, test } from 'vitest'
import { fieldOf, growthOf, skillsToRate } from '../../../src/core/skills/skills.ts'

test('a skill is rated once however it is written, eight at most', () => {
  const many = Array.from({ length: 9 }, (_, at) => `Skill ${at}`)

  expect(skillsToRate(['Handover', ' handover ', 'Delegating', ''])).toEqual(['Handover', 'Delegating'])
  expect(skillsToRate(many)).toHaveLength(8)
})

test('a skill keeps its field wherever it stands', () => {
  expect(fieldOf('Handover')).toBe(fieldOf(' HANDOVER'))
  expect(fieldOf('Handover')).not.toBe(fieldOf('Delegating'))
})

test('what grew is shown in the order of the latest rating, each moment once', () => {
  const growth = growthOf({
    start: [
      { skill: 'Old', rating: 1 },
      { skill: 'handover', rating: 2 },
    ],
    end: [{ skill: 'Handover', rating: 5 }],
  })

  expect(growth).toEqual([
    {
      skill: 'Handover',
      steps: [
        { moment: 'start', rating: 2 },
        { moment: 'end', rating: 5 },
      ],
    },
    { skill: 'Old', steps: [{ moment: 'start', rating: 1 }] },
  ])
})
