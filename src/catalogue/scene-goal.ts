import { askReevaluation } from '../app/goal/review-goals.ts'
import { endPair } from '../app/pair/end-pair.ts'
import type { Values } from '../core/message/form.ts'
import type { Outcome } from '../core/message/intent.ts'
import type { Person } from '../core/people/person.ts'
import { activePairsOf } from '../store/pairs.ts'
import type { Recorder } from './recorder.ts'
import { optionsOf, type Two } from './scene-pair.ts'
import { queuedAs } from './scene-plan.ts'

/** A goal in the two steps of the wizard. */
interface Told {
  readonly what: Values
  readonly way: Values
}

const yesNo = { measure: 'yes-no' }
const soon = { dueOn: '2027-03-31' }

/** Goes on with the form on the screen, whatever is asked back, until it is stored. */
async function goOn(
  play: Recorder,
  name: string,
  { mentee, asked, told }: { mentee: Person; asked: Outcome; told: Told },
): Promise<Outcome> {
  let now = asked
  for (let step = 1; now.kind === 'form' && step <= 4; step += 1) {
    const values = now.form.verb === 'goal.begin' ? told.what : told.way
    now = await play.fill(`${name}, step ${step}`, mentee, { form: now, values })
  }
  return now
}

/** Sets a goal, and keeps it as it is whatever is asked back. */
export async function setGoal(
  play: Recorder,
  name: string,
  one: { mentee: Person; told: Told },
): Promise<Outcome> {
  const asked = await play.press(`${name}: form`, one.mentee, 'goal.new')
  return await goOn(play, name, { ...one, asked })
}

/** Goals of each measure, with everything that can be wrong with them. */
export async function playGoals(play: Recorder, { mentor, mentee }: Two): Promise<void> {
  const { cast } = play
  const title = { title: cast.title }
  await play.press('goals: none yet', mentee, 'goal.list')
  await play.command('goals: the mentor’s list, empty', mentor, 'goal')
  await play.press('goals: a mentor sets none', mentor, 'goal.new')
  await play.command('goals: progress without one', mentee, 'progress 1 60% well')
  const form = await play.command('goals: form', mentee, 'goal')
  await play.command('goals: form with words', mentee, `goal ${cast.title}`)
  await play.fill('goals: empty form', mentee, { form, values: {} })
  await play.fill('goals: wrong in itself', mentee, {
    form,
    values: { ...title, measure: 'count', baseline: '1.5' },
  })
  const asked = await play.fill('goals: asked back', mentee, {
    form,
    values: { ...title, measure: 'count', target: '20' },
  })
  await play.fill('goals: another window', mentee, { form, values: { ...title, ...yesNo } })
  const way = await play.fill('goals: kept as it is', mentee, {
    form: asked,
    values: { ...title, measure: 'count', target: '20', unit: cast.unit },
  })
  await play.fill('goals: long ago', mentee, {
    form: way,
    values: { dueOn: '2020-01-01', milestone1: cast.milestone, attainable: cast.words.slice(0, 600) },
  })
  await playUnfinished(play, mentee)
  const again = await play.press('goals: taken up again', mentee, 'goal.new')
  await goOn(play, 'goals: count', {
    mentee,
    asked: again,
    told: { what: title, way: { ...soon, relevant: cast.words.slice(0, 600) } },
  })
  await play.command('goals: one', mentee, 'goal')
  const told: readonly Told[] = [
    {
      what: { ...title, ...yesNo },
      way: { ...soon, milestone1: cast.milestone, milestone1On: '2027-03-01' },
    },
    { what: { ...title, measure: 'percent', baseline: '20', target: '80' }, way: soon },
    {
      what: { ...title, measure: 'number', baseline: '90', target: '60.5', unit: cast.unit },
      way: { attainable: cast.words.slice(0, 600), relevant: 'So', dueOn: '2027-12-01' },
    },
  ]
  for (const one of told) await setGoal(play, 'goals: the next', { mentee, told: one })
}

/** Left half-way: what waits, and what becomes of it. */
async function playUnfinished(play: Recorder, mentee: Person): Promise<void> {
  const { cast } = play
  const waits = await play.command('goals: begun', mentee, 'goal')
  await play.command('goals: another while one is begun', mentee, `goal ${cast.title}`)
  const reword = await play.tap('goals: put differently', mentee, { shown: waits, verb: 'goal.reword' })
  await play.tap('goals: put away', mentee, { shown: waits, verb: 'goal.put-away' })
  await play.fill('goals: put away elsewhere', mentee, {
    form: reword,
    values: { title: cast.title, ...yesNo },
  })
  const form = await play.press('goals: begun anew', mentee, 'goal.new')
  await play.fill('goals: begun anew', mentee, {
    form,
    values: { title: cast.title, measure: 'count', target: '20', unit: cast.unit },
  })
}

export async function playProgress(play: Recorder, { mentor, mentee }: Two): Promise<void> {
  const { cast } = play
  const all = await play.command('progress: form of several', mentee, 'progress')
  await play.fill('progress: form without a goal', mentee, { form: all, values: { value: 'a lot' } })
  const first = await play.command('progress: form of one', mentee, 'progress 2')
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
  await play.command('progress: no value', mentee, `progress 1 ${cast.words.slice(0, 200)}`)
  await play.command('progress: no such goal', mentee, 'progress 9 60%')
  await play.command('progress: not whole', mentee, 'progress 1 3.5')
  await play.command('progress: out of range', mentee, 'progress 3 150%')
  await play.command('progress: stored', mentee, `progress 1 3 ${cast.words.slice(0, 1500)}`)
  await play.command('progress: a percentage stored', mentee, 'progress 3 50%')
  await play.command('progress: reached', mentee, 'progress 4 done at last')
  await play.sent('progress: reached')
  await play.command('goals: list', mentee, 'goal')
  await play.command('goals: the mentor’s list', mentor, 'goal')
  await play.command('overview: with goals', mentee, '')
  await play.press('overview: more', mentee, 'overview.more')
  const list = await play.press('goals: list by button', mentee, 'goal.list')
  await play.press('progress: of a goal that is gone', mentee, { verb: 'goal.progress', about: 'gone' })
  for (const number of [5, 6]) {
    const told = { what: { title: cast.title, ...yesNo }, way: { dueOn: '2027-05-01' } }
    await setGoal(play, `goals: number ${number}`, { mentee, told })
  }
  await play.tap('goals: a seventh', mentee, { shown: list, verb: 'goal.new' })
  const many = await play.press('goals: many', mentee, 'goal.list')
  const choice = await play.tap('goals: which one', mentee, { shown: many, verb: 'goal.look' })
  const [chosen = ''] = optionsOf(choice, 'goal')
  await play.fill('goals: the one chosen', mentee, { form: choice, values: { goal: chosen } })
  await play.press('goals: earlier ones to choose from', mentee, { verb: 'goal.look', about: 'past' })
}

/** Over the months: the page of a goal, its milestones, adjusting, letting go, looking again, and the end. */
export async function playGoalsLater(play: Recorder, { mentor, mentee, slug }: Two): Promise<void> {
  const { cast, hospital } = play
  const title = { title: cast.title }
  const count = {
    what: { ...title, measure: 'count', target: '20', unit: cast.unit },
    way: { ...soon, attainable: cast.words.slice(0, 600), relevant: cast.words.slice(0, 600) },
  }
  for (const number of [1, 2]) await setGoal(play, `later: goal ${number}`, { mentee, told: count })
  await setGoal(play, 'later: goal 3', { mentee, told: { what: { ...title, ...yesNo }, way: soon } })
  for (const steps of [4, 7, 11]) {
    hospital.at({ days: 7 })
    await play.command(`later: ${steps}`, mentee, `progress 1 ${steps} ${cast.words.slice(0, 300)}`)
  }
  const page = await play.command('later: a goal', mentee, 'goal 1')
  const list = await play.command('later: the mentor’s list', mentor, 'goal')
  await play.tap('later: the goal as the mentor sees it', mentor, { shown: list, verb: 'goal.show' })
  await play.command('later: no such goal', mentee, 'goal 77')
  await playMilestones(play, mentee, page)
  await playChanges(play, mentee, page)
  await playLookingAgain(play, mentee)
  await play.command('later: another begun', mentee, `goal ${cast.title}`)
  const begun = await play.press('later: another begun', mentee, 'goal.new')
  const way = await play.fill('later: another begun', mentee, { form: begun, values: count.what })
  await hospital.within((scope) =>
    endPair(scope, { program: slug, mentor: mentor.email, mentee: mentee.email, actor: 'test' }),
  )
  await play.fill('later: the pair ended meanwhile', mentee, { form: way, values: count.way })
}

async function playMilestones(play: Recorder, mentee: Person, page: Outcome): Promise<void> {
  const { cast } = play
  const form = await play.tap('milestones: form', mentee, { shown: page, verb: 'goal.milestones' })
  const rows = (dueOn: string) => ({
    milestone1: cast.milestone,
    milestone1On: dueOn,
    milestone2: cast.milestone,
    milestone2On: dueOn,
    milestone3: cast.milestone,
    milestone3On: dueOn,
  })
  await play.fill('milestones: outside', mentee, { form, values: rows('2029-01-01') })
  for (const time of [1, 2, 3]) {
    await play.fill(`milestones: added ${time}`, mentee, { form, values: rows('2027-03-01') })
  }
  await play.fill('milestones: too many', mentee, { form, values: rows('2027-03-01') })
  const full = await play.command('milestones: many', mentee, 'goal 1')
  await play.tap('milestones: one tap', mentee, { shown: full, verb: 'goal.tick' })
  const again = await play.tap('milestones: form of many', mentee, { shown: full, verb: 'goal.milestones' })
  const [first = '', second = '', ...away] = optionsOf(again, 'done')
  await play.fill('milestones: done and away', mentee, {
    form: again,
    values: { done: [first, second], away: away.slice(2) },
  })
}

async function playChanges(play: Recorder, mentee: Person, page: Outcome): Promise<void> {
  const { cast } = play
  const adjust = await play.tap('adjust: form', mentee, { shown: page, verb: 'goal.adjust' })
  const why = cast.words.slice(0, 600)
  const same = { title: cast.title, target: '20', dueOn: '2027-03-31', why }
  await play.fill('adjust: nothing changed', mentee, { form: adjust, values: same })
  await play.fill('adjust: wrong', mentee, {
    form: adjust,
    values: { ...same, target: '5', dueOn: '2026-03-31' },
  })
  await play.fill('adjust: before a milestone', mentee, {
    form: adjust,
    values: { ...same, dueOn: '2027-02-10' },
  })
  await play.fill('adjust: stored', mentee, {
    form: adjust,
    values: { ...same, target: '15', dueOn: '2027-04-30' },
  })
  const second = await play.command('retire: the goal', mentee, 'goal 2')
  const retire = await play.tap('retire: form', mentee, { shown: second, verb: 'goal.retire' })
  await play.fill('retire: let go', mentee, { form: retire, values: { why } })
  await play.fill('retire: again', mentee, { form: retire, values: { why } })
  const past = await play.press('retire: earlier goals', mentee, 'goal.past')
  const gone = await play.tap('retire: the goal now', mentee, { shown: past, verb: 'goal.show' })
  await play.tap('retire: taken up again', mentee, { shown: gone, verb: 'goal.reopen' })
}

async function playLookingAgain(play: Recorder, mentee: Person): Promise<void> {
  const { cast, hospital } = play
  const ask = (moment: 'middle' | 'meeting-2') =>
    hospital.within(async (scope) => {
      const [pair] = await activePairsOf(scope, mentee.id)
      if (pair) await askReevaluation(scope, { pairId: pair.id, personId: mentee.id, moment })
    })
  await ask('middle')
  await play.sent('half-way')
  const asked = await queuedAs(play, 'goal-review:')
  await play.tap('half-way: kept', mentee, { shown: asked, verb: 'goal.keep' })
  const retire = await play.tap('half-way: let go', mentee, { shown: asked, verb: 'goal.retire' })
  await play.fill('half-way: let go', mentee, { form: retire, values: { why: cast.words.slice(0, 600) } })
  await play.sent('half-way: answered')
  await ask('meeting-2')
  await play.sent('after a required meeting')
}
