import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Outcome } from '../../../src/core/message/intent.ts'
import type { Block, Button } from '../../../src/core/message/message.ts'
import type { Person } from '../../../src/core/people/person.ts'

type Profile = Record<string, string | number | string[]>

/** A program with one mentee who seeks wound care and triage, and those who are added to it. */
export async function openProgram(hospital: Hospital, given: Record<string, unknown> = {}) {
  const { id } = await hospital.program(given)
  const mentee = await hospital.person({
    name: 'Priya Shah',
    profile: { skills_sought: ['Wound care', 'triage'] },
  })
  await hospital.enroll(id, mentee)
  return {
    id,
    mentee,
    mentor: async (name: string, profile: Profile = {}, shows?: string[]): Promise<Person> => {
      const person = await hospital.person({ name, profile })
      const enrollmentId = await hospital.enroll(id, person, { role: 'mentor' })
      if (shows) {
        await hospital.within(({ tx }) =>
          tx.enrollment.update({ where: { id: enrollmentId }, data: { shows } }),
        )
      }
      return person
    },
    /** Ids of the mentors named, in their order. */
    preferences: async (): Promise<string[]> => {
      const rows = await hospital.within(({ tx }) =>
        tx.preference.findMany({ where: { programId: id, menteeId: mentee.id }, orderBy: { rank: 'asc' } }),
      )
      return rows.map(({ mentorId }) => mentorId)
    },
  }
}

function blocksOf(outcome: Outcome): readonly Block[] {
  return outcome.kind === 'show' ? outcome.message.blocks : []
}

export function buttonsOf(outcome: Outcome): Button[] {
  return blocksOf(outcome).flatMap((block) =>
    block.kind === 'buttons' ? block.buttons.filter((one): one is Button => 'verb' in one) : [],
  )
}

/** The mentors on a page, in its order. */
export function mentorsOn(outcome: Outcome): string[] {
  return blocksOf(outcome).flatMap((block) => {
    if (block.kind !== 'text' || typeof block.text === 'string') return []
    const [first] = block.text
    return first?.bold ? [first.text] : []
  })
}

/** Values and labels of a form's choice. */
export function optionsOf(outcome: Outcome, name: string): readonly { value: string; label: string }[] {
  const form = outcome.kind === 'form' || outcome.kind === 'errors' ? outcome.form : undefined
  return (form?.parts ?? []).flatMap((part) =>
    part.kind === 'field' && part.field.name === name && part.field.kind === 'choice'
      ? part.field.options
      : [],
  )
}
