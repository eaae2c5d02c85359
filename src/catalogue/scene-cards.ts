import { reschedule } from '../app/checkin/schedule.ts'
import { askSkills } from '../app/skills/ask-skills.ts'
import type { Outcome } from '../core/message/intent.ts'
import type { Person } from '../core/people/person.ts'
import { fieldOf } from '../core/skills/skills.ts'
import { openCheckInsOf } from '../store/check-ins.ts'
import { buttonsOf, type Recorder } from './recorder.ts'
import { fieldNames, optionsOf } from './scene-pair.ts'

/** What prepares people and goes with them: the briefing, the orientation list, skills, something to read. */
export async function playCards(play: Recorder): Promise<void> {
  await playBriefing(play)
  await playOrientation(play)
  await playSkills(play)
  await playReading(play)
}

async function playBriefing(play: Recorder): Promise<void> {
  const { hospital, cast } = play
  const both = await hospital.person({ name: cast.mentee, profile: { profession: 'nurse' } })
  await play.command('briefing: in no program', both, 'briefing')
  const { id } = await hospital.program({
    name: cast.program,
    routes: cast.routes,
    briefing: { required: 'yes' },
  })
  const enrollmentId = await hospital.enroll(id, both, { role: 'both' })
  await play.command('briefing: overview', both, '')
  await walk(play, both, await play.command('briefing: first card', both, 'briefing'))
  await walk(
    play,
    both,
    await play.press('briefing: other side', both, { verb: 'briefing.open', about: enrollmentId }),
  )
  const done = await play.command('briefing: confirmed', both, 'briefing')
  await play.tap('briefing: again', both, { shown: done, verb: 'briefing.again' })
  await play.press('briefing: not theirs', both, { verb: 'briefing.open', about: 'gone' })

  const { id: second } = await hospital.program({ name: cast.program })
  await hospital.enroll(second, both, { role: 'mentee' })
  await play.command('briefing: which program', both, 'briefing')
  const invited = await hospital.person({
    name: cast.mentor,
    profile: { profession: 'nurse', skills_offered: ['a'] },
  })
  const { id: third } = await hospital.program({ name: cast.program })
  const place = await hospital.enroll(third, invited, { role: 'mentor', state: 'invited' })
  await play.press('briefing: offered with the welcome', invited, { verb: 'program.join', about: place })
}

/** Every answer of every card is seen: the first is chosen to go on. */
async function walk(play: Recorder, person: Person, from: Outcome): Promise<void> {
  let shown = from
  for (let card = 1; shown.kind === 'show'; card += 1) {
    const answers = buttonsOf(shown.message).filter(({ verb }) => verb === 'briefing.answer')
    const [first] = answers
    if (!first) break
    const press = (about: string | undefined) =>
      play.press(`briefing: card ${card} answered`, person, {
        verb: 'briefing.answer',
        ...(about && { about }),
      })
    for (const { about } of answers.slice(1)) await press(about)
    shown = await press(first.about)
  }
  await play.tap('briefing: confirm', person, { shown, verb: 'briefing.confirm' })
}

async function playOrientation(play: Recorder): Promise<void> {
  const { hospital, cast } = play
  const [mentor, mentee] = [
    await hospital.person({ name: cast.mentor }),
    await hospital.person({ name: cast.mentee }),
  ]
  const text = cast.title.slice(0, 70)
  const orientation = ['who', 'how', 'inside', 'outside'].flatMap((group) =>
    Array.from({ length: 10 }, (_, at) => ({
      id: `${group}-${at}`,
      group,
      text: `${at} ${text}`,
      ...(at === 0 && { link: 'https://example.org/map', by: cast.unit }),
    })),
  )
  const { id } = await hospital.program({ name: cast.program, type: 'residency', orientation })
  const pair = await hospital.pair(id, mentor, mentee)
  hospital.at({ days: 1 })
  await play.beat('orientation: a day after')
  await play.command('orientation: overview', mentee, '')
  await play.press('orientation: overview: more', mentee, 'overview.more')
  const form = await play.press('orientation: form', mentee, { verb: 'orientation.tick', about: pair.id })
  await play.fill('orientation: some', mentee, { form, values: { who: ['who-0', 'who-1'] } })
  await play.sent('orientation: ticked')
  const all = await play.press('orientation: form of the other', mentor, {
    verb: 'orientation.tick',
    about: pair.id,
  })
  const everything = Object.fromEntries(fieldNames(all).map((name) => [name, optionsOf(all, name)]))
  await play.fill('orientation: everything', mentor, { form: all, values: everything })
  await play.sent('orientation: finished')
  await play.press('orientation: not theirs', mentor, { verb: 'orientation.list', about: 'gone' })
  const usual = await hospital.program({ name: cast.program, type: 'preceptorship-core' })
  await hospital.pair(usual.id, mentor, await hospital.person({ name: cast.mentee }))
  await play.press('orientation: which', mentor, 'orientation.list')
}

async function playSkills(play: Recorder): Promise<void> {
  const { hospital, cast } = play
  const skills = Array.from({ length: 8 }, (_, at) => `${at} ${cast.words}`.slice(0, 110))
  const [mentor, mentee] = [
    await hospital.person({ name: cast.mentor }),
    await hospital.person({ name: cast.mentee }),
  ]
  const { id } = await hospital.program({ name: cast.program, ends_on: '2027-07-30' })
  const pair = await hospital.pair(id, mentor, mentee)
  const days = { middle: '2027-04-20', end: '2027-07-26' }
  const ask = (moment: 'start' | 'middle' | 'end') =>
    hospital.within((scope) => askSkills(scope, { pairId: pair.id, moment }))
  await ask('start')
  await play.sent('skills: none named')
  await hospital.within(({ tx }) =>
    tx.person.update({ where: { id: mentee.id }, data: { profile: { skills_sought: skills } } }),
  )
  for (const moment of ['start', 'middle', 'end'] as const) {
    if (moment !== 'start') hospital.at(`${days[moment]}T10:00:00Z`)
    await ask(moment)
    await play.sent(`skills: ${moment}`)
    const form = await play.press(`skills: form, ${moment}`, mentee, {
      verb: 'skills.rate',
      about: `${pair.id}:${moment}`,
    })
    await play.fill(`skills: nothing rated, ${moment}`, mentee, { form, values: {} })
    const values = Object.fromEntries(skills.map((skill, at) => [fieldOf(skill), String((at % 5) + 1)]))
    await play.fill(`skills: rated, ${moment}`, mentee, { form, values })
  }
  await play.command('skills: overview', mentee, '')
  await play.press('skills: overview: more', mentee, 'overview.more')
  hospital.at({ days: 15 })
  const closed = await play.press('skills: closed', mentee, { verb: 'skills.show', about: pair.id })
  await play.fill('skills: closed, and sent', mentee, { form: closed, values: {} })
  await play.press('skills: of the mentor', mentor, { verb: 'skills.rate', about: `${pair.id}:start` })
}

async function playReading(play: Recorder): Promise<void> {
  const { hospital, cast } = play
  const [mentor, mentee] = [
    await hospital.person({ name: cast.mentor }),
    await hospital.person({ name: cast.mentee }),
  ]
  await play.command('resources: none', mentee, 'resources')
  const resources = Array.from({ length: 12 }, (_, at) => ({
    title: `${at} ${cast.title}`.slice(0, 120),
    link: 'https://example.org/page',
    text: cast.words.slice(0, 600),
    topics: ['handover', `${at} ${cast.milestone}`.slice(0, 40)],
  }))
  const { id } = await hospital.program({ name: cast.program, resources })
  await hospital.pair(id, mentor, mentee)
  const topics = await play.command('resources: topics', mentee, 'resources')
  const all = await play.tap('resources: all topics', mentee, { shown: topics, verb: 'resource.topics' })
  const [topic = ''] = optionsOf(all, 'topic')
  await play.fill('resources: a topic chosen', mentee, { form: all, values: { topic } })
  const about = await play.command('resources: a topic', mentee, 'resources handover')
  await play.tap('resources: more', mentee, { shown: about, verb: 'resource.browse' })
  await play.command('resources: nothing about it', mentee, `resources ${cast.unit}`)

  await hospital.within((scope) => reschedule(scope, mentee))
  hospital.at({ days: 16 })
  await play.beat('resources: a check-in')
  const [open] = await hospital.within((scope) => openCheckInsOf(scope, mentee.id))
  const checkIn = await play.press('resources: check-in', mentee, {
    verb: 'checkin.form',
    about: open?.id ?? '',
  })
  const inTheWay = fieldNames(checkIn).find((name) => name.startsWith('in-the-way')) ?? ''
  const met = fieldNames(checkIn).find((name) => name.startsWith('met')) ?? ''
  const values = { [inTheWay]: 'Handovers are too fast', [met]: 'no' }
  const saved = await play.fill('resources: what is in the way', mentee, { form: checkIn, values })
  const form = await play.tap('resources: what they tried', mentee, { shown: saved, verb: 'resource.ask' })
  await play.fill('resources: suggested', mentee, { form, values: { tried: 'I asked for a pause' } })
  await play.press('resources: of somebody else', mentor, { verb: 'resource.ask', about: open?.id ?? '' })
}
