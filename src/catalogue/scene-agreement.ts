import { beat } from '../app/heartbeat.ts'
import type { Values } from '../core/message/form.ts'
import type { Outcome } from '../core/message/intent.ts'
import type { Person } from '../core/people/person.ts'
import type { Recorder } from './recorder.ts'
import { fieldNames } from './scene-pair.ts'

/** Two who have been paired. */
export interface Two {
  readonly play: Recorder
  readonly mentor: Person
  readonly mentee: Person
  readonly pairId: string
}

function termsFrom({ cast }: Recorder): Values {
  const words = cast.words
  return {
    aims: words.slice(0, 1500),
    frequency: words.slice(0, 300),
    organizer: 'mentee',
    channel: words.slice(0, 300),
    until: '2027-12-31',
    reviewOn: '2027-06-30',
    confidentiality: words.slice(0, 1500),
    support: words.slice(0, 1500),
    notice: words.slice(0, 300),
  }
}

/** Fills in what the form asks. */
function enter(
  play: Recorder,
  { name, person, form, values }: { name: string; person: Person; form: Outcome; values: Values },
): Promise<Outcome> {
  const asked = fieldNames(form)
  const fitting = Object.fromEntries(Object.entries(values).filter(([field]) => asked.includes(field)))
  return play.fill(name, person, { form, values: fitting })
}

/** Who writes first, what each adds, what both confirm, and what either changes later. */
export async function playAgreement({ play, mentor, mentee, pairId }: Two): Promise<void> {
  const all = termsFrom(play)
  await play.command('agreement: which', mentee, 'agreement')
  await play.press('agreement: the mentor comes first', mentor, { verb: 'agreement.show', about: pairId })
  const ask = { verb: 'agreement.nudge', about: pairId }
  await play.press('agreement: the mentor asks', mentor, ask)
  await play.press('agreement: the mentor asks again', mentor, ask)
  await play.sent('agreement')
  const shown = await play.press('agreement: nothing yet', mentee, { verb: 'agreement.show', about: pairId })
  await play.command('agreement: overview before', mentee, '')
  await play.press('agreement: overview: more', mentee, 'overview.more')
  const first = await play.tap('agreement: first form', mentee, { shown, verb: 'agreement.write' })
  const second = await enter(play, {
    name: 'agreement: second form',
    person: mentee,
    form: first,
    values: all,
  })
  await play.press('agreement: half written', mentee, { verb: 'agreement.show', about: pairId })
  const late = { ...all, until: '2020-01-01' }
  await enter(play, { name: 'agreement: a day that is over', person: mentee, form: second, values: late })
  const far = { ...all, until: '2040-01-01' }
  await enter(play, { name: 'agreement: a day far off', person: mentee, form: second, values: far })
  const past = { ...all, reviewOn: '2020-01-01' }
  await enter(play, { name: 'agreement: a review that is over', person: mentee, form: second, values: past })
  const after = { ...all, reviewOn: '2028-01-01' }
  await enter(play, { name: 'agreement: a review too late', person: mentee, form: second, values: after })
  await enter(play, { name: 'agreement: the mentee’s part', person: mentee, form: second, values: all })
  await play.sent('agreement')
  const drafted = await play.command('agreement: the mentor’s turn', mentor, 'agreement')
  await play.command('agreement: overview of the mentor', mentor, '')
  const part = await play.tap('agreement: the mentor’s form', mentor, {
    shown: drafted,
    verb: 'agreement.complete',
  })
  await enter(play, { name: 'agreement: completed', person: mentor, form: part, values: all })
  await play.sent('agreement')
  await playConfirming({ play, mentor, mentee, pairId })
}

async function playConfirming({ play, mentor, mentee, pairId }: Two): Promise<void> {
  const all = termsFrom(play)
  const show = { verb: 'agreement.show', about: pairId }
  const open = await play.press('agreement: to confirm', mentee, show)
  await play.command('agreement: overview with one to confirm', mentee, '')
  play.hospital.at({ days: 800 })
  await play.tap('agreement: its last day is over', mentee, { shown: open, verb: 'agreement.confirm' })
  play.hospital.at({ days: -800 })
  await play.tap('agreement: one has confirmed', mentee, { shown: open, verb: 'agreement.confirm' })
  await play.sent('agreement')
  await play.tap('agreement: confirmed again', mentee, { shown: open, verb: 'agreement.confirm' })
  const other = await play.command('agreement: the other’s turn', mentor, 'agreement')
  await play.tap('agreement: it stands', mentor, { shown: other, verb: 'agreement.confirm' })
  await play.sent('agreement')
  const stands = await play.command('agreement: as it stands', mentor, 'agreement')
  const change = await play.tap('agreement: form of a change', mentor, {
    shown: stands,
    verb: 'agreement.change',
  })
  await enter(play, {
    name: 'agreement: changed',
    person: mentor,
    form: change,
    values: { ...all, organizer: 'mentor' },
  })
  await play.sent('agreement')
  const changed = await play.press('agreement: the change', mentee, show)
  await play.tap('agreement: what stands meanwhile', mentee, { shown: changed, verb: 'agreement.standing' })
  const again = await play.tap('agreement: form of the change', mentee, {
    shown: changed,
    verb: 'agreement.change',
  })
  await enter(play, {
    name: 'agreement: changed again',
    person: mentee,
    form: again,
    values: { ...all, organizer: 'in-turn' },
  })
  await play.sent('agreement')
  await play.tap('agreement: an older version', mentee, { shown: changed, verb: 'agreement.confirm' })
  await play.press('agreement: of no pair', mentee, { verb: 'agreement.show', about: 'gone' })
}

/** Two weeks after a first meeting: nothing written, the mentor's part missing, nothing confirmed. */
export async function playReminders({ play, mentor, mentee, pairId }: Two): Promise<void> {
  const { hospital } = play
  const all = termsFrom(play)
  const remind = async (name: string) => {
    await hospital.within(({ tx, now }) =>
      tx.pair.update({ where: { id: pairId }, data: { agreementLookAt: new Date(now.epochMilliseconds) } }),
    )
    await beat(hospital.world)
    await play.sent(name)
  }
  await play.command('agreement: met', mentor, 'met 40')
  hospital.at({ days: 15 })
  await remind('agreement: nothing written')
  const first = await play.press('agreement: reminded', mentee, { verb: 'agreement.write', about: pairId })
  const second = await enter(play, {
    name: 'agreement: reminded, second',
    person: mentee,
    form: first,
    values: all,
  })
  await enter(play, { name: 'agreement: reminded, sent', person: mentee, form: second, values: all })
  await remind('agreement: the mentor’s part is missing')
  const part = await play.press('agreement: reminded mentor', mentor, {
    verb: 'agreement.complete',
    about: `${pairId}:1`,
  })
  await enter(play, { name: 'agreement: reminded, completed', person: mentor, form: part, values: all })
  await remind('agreement: not confirmed')
}
