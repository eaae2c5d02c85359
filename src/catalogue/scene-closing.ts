import { openClosing } from '../app/closing/open-closing.ts'
import { closeWithWords } from '../app/pair/close-pair.ts'
import { logMeeting } from '../app/pair/log-meeting.ts'
import type { PairFacts } from '../core/digest/attention.ts'
import type { Digest } from '../core/digest/digest.ts'
import { personalDigest } from '../core/digest/messages.ts'
import type { Message } from '../core/message/message.ts'
import { pairEndedMessage } from '../core/pair/ending-messages.ts'
import { endings, type Pair } from '../core/pair/pair.ts'
import type { Person } from '../core/people/person.ts'
import { createGoal, markGoalReached } from '../store/goals.ts'
import { buttonsOf, type Recorder } from './recorder.ts'

/** Looking back half-way and at the end, ending by date, together and alone, and what becomes of it. */
export async function playClosing(play: Recorder): Promise<void> {
  await playYear(play)
  await playTogether(play)
  await playAlone(play)
  playEndings(play)
  playAverages(play)
}

interface Scene {
  readonly mentor: Person
  readonly mentee: Person
  readonly programId: string
  readonly pair: Pair
}

async function begin(play: Recorder, settings: Record<string, unknown>): Promise<Scene> {
  const { hospital, cast } = play
  const coordinator = await hospital.person({ name: cast.coordinator })
  const mentor = await hospital.person({ name: cast.mentor })
  const mentee = await hospital.person({ name: cast.mentee })
  const { id: programId } = await hospital.program({
    name: cast.program,
    coordinators: [coordinator.email],
    routes: cast.routes,
    ...settings,
  })
  const pair = await hospital.pair(programId, mentor, mentee)
  await hospital.within(async (scope) => {
    const heldOn = scope.now.toZonedDateTimeISO('UTC').toPlainDate()
    await logMeeting(scope, { pair, loggedBy: mentor.id, heldOn, minutes: 61 })
  })
  return { mentor, mentee, programId, pair }
}

async function reachGoals(
  { hospital, cast }: Recorder,
  { pair, mentee }: Scene,
  many: number,
): Promise<void> {
  await hospital.within(async (scope) => {
    const today = scope.now.toZonedDateTimeISO('UTC').toPlainDate()
    const scale = { measure: 'yes-no', baseline: 0, target: 1, startsOn: today, milestones: [] } as const
    for (let number = 0; number <= many; number += 1) {
      const dueOn = today.add({ months: 6 })
      const goal = await createGoal(scope, {
        ...scale,
        pairId: pair.id,
        ownerId: mentee.id,
        title: cast.title,
        dueOn,
      })
      if (number < many) await markGoalReached(scope, goal.id, scope.now)
    }
  })
}

async function playYear(play: Recorder): Promise<void> {
  const { hospital, cast } = play
  hospital.at('2027-01-05T12:00:00Z')
  const asked = [{ id: 'rota', ask: cast.question.slice(0, 150) }]
  const scene = await begin(play, { ends_on: '2027-07-30', evaluation: { ratings: asked } })
  const { mentor, mentee, pair } = scene
  await reachGoals(play, scene, 7)
  hospital.at('2027-04-19T12:00:00Z')
  await play.beat('half-way')
  const half = await latest(play, mentee, 'review:')
  const form = await play.tap('half-way: form', mentee, { shown: half, verb: 'review.open' })
  await play.fill('half-way: hard', mentee, {
    form,
    values: { 'rating-mentoring': '1', 'rating-rota': '3', helped: cast.words, better: cast.words },
  })
  await play.tap('half-way: seen again', mentee, { shown: half, verb: 'review.open' })
  hospital.at('2027-04-27T12:00:00Z')
  await play.beat('half-way')
  await play.tap('half-way: not this time', mentor, {
    shown: await latest(play, mentor, 'review:'),
    verb: 'review.not-now',
  })
  hospital.at('2027-07-23T12:00:00Z')
  await play.beat('closing')
  const closing = await latest(play, mentee, 'review:')
  const look = await play.tap('closing: form', mentee, { shown: closing, verb: 'review.open' })
  await play.fill('closing: first half', mentee, {
    form: look,
    values: { reached: cast.words, next: cast.words, thanks: cast.words.slice(0, 1000) },
  })
  await play.command('closing: overview', mentor, '')
  await play.press('closing: overview: more', mentor, 'overview.more')
  hospital.at('2027-07-31T12:00:00Z')
  await play.beat('ended by date')
  hospital.at('2027-08-09T12:00:00Z')
  await play.beat('closing: reminder')
  const rest = await play.tap('closing: second half', mentee, { shown: closing, verb: 'review.open' })
  await play.fill('closing: done', mentee, { form: rest, values: { 'rating-mentoring': '5' } })
  await play.press('closing: half-way is over', mentee, {
    verb: 'review.open',
    ...aboutOf(half, 'review.open'),
  })
  await play.sent('closing')
  const invited = await latest(play, mentee, 'become-mentor:')
  await play.tap('mentor: not now', mentee, { shown: invited, verb: 'mentor.not-now' })
  await play.tap('mentor: next time', mentee, { shown: invited, verb: 'mentor.become' })
  await play.sent('mentor')
  await play.press('mentor: somebody else’s', mentor, {
    verb: 'mentor.become',
    ...aboutOf(invited, 'mentor.become'),
  })
  await play.press('record', mentor, { verb: 'pair.record', about: pair.id })
  await play.press('record: of the mentee', mentee, { verb: 'pair.record', about: pair.id })
}

async function playTogether(play: Recorder): Promise<void> {
  const { hospital, cast } = play
  hospital.at('2027-01-05T12:00:00Z')
  const { mentor, mentee, pair } = await begin(play, { starts_on: '2027-01-04', ends_on: '2029-01-04' })
  hospital.at('2028-01-05T12:00:00Z')
  const form = await play.press('end: form', mentor, 'pair.close')
  await play.fill('end: together', mentor, {
    form,
    values: { how: 'together', line: cast.words.slice(0, 500) },
  })
  await play.sent('end')
  const asked = await latest(play, mentee, `pair:${pair.id}:close-ask`)
  await play.tap('end: not yet', mentee, { shown: asked, verb: 'pair.close-not-yet' })
  await play.sent('end')
  await play.tap('end: nobody asks', mentee, { shown: asked, verb: 'pair.close-agree' })
  await play.fill('end: together again', mentor, { form, values: { how: 'together' } })
  await play.sent('end')
  const agreed = await play.tap('end: agreed', mentee, { shown: asked, verb: 'pair.close-agree' })
  await play.sent('end')
  const look = await play.tap('end: look back', mentee, { shown: agreed, verb: 'review.open' })
  await play.fill('end: looked back', mentee, { form: look, values: {} })
  const rest = await play.tap('end: evaluation', mentee, { shown: agreed, verb: 'review.open' })
  await play.fill('end: evaluated', mentee, { form: rest, values: { 'rating-mentoring': '4' } })
  await play.sent('end')
  const invited = await latest(play, mentee, 'become-mentor:')
  await play.tap('end: become a mentor', mentee, { shown: invited, verb: 'mentor.become' })
  await play.tap('end: a mentor already', mentee, { shown: invited, verb: 'mentor.become' })
  await play.fill('end: over already', mentor, {
    form,
    values: { how: 'now', line: cast.words.slice(0, 500) },
  })
  await play.press('end: no pair', mentor, 'pair.close')
  await play.press('record: not theirs', await hospital.person({ name: cast.mentor }), {
    verb: 'pair.record',
    about: pair.id,
  })
}

async function playAlone(play: Recorder): Promise<void> {
  const { hospital, cast } = play
  hospital.at('2027-01-05T12:00:00Z')
  const { mentor, mentee, programId, pair } = await begin(play, {})
  const second = await hospital.person({ name: cast.mentee })
  const other = await hospital.pair(programId, mentor, second)
  const form = await play.press('end: which', mentor, 'pair.close')
  await play.fill('end: now', mentor, {
    form,
    values: { pair: other.id, how: 'now', line: cast.words.slice(0, 500) },
  })
  await play.sent('end now')
  await play.press('record: never met', mentor, { verb: 'pair.record', about: other.id })
  const own = await play.press('end: the mentee’s form', mentee, 'pair.close')
  await play.fill('end: the mentee rests', mentee, { form: own, values: { how: 'now' } })
  await play.sent('end now')
  await play.press('record: still to look back', mentor, { verb: 'pair.record', about: pair.id })
  await playWithoutRatings(play)
  const late = await begin(play, {})
  await hospital.within(async (scope) => {
    await openClosing(scope, late.pair, 'coming')
    await closeWithWords(scope, late.pair, { actor: 'test', by: 'coordinator' })
  })
  await play.beat('closing: over before it was asked')
}

async function playWithoutRatings(play: Recorder): Promise<void> {
  const { hospital, cast } = play
  const { mentee, pair } = await begin(play, { evaluation: { end: 'no' } })
  await hospital.within((scope) => openClosing(scope, pair, 'coming'))
  await play.beat('closing without ratings')
  const shown = await latest(play, mentee, 'review:')
  const form = await play.tap('closing without ratings: form', mentee, { shown, verb: 'review.open' })
  const values = { thanks: cast.words.slice(0, 1000) }
  await play.fill('closing without ratings: done', mentee, { form, values })
}

/** Every way in which a pair can end, as the other reads it. */
function playEndings(play: Recorder): void {
  const { cast } = play
  for (const by of endings) {
    const message = pairEndedMessage({
      firstName: cast.mentee.split(' ')[0] ?? '',
      other: cast.mentor,
      program: cast.program,
      locale: 'en-GB',
      by,
    })
    play.keep(`ending: ${by}`, message)
  }
}

/** The digest at review times, and of a pair that everything was tried with. */
function playAverages(play: Recorder): void {
  const today = Temporal.PlainDate.from('2027-08-02')
  const asked = { ask: play.cast.question.slice(0, 150), value: 3.5, on: today }
  const none = { pairs: 0, met: 0, ended: 0, opened: 0, answered: 0, onTrack: 0, atRisk: 0, offTrack: 0 }
  const digest: Digest = {
    program: { id: 'program', name: play.cast.program, coordinators: [] },
    today,
    since: today.subtract({ days: 7 }),
    figures: { ...none, reached: 0, attention: 0, snoozed: 0, withoutPair: 0, thanks: 0 },
    rows: [{ pair: tried(play, today), reasons: [{ kind: 'not-met', days: 30, since: today }] }],
    withoutPair: [],
    ratings: [
      { moment: 'middle', ...asked },
      { moment: 'end', ...asked },
    ],
    skills: [
      { moment: 'start', value: 2, on: today },
      { moment: 'middle', value: 3, on: today },
      { moment: 'end', value: 4.5, on: today },
    ],
  }
  play.keep('digest: averages', personalDigest(digest, { email: 'nobody@example.org', locale: 'en-GB' }))
}

/** A pair with which everything was tried. */
function tried({ cast }: Recorder, day: Temporal.PlainDate): PairFacts {
  const done = { checkIns: 2, reminders: 4, later: 1, askedToGoOn: day }
  const member = (name: string) => ({ name, email: 'somebody@example.org', finished: [], tried: done })
  return {
    pairId: 'pair',
    startedOn: day,
    mentor: member(cast.mentor),
    mentee: member(cast.mentee),
    everMet: false,
    metInPeriod: false,
    nudgedOn: day,
    rematchOfferedOn: day,
  }
}

/** The latest message to them whose key begins like this. */
async function latest({ hospital }: Recorder, person: Person, about: string): Promise<Message> {
  const mine = (await hospital.outbox()).filter(
    ({ user, key }) => user === person.accounts[0]?.user && key.startsWith(about),
  )
  const last = mine.at(-1)
  if (!last) throw new Error(`nothing was sent to them about ${about}`)
  return last.message
}

function aboutOf(message: Message, verb: string): { about?: string } {
  const about = buttonsOf(message).find((button) => button.verb === verb)?.about
  return about === undefined ? {} : { about }
}
