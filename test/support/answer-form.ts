import type { Hospital } from '../../src/catalogue/hospital.ts'
import { buttonsOf } from '../../src/catalogue/recorder.ts'
import type { Values } from '../../src/core/message/form.ts'
import type { Outcome } from '../../src/core/message/intent.ts'
import type { Person } from '../../src/core/people/person.ts'

/** Presses the button with this verb as it stands there. */
export function tap(
  hospital: Hospital,
  person: Person,
  { shown, verb }: { readonly shown: Outcome; readonly verb: string },
): Promise<Outcome> {
  const buttons = shown.kind === 'show' ? buttonsOf(shown.message) : []
  const button = buttons.find((one) => one.verb === verb)
  if (!button) throw new Error(`no ${verb} in ${JSON.stringify(shown)}`)
  return hospital.as(person).press(verb, button.about)
}

/** Fills in what is asked, form after form. */
export async function answer(
  hospital: Hospital,
  person: Person,
  { form, values }: { readonly form: Outcome; readonly values: Values },
): Promise<void> {
  let asked = form
  for (let step = 0; asked.kind === 'form' && step < 5; step += 1) {
    const { verb, about, parts } = asked.form
    const names = parts.flatMap((part) => (part.kind === 'field' ? [part.field.name] : []))
    const fitting = Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)))
    asked = await hospital.as(person).submit(verb, about, fitting)
  }
  if (asked.kind === 'errors' || form.kind !== 'form')
    throw new Error(JSON.stringify(asked.kind === 'errors' ? asked.errors : form))
}

/** Everything queued so far stands where it was sent to. */
export async function delivered(hospital: Hospital): Promise<void> {
  await hospital.within(
    ({ tx }) => tx.$executeRaw`
      update outbox set state = 'sent', sent_at = created_at, receipt_channel = coalesce("user", channel, 'G1'),
        receipt_message = id
      where state = 'ready'`,
  )
}
