import type { Outcome } from '../core/message/intent.ts'
import type { Person } from '../core/people/person.ts'
import { buttonsOf, type Recorder } from './recorder.ts'
import { fieldNames, type Two } from './scene-pair.ts'

/** One check-in answered by the mentee in the chat and by the mentor in the form, with everything that can be said. */
export async function playAnswers(play: Recorder, two: Two): Promise<void> {
  const { mentor, mentee, coordinator } = two
  await play.command('check-in: nothing open yet', mentee, 'checkin')
  await play.command('check-in: unknown name', mentee, `checkin ${play.cast.words.slice(0, 60)}`)
  await openNext(play, 'check-in: opening')
  await play.command('check-in: overview', mentee, '')
  await answerInChat(play, mentee)
  await answerInForm(play, mentor)
  await play.sent('check-in: over')
  await changeAfterwards(play, { mentee, coordinator })
  await play.sent('check-in: changed')
}

/** Sets the clock to when the next check-in comes, and lets the heart beat. */
export async function openNext(play: Recorder, name: string): Promise<void> {
  const { hospital } = play
  const next = await hospital.within(({ tx }) =>
    tx.checkIn.findFirst({ where: { state: 'waiting', nextAt: { not: null } }, orderBy: { nextAt: 'asc' } }),
  )
  if (!next?.nextAt) throw new Error('no check-in is planned')
  hospital.at(next.nextAt.toISOString())
  await play.beat(name)
}

async function answerInChat(play: Recorder, mentee: Person): Promise<void> {
  const { cast } = play
  const words = cast.words.slice(0, 1500)
  const opening = await play.latestTo(mentee, 'nudge:')
  const offered = await play.say('chat: before the first question', mentee, words)
  for (const about of ['met', 'progress'])
    await play.tap(`chat: ${about} instead`, mentee, { shown: offered, verb: 'command.run', about })
  const help = await play.command('chat: help instead', mentee, 'help')
  await play.tap('chat: the form from help', mentee, { shown: help, verb: 'command.run', about: 'checkin' })
  await play.tap('chat: not met', mentee, { shown: opening, verb: 'checkin.not-met' })
  const first = await play.tap('chat: first question', mentee, { shown: opening, verb: 'checkin.answer' })
  await play.tap('chat: not this', mentee, {
    shown: await play.press('chat: not met again', mentee, {
      verb: 'checkin.not-met',
      about: aboutOf(first),
    }),
    verb: 'checkin.not-this',
  })
  const met = await play.press('chat: asked again', mentee, { verb: 'checkin.answer', about: aboutOf(first) })
  const rating = await play.tap('chat: met', mentee, { shown: met, verb: 'checkin.pick', about: ':yes' })
  await play.say('chat: rating unclear', mentee, 'so-so')
  const learned = await play.tap('chat: hard rating', mentee, {
    shown: rating,
    verb: 'checkin.pick',
    about: ':1',
  })
  const readers = await play.tap('chat: who reads it', mentee, { shown: learned, verb: 'checkin.reader' })
  for (const reader of [':coordinator', ':pair-and-coordinator', ':only-me', ':pair'])
    await play.tap(`chat: read by ${reader}`, mentee, {
      shown: readers,
      verb: 'checkin.read-by',
      about: reader,
    })
  const inTheWay = await play.say('chat: learned', mentee, { text: words, message: 'learned' })
  await play.does('chat: learned edited', mentee, {
    kind: 'edit',
    text: `${words}, and more`,
    message: 'learned',
  })
  await play.does('chat: learned emptied', mentee, { kind: 'unsay', message: 'learned' })
  await play.say('chat: learned again', mentee, { text: words, message: 'learned again' })
  await play.tap('chat: passed', mentee, { shown: inTheWay, verb: 'checkin.pass' })
  await answerGoals(play, mentee)
  const wish = await play.say('chat: next step', mentee, `${words.slice(0, 200)} by 2 March`)
  await play.say('chat: coordinator unclear', mentee, words)
  await play.tap('chat: urgent', mentee, { shown: wish, verb: 'checkin.pick', about: ':urgent' })
  await play.say('chat: urgent words', mentee, { text: words, message: 'urgent words' })
}

/** Each goal by typing, the first unclear. */
async function answerGoals(play: Recorder, mentee: Person): Promise<void> {
  let asked = await play.say('chat: goal unclear', mentee, play.cast.words.slice(0, 300))
  for (let goal = 1; goal <= 5 && wordsOf(asked).includes('Where does this goal stand?'); goal += 1) {
    const typed = wordsOf(asked).includes('60%') ? '60% going well' : '5 going well'
    const yesNo =
      asked.kind === 'show' && buttonsOf(asked.message).some(({ about }) => about?.endsWith(':no'))
    asked = yesNo
      ? await play.tap(`chat: goal ${goal}`, mentee, { shown: asked, verb: 'checkin.pick', about: ':no' })
      : await play.say(`chat: goal ${goal}`, mentee, { text: typed, message: 'a goal' })
  }
}

async function answerInForm(play: Recorder, mentor: Person): Promise<void> {
  const { cast } = play
  const form = await play.command('form: of the check-in', mentor, 'checkin')
  await play.fill('form: empty', mentor, { form, values: {} })
  await play.fill('form: an identifier', mentor, {
    form,
    values: { met: 'yes', 'met.minutes': 'long', learned: 'NHS number 943 476 5919' },
  })
  const names = fieldNames(form).filter((name) => name.startsWith('goals') && !name.includes('.reader'))
  const goals = Object.fromEntries(names.map((name) => [name, '1']))
  const values = {
    met: 'yes',
    'met.on': '2027-01-05',
    'met.minutes': '45',
    how: '1',
    learned: cast.words.slice(0, 1500),
    'in-the-way': cast.words,
    'in-the-way.reader': 'only-me',
    'next-step': cast.words.slice(0, 1500),
    'next-step.by': '2027-03-02',
    coordinator: 'yes',
    'coordinator.words': cast.words,
    ...goals,
  }
  const done = await play.fill('form: sent', mentor, { form, values })
  const change = await play.tap('form: to change', mentor, { shown: done, verb: 'checkin.form' })
  await play.fill('form: changed', mentor, {
    form: change,
    values: { ...values, coordinator: 'urgent', learned: 'Something else' },
  })
}

/** What was shared has been sent: changed, narrowed, taken back. */
async function changeAfterwards(
  play: Recorder,
  { mentee }: { mentee: Person; coordinator: Person },
): Promise<void> {
  await play.hospital.within(({ tx }) => tx.outboxEntry.updateMany({ data: { state: 'sent' } }))
  await play.does('afterwards: edited', mentee, {
    kind: 'edit',
    text: 'Other words',
    message: 'learned again',
  })
  await play.sent('afterwards: edited')
  await play.does('afterwards: unclear', mentee, { kind: 'edit', text: 'no idea', message: 'a goal' })
  await play.does('afterwards: no words', mentee, { kind: 'unsay', message: 'urgent words' })
  await play.does('afterwards: unsaid', mentee, { kind: 'unsay', message: 'learned again' })
  await play.sent('afterwards: unsaid')
  const form = await play.command('afterwards: form', mentee, 'checkin')
  if (form.kind === 'show') {
    const again = await play.tap('afterwards: form', mentee, { shown: form, verb: 'checkin.form' })
    const rest = { form: again, values: { learned: play.cast.words, 'in-the-way': play.cast.words } }
    const done = await play.fill('afterwards: the rest', mentee, rest)
    const all = await play.tap('afterwards: all', mentee, { shown: done, verb: 'checkin.form' })
    await play.fill('afterwards: nothing urgent', mentee, {
      form: all,
      values: { met: 'no', coordinator: 'no' },
    })
  }
  await play.sent('afterwards: nothing urgent')
  await play.command('afterwards: overview', mentee, '')
}

/** *Later*, skip, silence: the reminders, the last of them, and the question whether to go on. */
export async function playPatience(play: Recorder, { mentor, mentee }: Two): Promise<void> {
  const { hospital } = play
  await openNext(play, 'patience: opening')
  const nudge = await play.latestTo(mentee, 'nudge:')
  const later = await play.tap('patience: later', mentee, { shown: nudge, verb: 'checkin.later' })
  const form = await play.tap('patience: pick a date', mentee, { shown: later, verb: 'checkin.put-off-form' })
  await play.fill('patience: no date', mentee, { form, values: {} })
  await play.fill('patience: too far off', mentee, { form, values: { on: '2029-01-01' } })
  await play.tap('patience: in three days', mentee, { shown: later, verb: 'checkin.put-off', about: ':3' })
  await play.tap('patience: tomorrow', mentee, { shown: later, verb: 'checkin.put-off', about: ':1' })
  hospital.at({ days: 2 })
  await play.beat('patience: as asked')
  const asked = await play.latestTo(mentee, 'nudge:')
  const again = await play.tap('patience: later again', mentee, { shown: asked, verb: 'checkin.later' })
  await play.tap('patience: skip', mentee, { shown: again, verb: 'checkin.skip' })
  await play.tap('patience: skip twice', mentee, { shown: again, verb: 'checkin.skip' })
  await play.tap('patience: later, too late', mentee, { shown: asked, verb: 'checkin.later' })
  await play.tap('patience: answer, too late', mentee, { shown: asked, verb: 'checkin.answer' })
  for (let silence = 0; silence < 3; silence += 1) {
    if (silence > 0) await openNext(play, 'silence: opening')
    for (const day of [2, 3, 5]) {
      hospital.at({ days: day })
      await play.beat(`silence: after ${day} more days`)
    }
  }
  const question = await play.latestTo(mentor, 'go-on:')
  await play.tap('silence: pause', mentor, { shown: question, verb: 'program.pause' })
  const leave = await play.tap('silence: leave', mentor, { shown: question, verb: 'program.leave' })
  await play.tap('silence: go on', mentor, { shown: question, verb: 'program.go-on' })
  const pause = await play.tap('silence: pause after all', mentor, { shown: question, verb: 'program.pause' })
  await play.fill('silence: paused', mentor, { form: pause, values: { until: '2027-12-01' } })
  await play.command('silence: resumed', mentor, 'resume')
  await play.press('silence: somebody else’s', mentee, { verb: 'program.go-on', about: aboutOf(leave) })
}

/** A program’s own script, and one person in two pairs of it. */
export async function playScript(
  play: Recorder,
  { mentor, mentee }: Two,
  others: readonly Person[],
): Promise<void> {
  await openNext(play, 'script: opening of several')
  await play.command('script: which check-in', mentor, 'checkin')
  await play.command('script: overview of several', mentor, '')
  const opening = await play.latestTo(mentor, 'nudge:')
  await play.tap('script: later, several', mentor, { shown: opening, verb: 'checkin.later' })
  let asked = await play.tap('script: first', mentor, { shown: opening, verb: 'checkin.answer' })
  asked = await play.say('script: text', mentor, play.cast.words.slice(0, 500))
  const minutes = await play.tap('script: met', mentor, { shown: asked, verb: 'checkin.pick', about: ':yes' })
  await play.say('script: minutes unclear', mentor, 'quite long')
  asked = await play.tap('script: minutes', mentor, { shown: minutes, verb: 'checkin.pick', about: ':30' })
  await play.say('script: choice unclear', mentor, 'neither of them')
  await play.tap('script: choice, and the next pair', mentor, {
    shown: asked,
    verb: 'checkin.pick',
    about: ':0',
  })
  await play.say('script: nothing asked', mentor, play.cast.words.slice(0, 500))
  const form = await play.command('script: form', mentee, 'checkin')
  await play.fill('script: required is missing', mentee, { form, values: { met: 'no', rota: '1' } })
  await play.fill('script: done', mentee, {
    form,
    values: { met: 'no', words: play.cast.words.slice(0, 500), rota: '1' },
  })
  for (const other of others) await play.does('script: Home', other, { kind: 'open-home' })
}

function aboutOf(outcome: Outcome): string {
  if (outcome.kind === 'form') return outcome.form.about ?? ''
  if (outcome.kind !== 'show') return ''
  const [button] = buttonsOf(outcome.message)
  return button?.about?.split(':')[0] ?? ''
}

function wordsOf(outcome: Outcome): string {
  return JSON.stringify(outcome)
}
