import { publishPairs } from '../app/match/publish-pairs.ts'
import type { Outcome } from '../core/message/intent.ts'
import type { Person } from '../core/people/person.ts'
import { personById } from '../store/people.ts'
import type { Recorder } from './recorder.ts'

interface OfferScene {
  readonly play: Recorder
  readonly coordinator: Person
  readonly programId: string
}

/** Offers asked, answered, reminded of, expired and taken back; with and without the mentee's consent. */
export async function playOffers(play: Recorder): Promise<void> {
  const both = await openScene(play, { mentee_consent: 'yes' })
  await playConsent(both)
  await playTakingBack(both)
  const automatic = await openScene(play, { offers: 'automatic' })
  await playYesAndNo(automatic)
  await playTooLate(automatic)
  await playExpiry(await openScene(play, {}))
}

async function openScene(play: Recorder, match: object): Promise<OfferScene> {
  const { hospital, cast } = play
  const coordinator = await hospital.person({ name: cast.coordinator })
  const { id: programId } = await hospital.program({
    name: cast.program,
    coordinators: [coordinator.email],
    ends_on: '2027-12-31',
    match,
  })
  return { play, coordinator, programId }
}

async function enrolled(
  { play, programId }: OfferScene,
  role: 'mentor' | 'mentee',
  capacity = 2,
): Promise<Person> {
  const { hospital, cast } = play
  const person = await hospital.person({ name: cast[role] })
  await hospital.enroll(programId, person, { role })
  const skills = [...cast.options]
  await hospital.within(async ({ tx, now }) => {
    await tx.person.update({
      where: { id: person.id },
      data: { profile: { capacity, skills_offered: skills, skills_sought: skills } },
    })
    await tx.enrollment.updateMany({
      where: { programId, personId: person.id },
      data: { noticedAt: new Date(now.epochMilliseconds) },
    })
  })
  return person
}

/** Publishes these mentees with the mentor; gives the ids of their offers, as the list of open offers has them. */
async function offered(scene: OfferScene, mentor: Person, mentees: readonly Person[]): Promise<string[]> {
  const { play, programId, coordinator } = scene
  const pairs = mentees.map((mentee) => ({ mentor: mentor.email, mentee: mentee.email }))
  const published = await play.hospital.within((scope) =>
    publishPairs(scope, { programId, pairs, actor: coordinator.id }),
  )
  if (!published.ok) throw new Error(published.problems.join())
  await delivered(scene)
  const found = await play.hospital.within(({ tx }) =>
    tx.offer.findMany({ where: { programId, mentorId: mentor.id, state: 'open' }, orderBy: { id: 'asc' } }),
  )
  return found.map(({ id }) => id)
}

/** Keeps what was queued, and counts it as sent. */
async function delivered({ play }: OfferScene): Promise<void> {
  await play.sent('offer')
  await play.hospital.within(({ tx }) =>
    tx.outboxEntry.updateMany({ where: { state: 'ready' }, data: { state: 'sent' } }),
  )
}

async function playConsent(scene: OfferScene): Promise<void> {
  const { play } = scene
  const [mentor, mentee] = [await enrolled(scene, 'mentor'), await enrolled(scene, 'mentee')]
  const [id = ''] = await offered(scene, mentor, [mentee])
  const overview = await play.command('offer: overview of the mentor', mentor, '')
  await play.press('offer: the mentee while the mentor is asked', mentee, { verb: 'offer.accept', about: id })
  await play.tap('offer: the mentor’s yes', mentor, { shown: overview, verb: 'offer.accept' })
  await play.tap('offer: the mentor’s yes again', mentor, { shown: overview, verb: 'offer.accept' })
  await delivered(scene)
  const form = await play.press('offer: a no', mentee, { verb: 'offer.decline', about: id })
  await play.fill('offer: the mentee’s no', mentee, { form, values: { why: play.cast.words.slice(0, 1000) } })
  await delivered(scene)
  await play.fill('offer: the no again', mentee, { form, values: {} })
  await play.tap('offer: the mentor after the no', mentor, { shown: overview, verb: 'offer.accept' })
}

async function playTakingBack(scene: OfferScene): Promise<void> {
  const { play, coordinator, programId } = scene
  const open = (name: string): Promise<Outcome> =>
    play.press(name, coordinator, { verb: 'offer.list', about: programId })
  await open('offer: none open')
  const mentor = await enrolled(scene, 'mentor', 20)
  const mentees = []
  for (let count = 0; count < 7; count += 1) mentees.push(await enrolled(scene, 'mentee'))
  const ids = await offered(scene, mentor, mentees)
  const shown = await open('offer: open offers')
  await play.command('offer: overview with many', mentor, '')
  const [first = '', second = ''] = ids
  const taken = `${first}:mentor`
  await play.tap('offer: taken back', coordinator, { shown, verb: 'offer.withdraw', about: taken })
  await play.tap('offer: taken back again', coordinator, { shown, verb: 'offer.withdraw', about: taken })
  await play.press('offer: a no to what was taken back', mentor, { verb: 'offer.decline', about: first })
  await play.press('offer: a yes', mentor, { verb: 'offer.accept', about: second })
  await play.tap('offer: taken back too late', coordinator, {
    shown,
    verb: 'offer.withdraw',
    about: `${second}:mentor`,
  })
  await delivered(scene)
  await acceptAsMentee(scene, second)
  await play.tap('offer: taken back after the yes', coordinator, {
    shown,
    verb: 'offer.withdraw',
    about: `${second}:mentor`,
  })
  await play.press('offer: taken back by somebody else', mentor, {
    verb: 'offer.withdraw',
    about: `${second}:mentor`,
  })
  await manage(scene, mentees)
  await open('offer: open offers of one’s own people')
  await play.press('offer: taken back too close', coordinator, {
    verb: 'offer.withdraw',
    about: `${ids[2]}:mentor`,
  })
  await delivered(scene)
}

async function acceptAsMentee({ play }: OfferScene, id: string): Promise<void> {
  const mentee = await play.hospital.within(async (scope) => {
    const { menteeId } = await scope.tx.offer.findUniqueOrThrow({ where: { id } })
    return personById(scope, menteeId)
  })
  if (mentee) await play.press('offer: the mentee’s yes', mentee, { verb: 'offer.accept', about: id })
}

/** From now on the coordinator is the line manager of these. */
async function manage({ play, coordinator }: OfferScene, people: readonly Person[]): Promise<void> {
  await play.hospital.within(({ tx }) =>
    tx.person.updateMany({
      where: { id: { in: people.map(({ id }) => id) } },
      data: { managerEmail: coordinator.email },
    }),
  )
}

async function playYesAndNo(scene: OfferScene): Promise<void> {
  const { play } = scene
  const [mentor, mentee, next] = [
    await enrolled(scene, 'mentor'),
    await enrolled(scene, 'mentee'),
    await enrolled(scene, 'mentee'),
  ]
  const [yes = ''] = await offered(scene, mentor, [mentee])
  await play.press('offer: yes', mentor, { verb: 'offer.accept', about: yes })
  await play.press('offer: yes again', mentor, { verb: 'offer.accept', about: yes })
  const [no = ''] = await offered(scene, mentor, [next])
  await enrolled(scene, 'mentor')
  const form = await play.press('offer: no', mentor, { verb: 'offer.decline', about: no })
  await play.fill('offer: no, and the next best is asked', mentor, { form, values: {} })
  await delivered(scene)
}

async function playTooLate(scene: OfferScene): Promise<void> {
  const { play } = scene
  const [mentor, mentee] = [await enrolled(scene, 'mentor'), await enrolled(scene, 'mentee')]
  const [id = ''] = await offered(scene, mentor, [mentee])
  const leave = await play.command('offer: a mentee leaves', mentee, 'leave')
  await play.fill('offer: a mentee has left', mentee, { form: leave, values: {} })
  await delivered(scene)
  await play.press('offer: yes after that', mentor, { verb: 'offer.accept', about: id })
  const [other = ''] = await offered(scene, mentor, [await enrolled(scene, 'mentee')])
  await play.hospital.within(({ tx }) =>
    tx.person.update({ where: { id: mentor.id }, data: { profile: { capacity: 0 } } }),
  )
  await play.press('offer: yes without a place', mentor, { verb: 'offer.accept', about: other })
  await delivered(scene)
}

async function playExpiry(scene: OfferScene): Promise<void> {
  const { play } = scene
  const mentor = await enrolled(scene, 'mentor', 20)
  const mentees = []
  for (let count = 0; count < 9; count += 1) mentees.push(await enrolled(scene, 'mentee'))
  const [id = ''] = await offered(scene, mentor, mentees)
  play.hospital.at({ days: 4 })
  await play.beat('offer: reminder')
  await delivered(scene)
  play.hospital.at({ days: 10 })
  await play.beat('offer: expired')
  await play.press('offer: yes after the end', mentor, { verb: 'offer.accept', about: id })
}
