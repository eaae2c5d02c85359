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

/** Goals of each measure, with everything that can be wrong with them. */
export async function playGoals(play: Recorder, { mentor, mentee }: Two): Promise<void> {
  const { cast } = play
  await play.press('goals: none yet', mentee, 'goal.list')
  await play.command('goals: the mentor’s list, empty', mentor, 'goal')
  await play.press('goals: a mentor sets none', mentor, 'goal.new')
  await play.command('goals: progress without one', mentee, 'progress 1 60% well')
  const form = await play.command('goals: form', mentee, 'goal')
  await play.command('goals: form with words', mentee, `goal ${cast.title}`)
  await play.fill('goals: empty form', mentee, { form, values: {} })
  await play.fill('goals: wrong in itself', mentee, {
    form,
    values: {
      title: cast.title,
      measure: 'count',
      baseline: '1.5',
      dueOn: '2020-01-01',
      milestone1: cast.milestone,
    },
  })
  const one = { title: cast.title, dueOn: '2027-06-30' }
  const [what, when] = milestoneNames(form)
  await play.fill('goals: a milestone without a day', mentee, {
    form,
    values: { ...one, measure: 'yes-no', [what]: cast.milestone },
  })
  await play.fill('goals: yes or no, stored', mentee, {
    form,
    values: { ...one, measure: 'yes-no', [what]: cast.milestone, [when]: '2027-03-01' },
  })
  await play.command('goals: one', mentee, 'goal')
  const form1 = await play.press('goals: form again', mentee, 'goal.new')
  const scale = { baseline: '0', target: '20', unit: cast.unit }
  await play.fill('goals: count, stored', mentee, {
    form: form1,
    values: { ...one, measure: 'count', ...scale },
  })
  await play.fill('goals: percentage, stored', mentee, {
    form: form1,
    values: { ...one, measure: 'percent', baseline: '20', target: '80' },
  })
  await play.fill('goals: number, stored', mentee, {
    form: form1,
    values: { ...one, measure: 'number', baseline: '90', target: '60.5', unit: cast.unit },
  })
}

export async function playProgress(play: Recorder, { mentor, mentee }: Two): Promise<void> {
  const { cast } = play
  const all = await play.command('progress: form of several', mentee, 'progress')
  await play.fill('progress: form without a goal', mentee, { form: all, values: { value: 'a lot' } })
  const first = await play.command('progress: form of one', mentee, 'progress 1')
  await play.fill('progress: neither value nor milestone', mentee, {
    form: first,
    values: { note: cast.words },
  })
  await play.fill('progress: a number for a yes-or-no', mentee, { form: first, values: { value: '12' } })
  await play.fill('progress: a milestone done', mentee, {
    form: first,
    values: { milestones: optionsOf(first, 'milestones'), note: cast.words },
  })
  await play.command('progress: which goal', mentee, 'progress 60%')
  await play.command('progress: no value', mentee, `progress 2 ${cast.words.slice(0, 200)}`)
  await play.command('progress: no such goal', mentee, 'progress 9 60%')
  await play.command('progress: not whole', mentee, 'progress 2 3.5')
  await play.command('progress: out of range', mentee, 'progress 3 150%')
  await play.command('progress: stored', mentee, `progress 2 3 ${cast.words.slice(0, 1500)}`)
  await play.command('progress: a percentage stored', mentee, 'progress 3 50%')
  await play.command('progress: reached', mentee, 'progress 4 done at last')
  await play.command('goals: list', mentee, 'goal')
  await play.command('goals: the mentor’s list', mentor, 'goal')
  await play.command('overview: with goals', mentee, '')
  const list = await play.press('goals: list by button', mentee, 'goal.list')
  await play.press('progress: of a goal that is gone', mentee, { verb: 'goal.progress', about: 'gone' })
  for (const number of [5, 6]) {
    const form = await play.press(`goals: number ${number}`, mentee, 'goal.new')
    await play.fill(`goals: number ${number} stored`, mentee, {
      form,
      values: { title: cast.title, measure: 'yes-no', dueOn: '2027-05-01' },
    })
  }
  await play.tap('goals: a seventh', mentee, { shown: list, verb: 'goal.new' })
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

function milestoneNames(form: Outcome): [string, string] {
  const names = fieldNames(form).filter((name) => name.startsWith('milestone'))
  return [names[0] ?? '', names[1] ?? '']
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
