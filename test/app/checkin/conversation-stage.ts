import { randomUUID } from 'node:crypto'
import type { Acting, Hospital } from '../../../src/catalogue/hospital.ts'
import type { Outcome } from '../../../src/core/message/intent.ts'
import type { Button } from '../../../src/core/message/message.ts'
import type { Pair } from '../../../src/core/pair/pair.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { answersOf, type StoredAnswer } from '../../../src/store/answers.ts'
import { openHospital } from '../../support/hospital.ts'

/** A hospital in which one pair's check-in has just been opened to both sides. */
export interface Stage {
  readonly hospital: Hospital
  readonly programId: string
  readonly coordinator: Person
  readonly mentor: Person
  readonly mentee: Person
  readonly pair: Pair
  readonly mentors: string
  readonly mentees: string
  asMentor: Acting
  asMentee: Acting
}

const dueOn = '2027-01-19'

export async function openStage(settings: Record<string, unknown> = {}): Promise<Stage> {
  const hospital = await openHospital('2027-01-19T09:00:00Z')
  const coordinator = await hospital.person({ name: 'Carla Coord', email: 'carla@example.org' })
  const mentor = await hospital.person({ name: 'Amira Haddad', managerEmail: 'boss@example.org' })
  const mentee = await hospital.person({ name: 'Priya Shah' })
  const { id: programId } = await hospital.program({
    coordinators: ['carla@example.org', 'boss@example.org', 'gone@example.org'],
    routes: {
      patient_safety: 'Ring 5555',
      wellbeing: 'https://example.org/care',
      speak_up: 'Guardian, 5557',
    },
    ...settings,
  })
  const pair = await hospital.pair(programId, mentor, mentee)
  return {
    hospital,
    programId,
    coordinator,
    mentor,
    mentee,
    pair,
    mentors: await openCheckIn(hospital, { pair, person: mentor }),
    mentees: await openCheckIn(hospital, { pair, person: mentee }),
    asMentor: hospital.as(mentor),
    asMentee: hospital.as(mentee),
  }
}

/** Opens a check-in as the heartbeat would have; the day is the program's unless given. */
export async function openCheckIn(
  hospital: Hospital,
  given: { pair: Pair; person: Person; on?: string },
): Promise<string> {
  const { pair, person, on = dueOn } = given
  const id = randomUUID()
  await hospital.within(async ({ tx, organizationId }) => {
    await tx.checkIn.create({
      data: {
        id,
        organizationId,
        programId: pair.programId,
        pairId: pair.id,
        personId: person.id,
        side: pair.mentorId === person.id ? 'mentor' : 'mentee',
        dueOn: new Date(`${on}T00:00:00Z`),
        state: 'open',
        openedAt: new Date(`${on}T09:00:00Z`),
        nextAt: new Date('2027-12-31T09:00:00Z'),
      },
    })
  })
  return id
}

export function answers(hospital: Hospital, checkInId: string): Promise<StoredAnswer[]> {
  return hospital.within((scope) => answersOf(scope, [checkInId]))
}

export async function answerTo(
  hospital: Hospital,
  checkInId: string,
  question: string,
): Promise<StoredAnswer | undefined> {
  return (await answers(hospital, checkInId)).find((answer) => answer.question === question)
}

export async function stateOf(hospital: Hospital, checkInId: string): Promise<string | undefined> {
  return await hospital.within(async ({ tx }) => {
    const row = await tx.checkIn.findUnique({ where: { id: checkInId } })
    return row?.state
  })
}

export function buttonsIn(outcome: Outcome): Button[] {
  if (outcome.kind !== 'show') return []
  return outcome.message.blocks
    .flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
    .filter((button): button is Button => 'verb' in button)
}

export function labelsIn(outcome: Outcome): string[] {
  return buttonsIn(outcome).map(({ label }) => label)
}

/** Presses the button with this label, as it was shown. */
export function tap(acting: Acting, shown: Outcome, label: string): Promise<Outcome> {
  const button = buttonsIn(shown).find((one) => one.label === label)
  if (!button) throw new Error(`no button ${label} among ${labelsIn(shown).join(', ')}`)
  return acting.press(button.verb, button.about)
}

export function fieldNamesIn(outcome: Outcome): string[] {
  if (outcome.kind !== 'form') return []
  return outcome.form.parts.flatMap((part) => (part.kind === 'field' ? [part.field.name] : []))
}

export function aboutOf(outcome: Outcome): string {
  return (outcome.kind === 'form' && outcome.form.about) || ''
}

/** Everything that any table holds, as text. */
export async function dumpOf(hospital: Hospital): Promise<string> {
  return await hospital.within(async ({ tx }) => {
    const tables = await tx.$queryRaw<{ name: string }[]>`
      select table_schema || '.' || table_name as name from information_schema.tables
      where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'`
    const parts: string[] = []
    for (const { name } of tables) {
      const [schema = '', table = ''] = name.split('.')
      const rows = await tx.$queryRawUnsafe<{ row: string }[]>(
        `select t::text as row from "${schema}"."${table}" t`,
      )
      parts.push(...rows.map(({ row }) => withBytes(row)))
    }
    return parts.join('\n')
  })
}

/** Sealed columns print as hexadecimal: the bytes are looked at, too. */
function withBytes(row: string): string {
  const bytes = row.replace(/\\x([0-9a-f]+)/g, (_, hex: string) => Buffer.from(hex, 'hex').toString('latin1'))
  return `${row}\n${bytes}`
}
