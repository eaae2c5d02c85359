import type { Person } from '../core/people/person.ts'
import type { Cast } from './cast.ts'
import type { Recorder } from './recorder.ts'
import { optionsOf } from './scene-pair.ts'

/** Mentees who look for a mentor and name whom they would like; mentors who say what they offer. */
export async function playFinding(play: Recorder): Promise<void> {
  await playNowhere(play)
  const scene = await openPrograms(play)
  await playBrowsing(play, scene)
  await playPreferences(play, scene)
  await playOffering(play, scene)
}

interface Finding {
  readonly programId: string
  readonly secondId: string
  readonly mentee: Person
  readonly mentors: readonly Person[]
}

async function playNowhere(play: Recorder): Promise<void> {
  const { hospital, cast } = play
  const newcomer = await hospital.person({ name: cast.mentee })
  await play.command('find: in no program', newcomer, 'find')
  await play.command('offer: in no program', newcomer, 'offer')
  const { id } = await hospital.program({ name: cast.program })
  for (const state of ['invited', 'paused'] as const) {
    const person = await hospital.person({ name: cast.mentee })
    await hospital.enroll(id, person, { state, role: 'both' })
    await play.command(`find: ${state}`, person, 'find')
    await play.command(`offer: ${state}`, person, 'offer')
  }
  const alone = await hospital.person({ name: cast.mentee })
  await hospital.enroll(id, alone)
  await play.command('find: nobody there', alone, 'find')
  const { id: peer } = await hospital.program({ name: cast.program, type: 'peer', cadence: undefined })
  const one = await hospital.person({ name: cast.mentee })
  await hospital.enroll(peer, one, { role: 'both' })
  await play.command('find: in a peer program', one, 'find')
  await play.command('offer: in a peer program', one, 'offer')
}

async function openPrograms({ hospital, cast }: Recorder): Promise<Finding> {
  const { id: programId } = await hospital.program({ name: cast.program })
  const { id: secondId } = await hospital.program({ name: cast.program })
  const mentee = await hospital.person({ name: cast.mentee, profile: profileOf(cast) })
  await hospital.enroll(programId, mentee)
  const mentors: Person[] = []
  for (let number = 0; number < 8; number += 1) {
    const mentor = await hospital.person({
      name: cast.mentor,
      profile: { ...profileOf(cast), capacity: number },
    })
    const id = await hospital.enroll(programId, mentor, { role: 'mentor' })
    const shows = ['skills', 'specialty', 'sites', 'languages', 'experience']
    await hospital.within(({ tx }) => tx.enrollment.update({ where: { id }, data: { shows } }))
    mentors.push(mentor)
  }
  return { programId, secondId, mentee, mentors }
}

/** Lists as long as the staff list takes them. */
function profileOf({ title, milestone, unit, words }: Cast) {
  const skills = [title, milestone, unit, words].map((text) => text.slice(0, 110))
  return {
    skills_sought: skills.slice(0, 2),
    skills_offered: [...skills, ...skills.map((skill, at) => `${at} ${skill}`)],
    specialty: words.slice(0, 500),
    sites: skills,
    languages: skills,
    registered_on: '2015-01-04',
  }
}

async function playBrowsing(play: Recorder, { mentee, mentors, programId }: Finding): Promise<void> {
  const { hospital, cast } = play
  const [first, second] = mentors
  if (!first || !second) throw new Error('no mentors')
  await play.command('find: a mentor', first, 'find')
  const shown = await play.command('find: first page', mentee, 'find')
  await play.tap('find: second page', mentee, { shown, verb: 'find.browse', about: ':6:' })
  await play.command('find: by a word', mentee, `find ${cast.title.slice(0, 20)}`)
  await play.command('find: nobody by that word', mentee, 'find no such word')
  await play.press('find: not their program', mentee, { verb: 'find.browse', about: 'nothing:0' })

  const paired = await hospital.person({ name: cast.mentee })
  await hospital.pair(programId, second, paired)
  await play.command('find: with a mentor', paired, 'find')
}

async function playPreferences(
  play: Recorder,
  { mentee, mentors, programId, secondId }: Finding,
): Promise<void> {
  const { hospital } = play
  const shown = await play.command('find: list', mentee, 'find')
  const like = (name: string, about: string) =>
    play.press(`find: ${name}`, mentee, { verb: 'find.like', about: `${programId}:${about}` })
  await play.tap('find: liked', mentee, { shown, verb: 'find.like' })
  const form = await play.press('find: form', mentee, { verb: 'find.prefer', about: programId })
  const [, one = '', two = '', three = '', four = ''] = optionsOf(form, 'first')
  const fill = (name: string, values: Record<string, string>) =>
    play.fill(`find: ${name}`, mentee, { form, values })

  await fill('the same twice', { first: one, second: one })
  await fill('three stored', { first: one, second: two, third: three })
  await like('liked already', two)
  await like('liked enough', four)
  await play.command('find: list with preferences', mentee, 'find')
  await hospital.within(({ tx }) =>
    tx.enrollment.updateMany({ where: { personId: two }, data: { state: 'left' } }),
  )
  await fill('one who has left', { first: two })
  await like('liked, left', two)
  await play.press('find: form without one who has left', mentee, { verb: 'find.prefer', about: programId })
  // Any of them may have been the second: what follows is played with all.
  await hospital.within(({ tx }) =>
    tx.enrollment.updateMany({ where: { personId: two }, data: { state: 'active' } }),
  )
  await fill('nobody', { first: 'nobody' })

  await hospital.enroll(secondId, mentee)
  const last = mentors.at(-1)
  if (last) await hospital.enroll(secondId, last, { role: 'mentor' })
  await play.command('find: which program', mentee, 'find')
}

async function playOffering(play: Recorder, { mentors }: Finding): Promise<void> {
  const { cast } = play
  const mentor = mentors.at(1)
  const inTwo = mentors.at(-1)
  if (!mentor || !inTwo) throw new Error('no mentors')
  const form = await play.command('offer: form', mentor, 'offer')
  const right = { capacity: '3', skills: cast.title.slice(0, 110), shows: ['skills', 'sites'] }
  const fill = (name: string, values: Record<string, string | string[]>) =>
    play.fill(`offer: ${name}`, mentor, { form, values: { ...right, ...values } })
  await fill('wrong', { capacity: '21', skills: 'x '.repeat(100) })
  await fill('a skill too long', { skills: 'x '.repeat(100) })
  const stored = await fill('stored', {})
  await play.tap('offer: change', mentor, { shown: stored, verb: 'find.offer' })
  await fill('fewer than there are, and hidden', { capacity: '0', shows: [] })
  await play.command('offer: for which program', inTwo, 'offer')
}
