import { addPair } from '../app/pair/add-pair.ts'
import { endPair } from '../app/pair/end-pair.ts'
import type { Outcome } from '../core/message/intent.ts'
import type { Person } from '../core/people/person.ts'
import { buttonsOf, type Recorder } from './recorder.ts'

/** Two people with a coordinator, in a program with the default script; introduced to one another by hand. */
export interface Two {
  readonly mentor: Person
  readonly mentee: Person
  readonly coordinator: Person
  readonly programId: string
  readonly slug: string
}

export async function playPairing(play: Recorder, settings: Record<string, unknown> = {}): Promise<Two> {
  const { hospital, cast } = play
  const coordinator = await hospital.person({ name: cast.coordinator, platform: 'both' })
  const mentor = await hospital.person({ name: cast.mentor })
  const mentee = await hospital.person({ name: cast.mentee })
  const { id: programId, program } = await hospital.program({
    name: cast.program,
    coordinators: [coordinator.email],
    routes: cast.routes,
    ...settings,
  })
  await hospital.enroll(programId, mentor, { role: 'mentor' })
  await hospital.enroll(programId, mentee)
  await play.beat('pairing')
  await hospital.within(({ tx, now }) =>
    tx.enrollment.updateMany({ where: { programId }, data: { noticedAt: new Date(now.epochMilliseconds) } }),
  )
  await pairThem(play, { mentor, mentee, program: program.slug })
  await play.sent('pairing')
  await play.command('pairing: overview of the mentee', mentee, '')
  await play.does('pairing: Home of the mentor', mentor, { kind: 'open-home' })
  return { mentor, mentee, coordinator, programId, slug: program.slug }
}

export async function pairThem(
  { hospital }: Recorder,
  { mentor, mentee, program }: { mentor: Person; mentee: Person; program: string },
): Promise<string> {
  const added = await hospital.within((scope) =>
    addPair(scope, {
      program,
      mentor: mentor.email,
      mentee: mentee.email,
      anyway: 'the story',
      actor: 'test',
    }),
  )
  if (!added.ok) throw new Error(added.problems.join())
  return added.pairId
}

export async function playMeetings(play: Recorder, { mentor, mentee }: Two): Promise<void> {
  const { cast } = play
  const form = await play.command('met: form', mentee, 'met')
  await play.fill('met: in the future', mentee, { form, values: { heldOn: '2027-12-01', note: cast.words } })
  await play.fill('met: long ago', mentee, { form, values: { heldOn: '2020-12-01' } })
  await play.fill('met: stored', mentee, {
    form,
    values: { heldOn: '2027-01-04', minutes: '40', note: cast.words.slice(0, 2000) },
  })
  await play.command('met: too short', mentor, 'met 1')
  await play.command('met: too long', mentor, 'met 3000')
  await play.command('met: stored by command', mentor, `met today ${cast.words.slice(0, 500)}`)
}

export async function playEnd(play: Recorder, two: Two): Promise<void> {
  const { hospital } = play
  const { mentor, mentee, slug: program } = two
  const list = await play.press('ending: goals before', mentee, 'goal.list')
  const met = await play.press('ending: meeting form before', mentee, 'meeting.log')
  const home = await play.command('ending: overview before', mentor, '')
  await hospital.within((scope) =>
    endPair(scope, { program, mentor: mentor.email, mentee: mentee.email, actor: 'test' }),
  )
  await play.sent('ending')
  if (list.kind === 'show' && buttonsOf(list.message).some(({ verb }) => verb === 'goal.new'))
    await play.tap('ending: a goal after', mentee, { shown: list, verb: 'goal.new' })
  await play.fill('ending: a meeting after', mentee, { form: met, values: { heldOn: '2027-01-04' } })
  await play.tap('ending: a meeting by the old button', mentor, { shown: home, verb: 'meeting.log' })
  await pairThem(play, { mentor, mentee, program })
  await play.sent('pairing again')
  const leave = await play.command('ending: leave', mentee, 'leave')
  await play.fill('ending: left', mentee, { form: leave, values: {} })
  await play.sent('ending')
}

export function fieldNames(form: Outcome): string[] {
  if (form.kind !== 'form') return []
  return form.form.parts.flatMap((part) => (part.kind === 'field' ? [part.field.name] : []))
}

export function optionsOf(form: Outcome, name: string): string[] {
  if (form.kind !== 'form') return []
  return form.form.parts.flatMap((part) =>
    part.kind === 'field' && part.field.name === name && 'options' in part.field
      ? part.field.options.map(({ value }) => value)
      : [],
  )
}
