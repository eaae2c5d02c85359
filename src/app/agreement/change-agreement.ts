import type { Agreement } from '../../core/agreement/agreement.ts'
import { changeForm, completeForm, firstFrom, mentorFrom, secondFrom } from '../../core/agreement/forms.ts'
import { type Lead, toConfirm } from '../../core/agreement/signing-messages.ts'
import { checkDates, type Terms } from '../../core/agreement/terms.ts'
import { suggestedMentors } from '../../core/agreement/text-messages.ts'
import type { Form } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { todayOf } from '../../core/people/person.ts'
import { writeAgreement } from '../../store/agreements.ts'
import { audit } from '../../store/audit.ts'
import type { Turn } from '../turn.ts'
import { type FoundSigning, findSigning, readingOf } from './find-signing.ts'
import { asItIs } from './show-agreement.ts'
import { takeBack, tellOther } from './tell-other.ts'

interface ToChange {
  readonly found: FoundSigning
  readonly version: Agreement
  readonly form: Form
}

/** The form of the mentor's part, about the version of the mentee's that they read. */
export async function askToComplete(turn: Turn): Promise<Outcome> {
  return formOr(await findToComplete(turn))
}

/** The mentor's part is added: the two have a text to confirm. */
export async function complete(turn: Turn): Promise<Outcome> {
  const asked = await findToComplete(turn)
  if ('outcome' in asked) return asked.outcome
  const { found, version } = asked
  return save(turn, found, {
    terms: { ...version.terms, ...mentorFrom(turn.values) },
    action: 'agreement.complete',
    lead: 'completed',
  })
}

/** All of it as a form, about the version that the person has before them. */
export async function askToChange(turn: Turn): Promise<Outcome> {
  return formOr(await findToChange(turn))
}

/** A change by either is a new version, which both confirm while the old one stands. */
export async function change(turn: Turn): Promise<Outcome> {
  const asked = await findToChange(turn)
  if ('outcome' in asked) return asked.outcome
  const { scope, person, values } = turn
  const second = secondFrom(values)
  const errors = checkDates(second, todayOf(person, scope.now))
  if (Object.keys(errors).length > 0) return { kind: 'errors', errors, form: asked.form }
  return save(turn, asked.found, {
    terms: { ...firstFrom(values), ...second, ...mentorFrom(values) },
    action: 'agreement.change',
    lead: 'changed',
  })
}

async function save(
  { scope, person }: Turn,
  found: FoundSigning,
  { terms, action, lead }: { readonly terms: Terms; readonly action: string; readonly lead: Lead },
): Promise<Outcome> {
  const { pair, other, signing, reading } = found
  const agreement = await writeAgreement(scope, {
    pairId: pair.id,
    terms,
    writtenBy: person.id,
    state: 'open',
  })
  await audit(scope, { actor: person.id, action, subject: agreement.id })
  await takeBack(scope, found, signing.pending)
  const standing = signing.standing !== undefined
  const message = toConfirm(readingOf(pair, other, person), { agreement, standing, lead })
  await tellOther(scope, found, { agreement, what: 'written', message })
  return { kind: 'show', message: toConfirm(reading, { agreement, standing, lead: 'saved' }) }
}

type Asked = ToChange | { readonly outcome: Outcome }

async function findToComplete(turn: Turn): Promise<Asked> {
  const found = await findSigning(turn)
  if ('refusal' in found) return { outcome: { kind: 'show', message: found.refusal } }
  const { reading, signing } = found
  const version = signing.pending
  if (reading.side !== 'mentor' || version?.state !== 'drafted' || !isMeant(turn, version)) {
    return { outcome: { kind: 'show', message: await asItIs(turn.scope, found) } }
  }
  const { terms } = version
  return {
    found,
    version,
    form: completeForm(reading, {
      terms,
      version: version.version,
      known: { ...suggestedMentors, ...terms },
    }),
  }
}

async function findToChange(turn: Turn): Promise<Asked> {
  const found = await findSigning(turn)
  if ('refusal' in found) return { outcome: { kind: 'show', message: found.refusal } }
  const { reading, signing } = found
  const version = signing.pending ?? signing.standing
  if (!version || version.state === 'drafted' || !isMeant(turn, version)) {
    return { outcome: { kind: 'show', message: await asItIs(turn.scope, found) } }
  }
  return { found, version, form: changeForm(reading, { terms: version.terms, version: version.version }) }
}

/** Whoever acts on a version that is not the newest any more is shown what is now. */
function isMeant({ about: [, version] }: Turn, newest: Agreement): boolean {
  return version === String(newest.version)
}

function formOr(asked: Asked): Outcome {
  return 'outcome' in asked ? asked.outcome : { kind: 'form', form: asked.form }
}
