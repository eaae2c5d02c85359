import type { Hospital } from '../../src/catalogue/hospital.ts'
import type { Values } from '../../src/core/message/form.ts'
import type { Outcome } from '../../src/core/message/intent.ts'
import type { Person } from '../../src/core/people/person.ts'

const whatFields = ['pair', 'title', 'measure', 'baseline', 'target', 'unit']

/** Goes through all steps of the wizard with what is given, and keeps it as it is whatever is asked back. */
export async function setGoal(hospital: Hospital, person: Person, values: Values): Promise<Outcome> {
  const what = Object.fromEntries(Object.entries(values).filter(([name]) => whatFields.includes(name)))
  const way = Object.fromEntries(Object.entries(values).filter(([name]) => !whatFields.includes(name)))
  let outcome = await hospital.as(person).press('goal.new')
  for (let step = 0; outcome.kind === 'form' && step < 4; step += 1) {
    const { verb, about } = outcome.form
    outcome = await hospital.as(person).submit(verb, about, verb === 'goal.begin' ? what : way)
  }
  return outcome
}
