import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { Outcome } from '../../../src/core/message/intent.ts'
import type { Button, Message } from '../../../src/core/message/message.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { changeEnrollment } from '../../../src/store/enrollments.ts'
import { activePairsOfProgram } from '../../../src/store/pairs.ts'
import { roundsOf } from '../../../src/store/peer-rounds.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
let coordinator: Person
let programId: string

beforeEach(async () => {
  hospital = await openHospital()
  coordinator = await hospital.person({ name: 'Amira Haddad', email: 'amira@example.org' })
  const program = await hospital.program({
    name: 'Peer circle',
    type: 'peer',
    coordinators: ['amira@example.org', 'tom@example.org'],
    cadence: { every: 'round', weekday: 'tuesday', at: '09:00' },
  })
  programId = program.id
})

afterEach(() => hospital.close())

describe('a round of a peer program', () => {
  it('is proposed, published, and brings everybody together in one message each', async () => {
    const people = await join(['Ann Lee', 'Bo Li', 'Cy Da', 'Di Fo'])

    const menu = await hospital.as(coordinator).command('admin match')
    const draft = await press(menu, 'peer.propose')
    const asked = await press(draft, 'peer.publish')
    const done = await press(asked, 'peer.publish-now')

    expect(wordsIn(menu)).toContain('4 people')
    expect(wordsIn(draft)).toContain('4 people in 2 pairs. Nobody meets anybody again.')
    expect(wordsIn(asked)).toContain('Publish round 1?')
    expect(wordsIn(done)).toContain('Round 1 is published: 2 groups.')
    const pairs = await hospital.within((scope) => activePairsOfProgram(scope, programId))
    expect(pairs).toHaveLength(2)
    const told = await introductions()
    expect(told).toHaveLength(people.length)
    expect(wordsIn(told[0]?.message)).toContain('In round 1 of Peer circle you meet')
  })

  it('is a trio of three pairs where the number is odd, and each hears of both others at once', async () => {
    await join(['Ann Lee', 'Bo Li', 'Cy Da'])

    await publishNext()

    const pairs = await hospital.within((scope) => activePairsOfProgram(scope, programId))
    expect(pairs).toHaveLength(3)
    const told = await introductions()
    expect(told).toHaveLength(3)
    const words = told.map(({ message }) => spoken(message))
    expect(words.some((text) => text.includes('you meet Bo Li and Cy Da'))).toBe(true)
  })

  it('ends the round before in the same message, with its check-ins', async () => {
    await join(['Ann Lee', 'Bo Li', 'Cy Da', 'Di Fo'])
    await publishNext()
    const before = await hospital.within((scope) => activePairsOfProgram(scope, programId))
    hospital.at({ days: 28 })

    await publishNext()

    const now = await hospital.within((scope) => activePairsOfProgram(scope, programId))
    expect(now.map(({ id }) => id)).not.toEqual(expect.arrayContaining(before.map(({ id }) => id)))
    const waiting = await hospital.within((scope) =>
      scope.tx.checkIn.findMany({ where: { programId, state: 'waiting' } }),
    )
    expect(new Set(waiting.map(({ pairId }) => pairId))).toEqual(new Set(now.map(({ id }) => id)))
    const told = await introductions()
    expect(told).toHaveLength(8)
    expect(told.filter(({ message }) => spoken(message).includes('ends here. Thank you'))).toHaveLength(4)
  })

  it('brings no two together again before all have met', async () => {
    await join(['Ann Lee', 'Bo Li', 'Cy Da', 'Di Fo'])

    for (let round = 0; round < 3; round += 1) await publishNext()

    const rounds = await hospital.within((scope) => roundsOf(scope, programId))
    const twos = rounds.flatMap(({ groups }) => groups.map((group) => group.join()))
    expect(new Set(twos).size).toBe(6)
  })

  it('says why two meet again where it cannot be helped', async () => {
    await join(['Ann Lee', 'Bo Li'])
    await publishNext()

    const draft = await propose()

    expect(wordsIn(draft)).toContain('1 meeting is not the first')
    expect(wordsIn(draft)).toContain('met in round 1')
  })

  it('gives what is known of the two as reasons', async () => {
    const [ann, bo] = await join(['Ann Lee', 'Bo Li'])
    await profile(ann, { skills_sought: ['wound care'], sites: ['North'] })
    await profile(bo, { skills_offered: ['wound care'], sites: ['North'] })

    await publishNext()

    const told = await introductions()
    const toAnn = told.find(({ key }) => key.endsWith(ann?.id ?? '-'))
    expect(wordsIn(toAnn?.message)).toContain('Bo Li: they offer wound care, which you seek')
  })
})

describe('somebody in a peer program', () => {
  it('is told on joining after a round began that they are in the next one', async () => {
    await join(['Ann Lee', 'Bo Li'])
    await publishNext()
    const late = await hospital.person({ name: 'Cy Da' })
    const id = await hospital.enroll(programId, late, { role: 'both', state: 'invited' })

    const welcome = await hospital.as(late).press('program.join', id)
    const draft = await propose()

    expect(wordsIn(welcome)).toContain('you are in the next one, and I will tell you whom you meet')
    expect(wordsIn(welcome)).toContain('This is what is kept and who reads it')
    expect(wordsIn(welcome)).not.toContain('mentee')
    expect(wordsIn(draft)).toContain('3 people in 1 trio.')
  })

  it('has a peer, is asked what a mentee is asked, and has goals of their own, whichever of the two they are', async () => {
    const two = await join(['Ann Lee', 'Bo Li'])
    await publishNext()

    const overviews = await Promise.all(two.map((person) => hospital.as(person).command('')))
    const goals = await Promise.all(two.map((person) => hospital.as(person).press('goal.new')))
    const checkIns = await hospital.within(({ tx }) => tx.checkIn.findMany({ where: { programId } }))

    for (const overview of overviews) expect(wordsIn(overview)).toContain(', your peer · Peer circle')
    expect(goals.map(({ kind }) => kind)).toEqual(['form', 'form'])
    expect(checkIns.map(({ side }) => side)).toEqual(['mentee', 'mentee'])
    expect(checkIns.map(({ dueOn }) => dueOn.toISOString().slice(0, 10))).toEqual([
      '2027-01-26',
      '2027-01-26',
    ])
  })
})

describe('a draft of a round', () => {
  it('is gone through in pages, and another arrangement is found', async () => {
    await join(Array.from({ length: 30 }, (_, at) => `Person ${String(at).padStart(2, '0')}`))
    const first = await propose()

    const more = await press(first, 'peer.page')
    const another = await press(first, 'peer.propose')

    expect(wordsIn(first)).toContain('Page 1 of 2.')
    expect(wordsIn(more)).toContain('Page 2 of 2.')
    expect(wordsIn(more).match(/ – /g)).toHaveLength(3)
    expect(wordsIn(another)).not.toBe(wordsIn(first))
    expect(wordsIn(another)).toContain('Nobody meets anybody again.')
  })

  it('has two people swapped by name, and refuses where nothing would change or a list keeps them apart', async () => {
    const [ann] = await join(['Ann Lee', 'Bo Li', 'Cy Da', 'Di Fo'])
    await profile(ann, { never_with: ['di@example.org'] })
    const draft = await propose()
    const about = buttonIn(draft, 'peer.swap')?.about
    const [first = '', second = ''] = listIn(draft).map((line) => line.replace(/^\d+\. /, ''))
    const partner = first.replace('Ann Lee – ', '')
    const goes = second.replace(/ – Di Fo$/, '')

    const nothing = await submit(about, 'Ann Lee', partner)
    const unknown = await submit(about, 'Zed', partner)
    const apart = await submit(about, partner, 'di@example.org')
    const swapped = await submit(about, partner, goes)

    expect(wordsIn(nothing)).toContain('These two are in one group')
    expect(wordsIn(unknown)).toContain('Nobody in this draft is called “Zed”.')
    expect(wordsIn(apart)).toContain('Nothing was swapped')
    expect(wordsIn(apart)).toContain('stand on a never-with list')
    expect(wordsIn(swapped)).toContain(`Swapped: ${partner} and ${goes}.`)
    expect(listIn(swapped).join()).toContain(`Ann Lee – ${goes}`)
  })

  it('is not overwritten by a second coordinator who saw an older one', async () => {
    await join(['Ann Lee', 'Bo Li', 'Cy Da', 'Di Fo'])
    const tom = await hospital.person({ name: 'Tom Okafor', email: 'tom@example.org' })
    const seen = await propose()
    await press(seen, 'peer.propose', tom)

    const late = await press(seen, 'peer.publish')
    const again = await press(seen, 'peer.propose')

    expect(wordsIn(late)).toContain(
      'Tom Okafor proposed another arrangement meanwhile, so I changed nothing.',
    )
    expect(wordsIn(again)).toContain('Tom Okafor proposed another arrangement meanwhile')
    expect(await hospital.within((scope) => activePairsOfProgram(scope, programId))).toEqual([])
  })

  it('is not published once somebody of it has left: they are named, and another is for who is there', async () => {
    const [ann] = await join(['Ann Lee', 'Bo Li', 'Cy Da', 'Di Fo'])
    const asked = await press(await propose(), 'peer.publish')
    await change(ann, 'paused')
    await join(['Ed Go'])

    const refused = await press(asked, 'peer.publish-now')
    const another = await press(refused, 'peer.propose')

    expect(wordsIn(refused)).toContain('Ann Lee is on a break.')
    expect(wordsIn(refused)).toContain('Here since the draft was made: Ed Go.')
    expect(await introductions()).toEqual([])
    expect(wordsIn(another)).toContain('4 people in 2 pairs.')
    expect(listIn(another).join()).toContain('Ed Go')
  })

  it('is thrown away without a word to anybody, and old buttons say so', async () => {
    await join(['Ann Lee', 'Bo Li'])
    const draft = await propose()

    const gone = await press(draft, 'peer.discard')
    const late = await press(draft, 'peer.publish')

    expect(wordsIn(gone)).toContain('The draft is gone. Nobody was told anything.')
    expect(wordsIn(late)).toContain('That draft is gone')
    expect(await introductions()).toEqual([])
  })

  it('names whoever nobody may meet, and why', async () => {
    const [ann] = await join(['Ann Lee', 'Bo Li', 'Cy Da'])
    await profile(ann, { never_with: ['bo@example.org', 'cy@example.org'] })

    const draft = await propose()

    expect(wordsIn(draft)).toContain('Ann Lee: a rule keeps them apart from all 2 others')
  })

  it('does not show a coordinator their own group, nor lets anybody else press its buttons', async () => {
    const people = await join(['Ann Lee', 'Bo Li', 'Cy Da'])
    await enrolled(coordinator)

    const draft = await propose()
    const stranger = await press(draft, 'peer.publish', people[0])

    expect(wordsIn(draft)).toContain('1 group is not shown to you')
    expect(wordsIn(draft)).not.toContain('Amira Haddad –')
    expect(listIn(draft)).toHaveLength(1)
    expect(wordsIn(stranger)).toContain('Only the coordinators of the program can do that.')
  })

  it('needs two people', async () => {
    await join(['Ann Lee'])

    const menu = await hospital.as(coordinator).command('admin match')

    expect(wordsIn(menu)).toContain('A round needs at least two people who take part.')
    expect(buttonIn(menu, 'peer.propose')).toBeUndefined()
  })
})

async function join(names: readonly string[]): Promise<Person[]> {
  const people: Person[] = []
  for (const name of names) {
    const email = `${name.split(' ')[0]?.toLowerCase()}${name.startsWith('Person') ? name.slice(-2) : ''}@example.org`
    const person = await hospital.person({ name, email })
    await enrolled(person)
    people.push(person)
  }
  return people
}

async function enrolled(person: Person): Promise<void> {
  const id = await hospital.enroll(programId, person, { role: 'both' })
  await hospital.within((scope) => changeEnrollment(scope, id, { noticedAt: scope.now }))
}

function change(person: Person | undefined, state: 'paused' | 'left'): Promise<unknown> {
  return hospital.within((scope) =>
    scope.tx.enrollment.updateMany({ where: { personId: person?.id ?? '' }, data: { state } }),
  )
}

function profile(person: Person | undefined, cells: Record<string, string[]>): Promise<unknown> {
  return hospital.within((scope) =>
    scope.tx.person.update({ where: { id: person?.id ?? '' }, data: { profile: cells } }),
  )
}

async function propose(): Promise<Outcome> {
  return press(await hospital.as(coordinator).command('admin match'), 'peer.propose')
}

async function publishNext(): Promise<Outcome> {
  return press(await press(await propose(), 'peer.publish'), 'peer.publish-now')
}

function press(seen: Outcome, verb: string, person = coordinator): Promise<Outcome> {
  return hospital.as(person).press(verb, buttonIn(seen, verb)?.about)
}

function submit(about: string | undefined, one: string, other: string): Promise<Outcome> {
  return hospital.as(coordinator).submit('peer.swap-save', about, { one, other })
}

function buttonIn(outcome: Outcome, verb: string): Button | undefined {
  if (outcome.kind !== 'show') return undefined
  return outcome.message.blocks
    .flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
    .flatMap((button) => ('verb' in button ? [button] : []))
    .find((button) => button.verb === verb)
}

function listIn(outcome: Outcome): string[] {
  if (outcome.kind !== 'show') return []
  const list = outcome.message.blocks.find(({ kind }) => kind === 'list')
  return list?.kind === 'list' ? list.items.map(String) : []
}

async function introductions() {
  return (await hospital.outbox()).filter(({ key }) => key.startsWith('round:'))
}

function spoken(message: Message): string {
  return message.blocks
    .flatMap((block) => (block.kind === 'text' ? [block.text] : []))
    .map((text) => (typeof text === 'string' ? text : text.map((span) => span.text).join('')))
    .join(' ')
}
