import { carryOutRuns } from '../app/match/carry-out-runs.ts'
import type { Outcome } from '../core/message/intent.ts'
import type { Person } from '../core/people/person.ts'
import type { Recorder } from './recorder.ts'
import { optionsOf } from './scene-pair.ts'

/** Two coordinators, a mentor without a place left, one of two, and more mentees than fit a page. */
interface Team {
  readonly programId: string
  readonly slug: string
  readonly coordinator: Person
  readonly second: Person
  readonly full: Person
  readonly mentees: readonly Person[]
}

/** A draft from nothing to published pairs, with everything that can be done to it and what stands in the way. */
export async function playReview(play: Recorder): Promise<void> {
  const team = await gather(play)
  await playRun(play, team)
  await playPages(play, team)
  await playRow(play, team)
  await playForms(play, team)
  await playTwo(play, team)
  await playPublishing(play, team)
  await playStale(play, team)
  await playPrograms(play, team)
  await playLastDay(play, team)
}

async function gather(play: Recorder): Promise<Team> {
  const { hospital, cast } = play
  const coordinator = await hospital.person({ name: cast.coordinator })
  const second = await hospital.person({ name: cast.mentor })
  const { id: programId, program } = await hospital.program({
    name: cast.program,
    coordinators: [coordinator.email, second.email],
    match: { mentee_consent: 'yes' },
  })
  const join = async (name: string, role: 'mentor' | 'mentee', profile: object = {}) => {
    const person = await hospital.person({ name })
    await hospital.within(({ tx }) => tx.person.update({ where: { id: person.id }, data: { profile } }))
    await hospital.enroll(programId, person, { role })
    return person
  }
  const words = { profession: cast.unit, aims: [cast.title], sites: [cast.milestone] }
  const full = await join(cast.mentor, 'mentor', { ...words, grade: 7, registered_on: '2012-01-01' })
  await join(cast.mentor, 'mentor', { ...words, capacity: 7, skills_offered: [cast.unit, cast.title] })
  const mentees: Person[] = []
  for (let number = 0; number < 8; number += 1)
    mentees.push(await join(cast.mentee, 'mentee', { ...words, grade: 5, skills_sought: [cast.unit] }))
  await hospital.enroll(
    programId,
    await hospital.person({ name: cast.mentee, managerEmail: coordinator.email }),
  )
  for (const state of ['invited', 'paused'] as const)
    await hospital.enroll(programId, await hospital.person(), { state })
  return { programId, slug: program.slug, coordinator, second, full, mentees }
}

async function playRun(play: Recorder, { programId, coordinator, mentees, slug }: Team): Promise<void> {
  const [mentee] = mentees
  if (!mentee) throw new Error('nobody to match')
  for (const words of ['admin match', 'admin review'])
    await play.command(`review: ${words} by nobody’s coordinator`, mentee, words)
  await play.press('review: a press of somebody else', mentee, { verb: 'match.menu', about: programId })
  const before = await play.command('review: before any proposal', coordinator, 'admin match')
  await play.command('review: no draft', coordinator, `admin review ${slug}`)
  const asked = await play.tap('review: asked for', coordinator, { shown: before, verb: 'match.propose' })
  await play.tap('review: asked for twice', coordinator, { shown: before, verb: 'match.propose' })
  await play.tap('review: called off', coordinator, { shown: asked, verb: 'match.cancel' })
  await play.tap('review: called off twice', coordinator, { shown: asked, verb: 'match.cancel' })
  await propose(play, { programId, coordinator })
  await play.sent('review')
}

async function propose(
  { hospital }: Recorder,
  { programId, coordinator }: Pick<Team, 'programId' | 'coordinator'>,
): Promise<void> {
  await hospital.as(coordinator).press('match.propose', programId)
  await carryOutRuns(hospital.world, hospital.organizationId)
}

async function playPages(play: Recorder, { programId, coordinator, mentees }: Team): Promise<void> {
  const { hospital, cast } = play
  const her = hospital.as(coordinator)
  await play.command('review: the menu', coordinator, 'admin match')
  await play.command('review: the first page', coordinator, 'admin review')
  for (const list of ['pairs:6', 'left-over:0', 'locked:0', 'stale:0'])
    keep(play, `review: ${list}`, await her.press('match.review', `${programId}:${list}`))
  for (const words of [cast.mentee.slice(0, 30), mentees[0]?.email, 'Zebedee'])
    keep(play, 'review: by a name', await her.command(`admin review ${words}`))
  const close = await hospital.within(({ tx }) =>
    tx.person.findFirstOrThrow({ where: { managerEmail: coordinator.email } }),
  )
  for (const id of [close.id, 'nobody'])
    keep(play, 'review: not for them', await her.press('match.row', `${programId}:${id}`))
}

/** What was shown is kept as it is; its buttons are those of other moments, where they are pressed. */
function keep({ keep: keepMessage }: Recorder, name: string, outcome: Outcome): Outcome {
  if (outcome.kind === 'show') keepMessage(name, outcome.message)
  return outcome
}

function pressing(play: Recorder, team: Team, by = team.coordinator) {
  const acting = play.hospital.as(by)
  const open = (who: Person) => acting.press('match.row', `${team.programId}:${who.id}:pairs:0`)
  const tap = async (name: string, verb: string, shown: Outcome) => {
    const blocks = shown.kind === 'show' ? shown.message.blocks : []
    const button = blocks
      .flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
      .find((one) => 'verb' in one && one.verb === verb)
    if (!button || !('verb' in button)) throw new Error(`${name}: no button ${verb}`)
    return keep(play, `review: ${name}`, await acting.press(verb, button.about))
  }
  return { open, tap }
}

/** One of the mentees whom the draft gives to the mentor with one place, or to the other. */
async function given(play: Recorder, team: Team, to: 'full' | 'free'): Promise<Person> {
  const mentorId = to === 'full' ? team.full.id : { not: team.full.id }
  const rows = await play.hospital.within(({ tx }) =>
    tx.draftRow.findMany({ where: { draft: { programId: team.programId }, mentorId } }),
  )
  const found = team.mentees.find(({ id }) => rows.some(({ menteeId }) => menteeId === id))
  if (!found) throw new Error('nobody has such a mentor')
  return found
}

async function playRow(play: Recorder, team: Team): Promise<void> {
  const { coordinator, programId } = team
  const { open, tap } = pressing(play, team)
  const who = await given(play, team, 'free')
  const about = `${programId}:${who.id}:pairs:0`
  const first = await play.press('review: a row', coordinator, { verb: 'match.row', about })
  await tap('locked', 'match.lock', first)
  await tap('locked on an older look', 'match.lock', first)
  await tap('unlocked', 'match.unlock', await open(who))
  const out = await tap('taken out', 'match.set-aside', await open(who))
  await tap('left over', 'match.review', out)
  await tap('looked for again', 'match.unlock', out)
  await propose(play, team)
  const asked = await tap('reject?', 'match.reject', await open(who))
  await tap('rejected', 'match.reject-now', asked)
  await propose(play, team)
}

async function playForms(play: Recorder, team: Team): Promise<void> {
  const { coordinator, full, mentees } = team
  const { open, tap } = pressing(play, team)
  const who = await given(play, team, 'free')
  const fill = async (verb: string, values?: Record<string, string>) => {
    const form = await tap(verb, verb, await open(who))
    const [choice = ''] = optionsOf(form, 'choice')
    return play.fill(`review: ${verb} sent in`, coordinator, { form, values: values ?? { choice } })
  }
  const wrong: Record<string, string>[] = [
    {},
    { typed: play.cast.title.slice(0, 200) },
    { choice: full.id, typed: full.email },
    { typed: mentees[0]?.email ?? '' },
  ]
  for (const values of wrong) await fill('match.move', values)
  await fill('match.compare')
  await fill('match.compare', { typed: mentees.find(({ id }) => id !== who.id)?.email ?? '' })
  await fill('match.why-not')
  const taken = await fill('match.move', { typed: full.email })
  await tap('swapped by a press', 'match.swap-with', taken)
  await fill('match.swap')
  await fill('match.swap', { typed: who.email })
}

/** What one does under the other’s hands. */
async function playTwo(play: Recorder, team: Team): Promise<void> {
  const { coordinator, second, full } = team
  const { open, tap } = pressing(play, team)
  const who = await given(play, team, 'free')
  const menu = await play.hospital.as(coordinator).command('admin match')
  const seen = await open(who)
  const form = await tap('a form before another acts', 'match.move', seen)
  const his = pressing(play, team, second)
  await his.tap('the other acts', 'match.set-aside', await his.open(who))
  await tap('a press on an older row', 'match.set-aside', seen)
  await play.fill('review: a form on an older row', coordinator, { form, values: { typed: full.email } })
  for (const verb of ['match.publish', 'match.discard', 'match.propose'])
    await tap(`${verb} on an older draft`, verb, menu)
}

async function playPublishing(play: Recorder, team: Team): Promise<void> {
  const { tap } = pressing(play, team)
  const menu = await play.hospital.as(team.coordinator).command('admin match')
  keep(play, 'review: publish all?', await tap('publish all?', 'match.publish', menu))
  const page = await tap('a page to publish', 'match.review', menu)
  const asked = await tap('publish a page?', 'match.publish', page)
  await tap('published', 'match.publish-some', asked)
  await tap('published already', 'match.publish-some', asked)
}

async function playStale(play: Recorder, team: Team): Promise<void> {
  const { hospital } = play
  const { tap } = pressing(play, team)
  const { coordinator, programId } = team
  await propose(play, team)
  await hospital.within(({ tx }) =>
    tx.enrollment.updateMany({ where: { programId, role: 'mentor' }, data: { state: 'paused' } }),
  )
  const menu = keep(play, 'review: stale', await hospital.as(coordinator).command('admin match'))
  const refused = await tap('publish what does not hold', 'match.publish', menu)
  await tap('what does not hold', 'match.review', refused)
  const asked = await tap('throw away?', 'match.discard', menu)
  await tap('thrown away', 'match.discard-now', asked)
  await tap('thrown away twice', 'match.discard-now', asked)
}

async function playPrograms(play: Recorder, { coordinator }: Team): Promise<void> {
  const { hospital, cast } = play
  const settings = { name: cast.program, coordinators: [coordinator.email], match: { offers: 'none' } }
  const { id, program } = await hospital.program(settings)
  await hospital.enroll(id, await hospital.person({ name: cast.mentor }), { role: 'mentor' })
  await hospital.enroll(id, await hospital.person({ name: cast.mentee }))
  const her = hospital.as(coordinator)
  keep(play, 'review: matching in which program', await her.command('admin match'))
  await propose(play, { programId: id, coordinator })
  keep(play, 'review: the only draft', await her.command('admin review'))
  const menu = await her.command(`admin match ${program.slug}`)
  const { tap } = pressing(play, { programId: id, coordinator } as Team)
  await tap('begun at once', 'match.publish-some', await tap('begin at once?', 'match.publish', menu))
}

/** Between the question and the answer the program ends. */
async function playLastDay(play: Recorder, { coordinator }: Team): Promise<void> {
  const { hospital, cast } = play
  const settings = { name: cast.program, coordinators: [coordinator.email], ends_on: '2027-01-31' }
  const { id, program } = await hospital.program(settings)
  await hospital.enroll(id, await hospital.person({ name: cast.mentor }), { role: 'mentor' })
  await hospital.enroll(id, await hospital.person({ name: cast.mentee }))
  await propose(play, { programId: id, coordinator })
  const menu = await hospital.as(coordinator).command(`admin match ${program.slug}`)
  const { tap } = pressing(play, { programId: id, coordinator } as Team)
  const asked = await tap('on the last day?', 'match.publish', menu)
  hospital.at('2027-02-01T09:00:00Z')
  await tap('published too late', 'match.publish-some', asked)
}
