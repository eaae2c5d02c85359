import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import { buttonsOf } from '../../../src/catalogue/recorder.ts'
import type { Outcome } from '../../../src/core/message/intent.ts'
import type { Button } from '../../../src/core/message/message.ts'
import type { Role } from '../../../src/core/people/enrollment.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
beforeAll(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
})
afterAll(() => hospital.close())

interface Place {
  readonly person: Person
  readonly programId: string
  readonly enrollmentId: string
}

async function placed(role: Role, settings: Record<string, unknown> = {}): Promise<Place> {
  const person = await hospital.person({ platform: 'both' })
  const { id: programId } = await hospital.program(settings)
  const enrollmentId = await hospital.enroll(programId, person, { role })
  return { person, programId, enrollmentId }
}

function buttonsIn(outcome: Outcome): Button[] {
  return outcome.kind === 'show' ? buttonsOf(outcome.message) : []
}

function press(person: Person, button: Button | undefined): Promise<Outcome> {
  if (!button) throw new Error('there is no such button')
  return hospital.as(person).press(button.verb, button.about)
}

/** Answers card after card, always with the first answer, until there is none left. */
async function walk(person: Person, from: Outcome): Promise<{ last: Outcome; cards: number }> {
  let [last, cards] = [from, 0]
  for (;;) {
    const [answer] = buttonsIn(last).filter(({ verb }) => verb === 'briefing.answer')
    if (!answer) return { last, cards }
    last = await press(person, answer)
    cards += 1
  }
}

function confirm(person: Person, shown: Outcome): Promise<Outcome> {
  return press(
    person,
    buttonsIn(shown).find(({ verb }) => verb === 'briefing.confirm'),
  )
}

function rowsOf(enrollmentId: string) {
  return hospital.within(({ tx }) =>
    tx.briefing.findMany({ where: { enrollmentId }, orderBy: { side: 'asc' } }),
  )
}

test.each(['mentor', 'mentee'] as const)(
  'a %s walks through six cards, each with a sentence back, and confirms',
  async (role) => {
    const { person, enrollmentId } = await placed(role)

    const first = await hospital.as(person).command('briefing')
    const { last, cards } = await walk(person, first)
    const done = await confirm(person, last)

    expect(wordsIn(first)).toContain(`Briefing for ${role}s, card 1 of 6.`)
    expect(cards).toBe(6)
    expect(wordsIn(done)).toContain('You are ready for Career mentoring')
    expect(await rowsOf(enrollmentId)).toMatchObject([
      { side: role, cards: 6, confirmedAt: expect.any(Date) },
    ])
  },
)

test('a briefing left half-way goes on a week later on the other platform', async () => {
  const { person } = await placed('mentee')
  const first = await hospital.as(person).command('briefing')
  await press(person, buttonsIn(first)[0])

  hospital.at({ days: 7 })
  const onTeams = { ...person, accounts: person.accounts.filter(({ platform }) => platform === 'teams') }
  const later = await hospital.as(onTeams).command('briefing')

  expect(wordsIn(later)).toContain('card 2 of 6')
})

test('nothing is confirmed before all cards are walked through', async () => {
  const { person, enrollmentId } = await placed('mentor')

  const shown = await hospital.as(person).press('briefing.confirm', `${enrollmentId}:mentor`)

  expect(wordsIn(shown)).toContain('card 1 of 6')
  expect(await rowsOf(enrollmentId)).toEqual([])
})

test('somebody on both sides walks through both, one after the other', async () => {
  const { person, enrollmentId } = await placed('both')

  const mentor = await walk(person, await hospital.as(person).command('briefing'))
  const half = await confirm(person, mentor.last)
  const mentee = await walk(person, await press(person, buttonsIn(half)[0]))
  const done = await confirm(person, mentee.last)

  expect(wordsIn(half)).toContain('the cards for mentees come next')
  expect(wordsIn(done)).toContain('You are ready')
  expect(await rowsOf(enrollmentId)).toMatchObject([{ side: 'mentee' }, { side: 'mentor' }])
})

test('walked through again, what was confirmed stays confirmed', async () => {
  const { person, enrollmentId } = await placed('mentee')
  const { last } = await walk(person, await hospital.as(person).command('briefing'))
  await confirm(person, last)

  const done = await hospital.as(person).command('briefing')
  const again = await press(person, buttonsIn(done)[0])

  expect(wordsIn(done)).toContain('You confirmed the briefing of Career mentoring on')
  expect(wordsIn(again)).toContain('card 1 of 6')
  expect(await rowsOf(enrollmentId)).toMatchObject([{ cards: 0, confirmedAt: expect.any(Date) }])
})

test('what was chosen is sealed', async () => {
  const { person, enrollmentId } = await placed('mentee')
  await press(person, buttonsIn(await hospital.as(person).command('briefing'))[0])

  const [row] = await rowsOf(enrollmentId)

  expect(Buffer.from(row?.sealed ?? []).toString('latin1')).not.toContain('role')
})

test('the card about patient safety shows the program’s own routes', async () => {
  const { person, enrollmentId } = await placed('mentee', {
    routes: { patient_safety: 'Ring 5555, then Datix' },
  })
  const about = (card: string, answer: string) => `${enrollmentId}:mentee:${card}:${answer}`
  const answers = [
    ['role', 'ear'],
    ['agenda', 'aim'],
    ['questions', 'aloud'],
  ] as const
  for (const [card, answer] of answers)
    await hospital.as(person).press('briefing.answer', about(card, answer))

  const shown = await hospital.as(person).press('briefing.answer', about('safe', 'limits'))

  expect(wordsIn(shown)).toContain('Ring 5555, then Datix')
})

test('a card of somebody else’s place, or of a side that is not theirs, changes nothing', async () => {
  const { enrollmentId, person } = await placed('mentee')
  const stranger = await hospital.person()

  const notTheirs = await hospital.as(stranger).press('briefing.answer', `${enrollmentId}:mentee:role:ear`)
  const notTheirSide = await hospital
    .as(person)
    .press('briefing.answer', `${enrollmentId}:mentor:role:listening`)

  expect(wordsIn([notTheirs, notTheirSide])).toContain('a program you are no longer in')
  expect(await rowsOf(enrollmentId)).toEqual([])
})

test('a card that a later release does not have any more answers with the one that is next', async () => {
  const { person, enrollmentId } = await placed('mentee')

  const shown = await hospital.as(person).press('briefing.answer', `${enrollmentId}:mentee:gone:gone`)

  expect(wordsIn(shown)).toContain('card 1 of 6')
})

test('whoever is in two programs chooses, and whoever is in none is told so', async () => {
  const { person } = await placed('mentee')
  const { id } = await hospital.program({ name: 'Leading well' })
  await hospital.enroll(id, person, { role: 'mentor' })

  const which = await hospital.as(person).command('briefing')
  const none = await hospital.as(await hospital.person()).command('briefing')

  expect(
    buttonsIn(which)
      .map(({ label }) => label)
      .toSorted(),
  ).toEqual(['Career mentoring', 'Leading well'])
  expect(wordsIn(none)).toContain('“join” shows what there is')
})

test('peers need no briefing', async () => {
  const { person } = await placed('both', { type: 'peer', cadence: undefined })

  expect(wordsIn(await hospital.as(person).command('briefing'))).toContain('for mentors and mentees')
})
