import { beat } from '../../src/app/heartbeat.ts'
import { addPair } from '../../src/app/pair/add-pair.ts'
import { askSkills } from '../../src/app/skills/ask-skills.ts'
import type { Hospital } from '../../src/catalogue/hospital.ts'
import type { Values } from '../../src/core/message/form.ts'
import type { Outcome } from '../../src/core/message/intent.ts'
import type { Platform } from '../../src/core/people/account.ts'
import type { Person } from '../../src/core/people/person.ts'
import { fieldOf } from '../../src/core/skills/skills.ts'
import { setNextDigest } from '../../src/store/digest.ts'
import { answer, delivered, tap } from './answer-form.ts'

/** One word each that stands nowhere else: what the mentee wrote, by where they wrote it. */
export const marks = {
  onlyMe: 'onlymequokka',
  shared: 'sharedquokka',
  asked: 'askedquokka',
  both: 'bothquokka',
  nextStep: 'nextstepquokka',
  wish: 'wishquokka',
  journal: 'journalquokka',
  goal: 'goalquokka',
  unit: 'unitquokka',
  attainable: 'attainablequokka',
  relevant: 'relevantquokka',
  milestone: 'milestonequokka',
  progress: 'progressquokka',
  adjusted: 'adjustedquokka',
  retired: 'retiredquokka',
  step: 'stepquokka',
  suggested: 'suggestedquokka',
  aims: 'aimsquokka',
  channel: 'channelquokka',
  opportunity: 'opportunityquokka',
  outcome: 'outcomequokka',
  note: 'notequokka',
  place: 'placequokka',
  thanks: 'thanksquokka',
  relayed: 'relayedquokka',
  request: 'requestquokka',
  urgent: 'urgentquokka',
  helped: 'helpedquokka',
  better: 'betterquokka',
  begun: 'begunquokka',
} as const

/** What the mentor wrote: nobody who forgets the mentee takes it with them. */
export const ofMentor = {
  shared: 'sharedwombat',
  support: 'supportwombat',
  thanks: 'thankswombat',
  note: 'notewombat',
} as const

/** Whom the mentee would rather not be paired with. */
export const apart = 'Nadia Neverwith'

export const channels = { slack: 'C0DIGEST', teams: '19:digest@thread.tacv2' } as const

export interface LivedYear {
  readonly programId: string
  readonly pairId: string
  readonly mentor: Person
  readonly mentee: Person
  readonly coordinator: Person
  readonly manager: Person
  readonly stranger: Person
}

/** Half a year of a pair on one platform, in which the mentee writes a word of its own into everything there is. */
export async function liveAYear(hospital: Hospital, platform: Platform): Promise<LivedYear> {
  const one = (name: string, more = {}) => hospital.person({ name, platform, ...more })
  const coordinator = await one('Amira Haddad')
  const manager = await one('Lena Manager')
  const stranger = await one('Sam Stranger')
  await one(apart)
  const mentor = await one('Marta Novak')
  const mentee = await one('Quentin Adeyemi', {
    managerEmail: manager.email,
    profile: { skills_sought: ['Teaching'], aims: ['Lead a ward'] },
  })
  const { id: programId, program } = await hospital.program({
    coordinators: [coordinator.email],
    ends_on: '2027-07-30',
    digest: { platform, channel: channels[platform], weekday: 'monday', at: '08:30' },
    check_in: { script },
  })
  Object.assign(hospital.world.directories, { [platform]: directoryOf(platform, coordinator) })
  for (const [person, role] of [
    [mentor, 'mentor'],
    [mentee, 'mentee'],
  ] as const)
    await hospital.enroll(programId, person, { role })
  await hospital.within(({ tx, now }) =>
    tx.enrollment.updateMany({ data: { noticedAt: new Date(now.epochMilliseconds) } }),
  )
  const added = await hospital.within((scope) =>
    addPair(scope, { program: program.slug, mentor: mentor.email, mentee: mentee.email, actor: 'test' }),
  )
  if (!added.ok) throw new Error(added.problems.join())
  const lived = { programId, pairId: added.pairId, mentor, mentee, coordinator, manager, stranger }
  await begin(hospital, lived)
  await checkIn(hospital, lived)
  await talk(hospital, lived)
  await setGoals(hospital, lived)
  await lookBack(hospital, lived)
  return lived
}

const text = (id: string, reader: string) => ({ id, kind: 'text', ask: `What about ${id}?`, reader })

const script = [
  { id: 'met', kind: 'met', ask: 'Have you met?' },
  { id: 'how', kind: 'rating', ask: 'How is it going?' },
  text('own', 'only-me'),
  text('shared', 'pair'),
  text('asked', 'coordinator'),
  text('both', 'pair-and-coordinator'),
  { id: 'next', kind: 'next-step', ask: 'What next?', reader: 'pair' },
  { id: 'wish', kind: 'coordinator', ask: 'Should the coordinator get in touch?' },
]

/** Skills, the agreement, the own list, the journal. */
async function begin(hospital: Hospital, { mentee, mentor, pairId }: LivedYear): Promise<void> {
  const [by, other] = [hospital.as(mentee), hospital.as(mentor)]
  await hospital.within((scope) => askSkills(scope, { pairId, moment: 'start' }))
  const skills = await by.press('skills.rate', `${pairId}:start`)
  await answer(hospital, mentee, { form: skills, values: { [fieldOf('Teaching')]: '2' } })
  await answer(hospital, mentee, {
    form: await by.press('profile.apart'),
    values: { add: apart },
  })
  await answer(hospital, mentee, {
    form: await by.press('reflect.write', 'open'),
    values: { what: marks.journal },
  })
  await answer(hospital, mentee, {
    form: await by.press('agreement.write', pairId),
    values: {
      aims: marks.aims,
      frequency: 'Every two weeks',
      organizer: 'mentee',
      channel: marks.channel,
      until: '2027-07-01',
      reviewOn: '2027-04-01',
    },
  })
  await answer(hospital, mentor, {
    form: await tap(hospital, mentor, {
      shown: await other.command('agreement'),
      verb: 'agreement.complete',
    }),
    values: { support: ofMentor.support, notice: 'A day ahead' },
  })
  await tap(hospital, mentee, { shown: await by.command('agreement'), verb: 'agreement.confirm' })
  await tap(hospital, mentor, { shown: await other.command('agreement'), verb: 'agreement.confirm' })
  await delivered(hospital)
}

async function checkIn(hospital: Hospital, { mentee, mentor }: LivedYear): Promise<void> {
  hospital.at('2027-01-05T12:00:00Z')
  await beat(hospital.world)
  hospital.at('2027-01-19T12:00:00Z')
  await beat(hospital.world)
  await delivered(hospital)
  const values = {
    met: 'yes',
    'met.on': '2027-01-12',
    'met.minutes': '47',
    how: '1',
    own: marks.onlyMe,
    shared: marks.shared,
    asked: marks.asked,
    both: marks.both,
    next: marks.nextStep,
    'next.by': '2027-02-20',
    wish: 'yes',
    'wish.words': marks.wish,
  }
  await answerCheckIn(hospital, mentee, values)
  await answerCheckIn(hospital, mentor, {
    met: 'yes',
    'met.on': '2027-01-12',
    'met.minutes': '47',
    shared: ofMentor.shared,
    wish: 'no',
  })
  await delivered(hospital)
}

async function answerCheckIn(hospital: Hospital, person: Person, values: Values): Promise<void> {
  const { id } = await hospital.within(({ tx }) =>
    tx.checkIn.findFirstOrThrow({ where: { personId: person.id, state: 'open' } }),
  )
  await answer(hospital, person, { form: await hospital.as(person).press('checkin.form', id), values })
}

/** Meetings, actions, opportunities, thanks, relayed words, requests. */
async function talk(hospital: Hospital, { mentee, mentor, pairId }: LivedYear): Promise<void> {
  const [by, other] = [hospital.as(mentee), hospital.as(mentor)]
  const enter = async (verb: string, about: string | undefined, values: Values) =>
    answer(hospital, mentee, { form: await by.press(verb, about), values })
  await enter('meeting.log', pairId, { heldOn: '2027-01-15', minutes: '137', note: marks.note })
  await answer(hospital, mentor, {
    form: await other.press('meeting.log', pairId),
    values: { heldOn: '2027-01-18', minutes: '20', note: ofMentor.note },
  })
  await answer(hospital, mentee, {
    form: await by.command('meet'),
    values: { ownDate: '2027-02-10', ownTime: '10:00', minutes: '45', kind: 'in-person', place: marks.place },
  })
  await enter('plan.add', pairId, { title: marks.step, dueOn: '2027-02-26', owner: 'me' })
  await enter('plan.add', pairId, { title: marks.suggested, dueOn: '2027-02-26', owner: 'other' })
  await enter('opportunity.new', pairId, { kind: 'project', title: marks.opportunity, on: '2027-02-20' })
  await enter('thanks.write', pairId, { words: marks.thanks, counted: ['yes'] })
  await answer(hospital, mentor, {
    form: await other.press('thanks.write', pairId),
    values: { words: ofMentor.thanks },
  })
  await enter('relay.write', pairId, { words: marks.relayed })
  await enter('help.new', undefined, { words: marks.request, urgent: 'no' })
  await delivered(hospital)
  await tap(hospital, mentor, { shown: await other.command('meet'), verb: 'meeting.pick' })
  await delivered(hospital)
}

async function setGoals(hospital: Hospital, { mentee }: LivedYear): Promise<void> {
  const by = hospital.as(mentee)
  const enter = async (form: Outcome, values: Values) => answer(hospital, mentee, { form, values })
  const way = {
    attainable: `A step at a time, ${marks.attainable}`,
    relevant: `It matters to me, ${marks.relevant}`,
    dueOn: '2027-06-30',
    milestone1: marks.milestone,
    milestone1On: '2027-04-30',
  }
  const number = { measure: 'number', baseline: '0', target: '10' }
  await enter(await by.press('goal.new'), { title: marks.goal, ...number, unit: marks.unit, ...way })
  await enter(await by.press('goal.new'), { title: 'Another goal', ...number, unit: 'calls', ...way })
  const [first, second] = await hospital.within(({ tx }) => tx.goal.findMany({ orderBy: { number: 'asc' } }))
  if (!first || !second) throw new Error('no goals')
  await by.command(`progress 1 3 ${marks.progress}`)
  await enter(await by.press('goal.adjust', first.id), {
    target: '12',
    title: marks.goal,
    dueOn: '2027-06-29',
    why: marks.adjusted,
  })
  await enter(await by.press('goal.retire', second.id), { why: marks.retired })
  // One is begun and left.
  const begun = await by.press('goal.new')
  if (begun.kind === 'form')
    await by.submit(begun.form.verb, begun.form.about, { title: marks.begun, ...number, unit: 'calls' })
  await delivered(hospital)
}

async function lookBack(hospital: Hospital, { mentee, programId }: LivedYear): Promise<void> {
  hospital.at('2027-02-09T12:00:00Z')
  await beat(hospital.world)
  await delivered(hospital)
  hospital.at('2027-02-21T12:00:00Z')
  await beat(hospital.world)
  await delivered(hospital)
  const opportunity = await hospital.within(({ tx }) => tx.opportunity.findFirstOrThrow())
  await answer(hospital, mentee, {
    form: await hospital.as(mentee).press('opportunity.outcome', opportunity.id),
    values: { state: 'taken', outcome: marks.outcome },
  })
  hospital.at('2027-04-19T12:00:00Z')
  await hospital.within((scope) => setNextDigest(scope, programId, scope.now.subtract({ hours: 3 })))
  await beat(hospital.world)
  const { id } = await hospital.within(({ tx }) =>
    tx.review.findFirstOrThrow({ where: { personId: mentee.id } }),
  )
  await answer(hospital, mentee, {
    form: await hospital.as(mentee).press('review.open', id),
    values: { 'rating-mentoring': '2', helped: marks.helped, better: marks.better },
  })
  const urgent = await hospital.as(mentee).press('help.new')
  await answer(hospital, mentee, { form: urgent, values: { words: marks.urgent, urgent: 'yes' } })
  await delivered(hospital)
}

function directoryOf(platform: Platform, { accounts }: Person) {
  const members = accounts.map(({ user }) => user)
  return {
    platform,
    member: () => Promise.resolve({ standing: 'full' }),
    findByEmail: () => Promise.resolve(undefined),
    channel: () =>
      Promise.resolve({ name: '#mentoring', fitting: true, members, workspace: accounts[0]?.workspace }),
    doNotDisturb: () => Promise.resolve(new Map()),
  }
}
