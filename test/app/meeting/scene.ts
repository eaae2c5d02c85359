import type { Hospital, Queued } from '../../../src/catalogue/hospital.ts'
import type { Outcome } from '../../../src/core/message/intent.ts'
import type { Button, Message } from '../../../src/core/message/message.ts'
import type { Pair } from '../../../src/core/pair/pair.ts'
import type { Person } from '../../../src/core/people/person.ts'

export interface Two {
  readonly mentor: Person
  readonly mentee: Person
  readonly pair: Pair
  readonly programId: string
}

type Given = Parameters<Hospital['person']>[0]

/** A mentor and a mentee who are a pair, with hours 9 to 19 from Monday to Friday in London unless told otherwise. */
export async function pairUp(
  hospital: Hospital,
  given: { mentor?: Given; mentee?: Given; program?: Record<string, unknown> } = {},
): Promise<Two> {
  const { id: programId } = await hospital.program(given.program)
  const mentor = await hospital.person({ name: 'Sam Okoro', ...given.mentor })
  const mentee = await hospital.person({ name: 'Ana Ruiz', ...given.mentee })
  const pair = await hospital.pair(programId, mentor, mentee)
  return { mentor, mentee, pair, programId }
}

/** The form that this person gets for planning; fails if they get something else. */
export async function formFor(hospital: Hospital, person: Person) {
  const asked = await hospital.as(person).command('meet')
  if (asked.kind !== 'form') throw new Error(JSON.stringify(asked))
  return asked.form
}

/** The values of the choices on offer. */
export function timesIn(form: Awaited<ReturnType<typeof formFor>>): string[] {
  return form.parts.flatMap((part) =>
    part.kind === 'field' && part.field.name === 'times' && part.field.kind === 'choices'
      ? part.field.options.map(({ value }) => value)
      : [],
  )
}

export function buttonsIn(shown: Outcome | Message): Button[] {
  const message = messageIn(shown)
  return (message?.blocks ?? []).flatMap((block) =>
    block.kind === 'buttons' ? block.buttons.filter((one): one is Button => 'verb' in one) : [],
  )
}

/** Messages to this person whose key begins so, oldest first. */
export async function sentTo(hospital: Hospital, person: Person, keyStart = 'meeting:'): Promise<Queued[]> {
  const users = person.accounts.map(({ user }) => user)
  return (await hospital.outbox()).filter(
    ({ key, user }) => user !== null && users.includes(user) && key.startsWith(keyStart),
  )
}

/** The first message to this person whose key holds that; fails where there is none. */
export async function firstSent(hospital: Hospital, person: Person, part: string): Promise<Message> {
  const sent = await sentTo(hospital, person)
  const found = sent.find(({ key }) => key.includes(part))
  if (!found) throw new Error(`nothing ${part} among ${sent.map(({ key }) => key).join()}`)
  return found.message
}

/** The lines, unfolded, of the file that a message hands over. */
export function fileIn(hospital: Hospital, message: Message): Promise<string[]> {
  const block = message.blocks.find(({ kind }) => kind === 'file')
  if (block?.kind !== 'file') throw new Error('there is no file')
  const { id } = block.file
  return hospital.within(async ({ tx, seal }) => {
    const row = await tx.handedOutFile.findUniqueOrThrow({ where: { id } })
    const body = seal.open(row.body, { table: 'handed_out_files', row: id, column: 'body' })
    return Buffer.from(body, 'base64')
      .toString()
      .replace(/\r\n[ \t]/g, '')
      .split('\r\n')
  })
}

/** The mentee proposes this time (their own wall clock), and the mentor takes it. */
export async function agreeOn(hospital: Hospital, { mentee, mentor }: Two, wall: string): Promise<void> {
  const [ownDate = '', ownTime = ''] = wall.split(' ')
  const form = await formFor(hospital, mentee)
  await hospital.as(mentee).submit('meeting.propose', form.about, {
    ownDate,
    ownTime,
    minutes: '45',
    kind: 'video',
    place: 'Room 4',
  })
  const proposal = (await sentTo(hospital, mentor)).findLast(({ key }) => key.includes(':proposed:'))
  const pick = proposal && buttonsIn(proposal.message).find(({ verb }) => verb === 'meeting.pick')
  await hospital.as(mentor).press('meeting.pick', pick?.about)
}

function messageIn(shown: Outcome | Message): Message | undefined {
  if ('blocks' in shown) return shown
  return shown.kind === 'show' ? shown.message : undefined
}
