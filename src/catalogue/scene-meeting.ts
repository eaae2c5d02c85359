import { endPair } from '../app/pair/end-pair.ts'
import type { Outcome } from '../core/message/intent.ts'
import type { Person } from '../core/people/person.ts'
import type { Recorder } from './recorder.ts'
import { setGoal } from './scene-goal.ts'
import { pairThem, playPairing, type Two } from './scene-pair.ts'

/** Two who plan, move, hold, correct and call off meetings, in a program that requires some. */
export async function playPlannedMeetings(play: Recorder): Promise<void> {
  const stranger = await play.hospital.person({ name: play.cast.mentor })
  await play.command('meet: nobody to meet', stranger, 'meet')
  const two = await playPairing(play, {
    type: 'preceptorship-core',
    starts_on: '2027-01-04',
    match: { require: [] },
  })
  await movePairTo(play, two.mentor)
  await playProposal(play, two)
  await playHeld(play, two)
  await playCorrections(play, two)
  await playCancelling(play, two)
  await playNotHeld(play, two)
  await playLapsed(play, two)
  await playSeveral(play, two)
  await playRequired(play, two)
}

/** The mentor lives by another clock. */
async function movePairTo({ hospital }: Recorder, { id }: Person): Promise<void> {
  await hospital.within(({ tx }) => tx.person.update({ where: { id }, data: { timeZone: 'Europe/Berlin' } }))
}

async function playProposal(play: Recorder, { mentor, mentee }: Two): Promise<void> {
  const { cast } = play
  const place = cast.words.slice(0, 300)
  const form = await play.command('meet: form', mentee, 'meet')
  const base = { minutes: '45', kind: 'video', place }
  await play.fill('meet: no time marked', mentee, { form, values: base })
  await play.fill('meet: four times', mentee, { form, values: { ...base, times: marked(form, 4) } })
  for (const [name, own] of ownTimes)
    await play.fill(`meet: ${name}`, mentee, { form, values: { ...base, ...own } })
  await play.fill('meet: proposed', mentee, { form, values: { ...base, times: marked(form, 2) } })
  await play.sent('meet: proposed')
  await play.command('meet: the choice, looked up', mentor, 'meet')
  const offer = await sentAbout(play, mentor, 'None fits')
  const counter = await play.tap('meet: none fits', mentor, { shown: offer, verb: 'meeting.other-times' })
  const own = { ownDate: '2027-01-12', ownTime: '10:00' }
  await play.fill('meet: other times proposed', mentor, { form: counter, values: { minutes: '60', ...own } })
  await play.sent('meet: other times')
  await play.tap('meet: an old choice', mentor, { shown: offer, verb: 'meeting.pick' })
  const second = await sentAbout(play, mentee, 'None fits')
  await play.tap('meet: agreed', mentee, { shown: second, verb: 'meeting.pick' })
  await play.sent('meet: agreed')
  await play.tap('meet: agreed already', mentee, { shown: second, verb: 'meeting.pick' })
  const stands = await play.command('meet: what stands', mentor, 'meet')
  const change = await play.tap('meet: change', mentor, { shown: stands, verb: 'meeting.other-times' })
  const moved = { ...base, ownDate: '2027-01-13', ownTime: '15:00' }
  await play.fill('meet: change proposed', mentor, { form: change, values: moved })
  await play.sent('meet: change')
  await play.tap('meet: change agreed', mentee, {
    shown: await sentAbout(play, mentee, 'None fits'),
    verb: 'meeting.pick',
  })
  await play.sent('meet: changed')
}

const ownTimes = [
  ['a day without a time', { ownDate: '2027-01-12' }],
  ['a time without a day', { ownTime: '10:00' }],
  ['no time of day', { ownDate: '2027-01-12', ownTime: 'noon or so' }],
  ['gone by', { ownDate: '2027-01-02', ownTime: '10:00' }],
  ['years ahead', { ownDate: '2029-01-02', ownTime: '10:00' }],
  ['an hour that is left out', { ownDate: '2027-03-28', ownTime: '01:30' }],
] as const

async function playHeld(play: Recorder, { mentor, mentee }: Two): Promise<void> {
  const { hospital, cast } = play
  await setGoal(play, 'agenda: a goal', {
    mentee,
    told: { what: { title: cast.title, measure: 'yes-no' }, way: { dueOn: '2027-06-30' } },
  })
  hospital.at('2027-01-12T09:00:00Z')
  await play.beat('agenda')
  await play.command('overview: with a meeting ahead', mentee, '')
  hospital.at('2027-01-13T16:00:00Z')
  await play.beat('after the meeting')
  const asked = await sentAbout(play, mentee, 'We met')
  await play.tap('after the meeting: we met', mentee, { shown: asked, verb: 'meeting.held' })
  const theirs = await sentAbout(play, mentor, 'We met')
  await play.tap('after the meeting: the other says no', mentor, { shown: theirs, verb: 'meeting.not-held' })
  await play.command('overview: one meeting held', mentor, '')
  await play.press('overview: one meeting held: more', mentor, 'overview.more')
}

async function playCorrections(play: Recorder, { mentor, mentee }: Two): Promise<void> {
  const { cast } = play
  await play.command('met: by phone', mentee, 'met 30 2027-01-08 by phone')
  const list = await play.press('meetings: list', mentor, 'meeting.list')
  const form = await play.tap('meetings: correct', mentor, { shown: list, verb: 'meeting.correct' })
  const values = { heldOn: '2027-01-13', minutes: '50', kind: 'in-person' }
  await play.fill('meetings: that day is taken', mentor, {
    form,
    values: { ...values, heldOn: '2027-01-08' },
  })
  await play.fill('meetings: corrected', mentor, {
    form,
    values: { ...values, note: cast.words.slice(0, 2000) },
  })
  await play.fill('meetings: nothing changed', mentor, {
    form,
    values: { ...values, note: cast.words.slice(0, 2000) },
  })
  await play.fill('meetings: day, minutes, kind', mentor, {
    form,
    values: { heldOn: '2027-01-11', minutes: '55', kind: 'phone' },
  })
  await play.sent('meetings: corrected')
  const sure = await play.tap('meetings: take it back?', mentee, { shown: list, verb: 'meeting.take-back' })
  await play.tap('meetings: taken back', mentee, { shown: sure, verb: 'meeting.take-back' })
  await play.tap('meetings: taken back already', mentee, { shown: list, verb: 'meeting.take-back' })
  await play.sent('meetings: taken back')
}

async function playCancelling(play: Recorder, { mentor, mentee }: Two): Promise<void> {
  const own = { minutes: '45', ownDate: '2027-01-20', ownTime: '10:00' }
  const form = await play.command('meet: again', mentee, 'meet')
  const proposed = await play.fill('meet: proposed again', mentee, { form, values: own })
  await play.tap('meet: taken back', mentee, { shown: proposed, verb: 'meeting.cancel' })
  await play.sent('meet: taken back')
  play.hospital.at({ minutes: 1 })
  const third = await play.command('meet: a third', mentee, 'meet')
  await play.fill('meet: proposed a third', mentee, { form: third, values: own })
  await play.sent('meet: a third')
  const offer = await sentAbout(play, mentor, 'None fits')
  await setLeave(play, mentee, ['2027-01-20/2027-01-20'])
  await play.tap('meet: on leave by now', mentor, { shown: offer, verb: 'meeting.pick' })
  await setLeave(play, mentee, [])
  await play.tap('meet: agreed a third', mentor, { shown: offer, verb: 'meeting.pick' })
  const stands = await play.command('meet: stands', mentor, 'meet')
  const sure = await play.tap('meet: cancel it?', mentor, { shown: stands, verb: 'meeting.cancel' })
  await play.tap('meet: cancelled', mentor, { shown: sure, verb: 'meeting.cancel' })
  await play.tap('meet: cancelled already', mentor, { shown: stands, verb: 'meeting.cancel' })
  await play.sent('meet: cancelled')
}

async function playNotHeld(play: Recorder, { mentor, mentee }: Two): Promise<void> {
  play.hospital.at({ minutes: 1 })
  const form = await play.command('not held: form', mentee, 'meet')
  await play.fill('not held: proposed', mentee, {
    form,
    values: { minutes: '45', ownDate: '2027-01-14', ownTime: '10:00' },
  })
  await play.sent('not held: proposed')
  const offer = await sentAbout(play, mentor, 'None fits')
  await play.tap('not held: agreed', mentor, { shown: offer, verb: 'meeting.pick' })
  await play.sent('not held: agreed')
  play.hospital.at('2027-01-14T11:00:00Z')
  await play.beat('not held')
  const asked = await sentAbout(play, mentee, 'We did not')
  await play.tap('not held: we did not', mentee, { shown: asked, verb: 'meeting.not-held' })
}

async function playLapsed(play: Recorder, { mentor, mentee }: Two): Promise<void> {
  const { hospital } = play
  hospital.at({ minutes: 1 })
  const form = await play.command('meet: a fourth', mentee, 'meet')
  const two = { minutes: '45', times: marked(form, 1), ownDate: '2027-01-22', ownTime: '10:00' }
  await play.fill('meet: proposed a fourth', mentee, { form, values: two })
  await play.sent('meet: a fourth')
  const offer = await sentAbout(play, mentor, 'None fits')
  hospital.at('2027-01-16T12:00:00Z')
  await play.tap('meet: gone by', mentor, { shown: offer, verb: 'meeting.pick' })
  hospital.at('2027-01-22T12:00:00Z')
  await play.beat('meet: nobody answered')
  await play.command('meet: with a required meeting overdue', mentee, 'meet')
}

async function playSeveral(play: Recorder, { mentor, mentee, programId, slug }: Two): Promise<void> {
  const { hospital, cast } = play
  const second = await hospital.person({
    name: cast.coordinator,
    contact: { days: [6], from: '02:00', to: '03:00' },
  })
  await hospital.enroll(programId, second)
  await pairThem(play, { mentor, mentee: second, program: slug })
  const whom = await play.command('meet: whom', mentor, 'meet')
  await play.press('meet: no time fits both', second, {
    verb: 'meeting.plan',
    about: await pairOf(play, second),
  })
  hospital.at({ minutes: 1 })
  const form = await play.command('meet: before it ends', mentee, 'meet')
  await play.fill('meet: the last', mentee, {
    form,
    values: { minutes: '45', ownDate: '2027-02-03', ownTime: '10:00' },
  })
  await play.sent('meet: the last')
  const offer = await sentAbout(play, mentor, 'None fits')
  await play.tap('meet: the last agreed', mentor, { shown: offer, verb: 'meeting.pick' })
  await hospital.within((scope) =>
    endPair(scope, { program: slug, mentor: mentor.email, mentee: mentee.email, actor: 'test' }),
  )
  await play.sent('meet: the pair ends')
  await play.tap('meet: pair gone', mentor, { shown: whom, verb: 'meeting.plan' })
  await play.fill('meet: pair gone meanwhile', mentee, { form, values: { minutes: '45' } })
}

/** The coordinators hear of what is overdue and of who is short of time. */
async function playRequired(play: Recorder, { coordinator, programId }: Two): Promise<void> {
  play.hospital.at('2027-04-06T09:00:00Z')
  await play.command('digest: required meetings', coordinator, 'admin digest')
  await play.press('digest: required meetings, the list', coordinator, {
    verb: 'digest.list',
    about: programId,
  })
}

/** The values of the first choices on offer. */
function marked(asked: Outcome, count: number): string[] {
  if (asked.kind !== 'form') throw new Error('no form')
  return asked.form.parts.flatMap((part) =>
    part.kind === 'field' && part.field.kind === 'choices'
      ? part.field.options.slice(0, count).map(({ value }) => value)
      : [],
  )
}

/** The latest message to this person with a button of that label; what is sent after it comes a minute later. */
async function sentAbout({ hospital }: Recorder, person: Person, label: string) {
  const sent = await hospital.outbox()
  const mine = sent.filter(({ user }) => user === person.accounts[0]?.user)
  const found = mine.findLast(({ message }) => JSON.stringify(message).includes(`"${label}"`))
  if (!found) throw new Error(`nobody was sent ${label}`)
  hospital.at({ minutes: 1 })
  return found.message
}

async function setLeave({ hospital }: Recorder, { id }: Person, leave: string[]): Promise<void> {
  await hospital.within(({ tx }) => tx.person.update({ where: { id }, data: { leave } }))
}

async function pairOf({ hospital }: Recorder, { id }: Person): Promise<string> {
  const pair = await hospital.within(({ tx }) => tx.pair.findFirst({ where: { menteeId: id } }))
  return pair?.id ?? ''
}
