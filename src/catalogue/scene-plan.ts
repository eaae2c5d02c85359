import type { Outcome } from '../core/message/intent.ts'
import type { Message } from '../core/message/message.ts'
import type { Recorder } from './recorder.ts'
import { optionsOf, type Two } from './scene-pair.ts'

/** Who does what next: written down, suggested, reminded of, done, changed and dropped. */
export async function playPlan(play: Recorder, { mentor, mentee }: Two): Promise<void> {
  const { cast, hospital } = play
  const title = cast.title
  const empty = await play.command('plan: empty', mentee, 'plan')
  const form = await play.tap('plan: form', mentee, { shown: empty, verb: 'plan.add' })
  const step = { title, dueOn: '2027-01-08', owner: 'me' }
  await play.fill('plan: in the past', mentee, { form, values: { ...step, dueOn: '2020-01-01' } })
  await play.fill('plan: far away', mentee, { form, values: { ...step, dueOn: '2029-01-01' } })
  for (const dueOn of ['2027-01-04', '2027-01-05', '2027-01-08']) {
    await play.fill(`plan: by ${dueOn}`, mentee, { form, values: { ...step, dueOn } })
  }
  await play.command('plan: with words', mentor, `plan ${title}`)
  const theirs = await play.press('plan: form of the mentor', mentor, 'plan.add')
  await play.fill('plan: of the mentor', mentor, { form: theirs, values: step })
  await play.fill('plan: suggested', mentor, { form: theirs, values: { ...step, owner: 'other' } })
  await play.sent('plan')
  const suggestion = await queuedAs(play, 'suggested')
  const list = await play.command('plan: list', mentee, 'plan')
  await play.command('overview: with actions', mentee, '')
  const change = await play.tap('plan: change form', mentee, { shown: list, verb: 'plan.change' })
  const [first = ''] = optionsOf(change, 'action')
  const tick = await play.tap('plan: tick off', mentee, { shown: list, verb: 'plan.tick' })
  await play.fill('plan: nothing ticked', mentee, { form: tick, values: {} })
  await play.fill('plan: changed into the past', mentee, {
    form: change,
    values: { action: first, dueOn: '2020-01-01' },
  })
  await play.fill('plan: changed', mentee, { form: change, values: { action: first, title: cast.milestone } })
  await play.tap('plan: dropped', mentee, { shown: suggestion, verb: 'plan.drop' })
  await play.tap('plan: dropped again', mentee, { shown: suggestion, verb: 'plan.drop' })
  hospital.at('2027-01-07T09:00:00Z')
  await play.beat('plan')
  const reminder = await queuedAs(play, `plan-reminder:${mentee.id}`)
  await play.tap('plan: done', mentee, { shown: reminder, verb: 'plan.done' })
  for (let count = 0; count < 19; count += 1) {
    await hospital.as(mentee).submit('plan.add-save', aboutOf(form), step)
  }
  await play.fill('plan: enough', mentee, { form, values: step })
  const many = await play.command('plan: many', mentee, 'plan')
  const all = await play.tap('plan: many to tick off', mentee, { shown: many, verb: 'plan.tick' })
  await play.fill('plan: ticked off', mentee, {
    form: all,
    values: { done: optionsOf(all, 'done').slice(0, 3) },
  })
  const lonely = await hospital.person({ name: cast.coordinator })
  await play.command('plan: without a pair', lonely, 'plan')
}

/** The message in the outbox whose key has these words. */
export async function queuedAs({ hospital }: Recorder, words: string): Promise<Message> {
  const found = (await hospital.outbox()).findLast(({ key, kind }) => kind === 'send' && key.includes(words))
  if (!found) throw new Error(`nothing was queued as ${words}`)
  return found.message
}

function aboutOf(form: Outcome): string | undefined {
  return form.kind === 'form' ? form.form.about : undefined
}
