import { afterAll, beforeAll, expect, test } from 'vitest'
import { reschedule } from '../../../src/app/checkin/schedule.ts'
import { beat } from '../../../src/app/heartbeat.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import { buttonsOf } from '../../../src/catalogue/recorder.ts'
import { fieldsOf } from '../../../src/core/message/check-values.ts'
import type { Outcome } from '../../../src/core/message/intent.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { openCheckInsOf } from '../../../src/store/check-ins.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

let hospital: Hospital
beforeAll(async () => {
  hospital = await openHospital('2027-01-04T10:00:00Z')
})
afterAll(() => hospital.close())

const reading = [
  { title: 'Handover in a page', link: 'https://example.org/sbar', topics: ['handover', 'speaking up'] },
  { title: 'Asking before telling', text: 'Ask what they have tried.', topics: ['feedback'], for: 'mentor' },
  { title: 'Taking feedback', text: 'It is what one person saw.', topics: ['Feedback'], for: 'mentee' },
]

function buttonsIn(outcome: Outcome) {
  return outcome.kind === 'show' ? buttonsOf(outcome.message) : []
}

async function menteeWith(resources: readonly Record<string, unknown>[]): Promise<Person> {
  const person = await hospital.person()
  const { id } = await hospital.program({ resources })
  await hospital.enroll(id, person)
  return person
}

/** A mentee whose first check-in is open, in a program with something to read. */
async function atACheckIn(): Promise<{ mentee: Person; checkInId: string }> {
  hospital.at('2027-01-04T10:00:00Z')
  const [mentor, mentee] = [await hospital.person(), await hospital.person()]
  const { id } = await hospital.program({ resources: reading })
  await hospital.pair(id, mentor, mentee)
  await hospital.within((scope) => reschedule(scope, mentee))
  hospital.at('2027-01-19T09:30:00Z')
  await beat(hospital.world)
  const [open] = await hospital.within((scope) => openCheckInsOf(scope, mentee.id))
  return { mentee, checkInId: open?.id ?? '' }
}

async function writes(mentee: Person, checkInId: string, inTheWay: string): Promise<Outcome> {
  const form = await hospital.as(mentee).press('checkin.form', checkInId)
  if (form.kind !== 'form') throw new Error(wordsIn(form))
  const names = form.form.parts.flatMap((part) => (part.kind === 'field' ? [part.field.name] : []))
  const field = names.find((name) => name.startsWith('in-the-way')) ?? ''
  const met = names.find((name) => name.startsWith('met')) ?? ''
  return await hospital.as(mentee).submit('checkin.save', form.form.about, { [field]: inTheWay, [met]: 'no' })
}

test('few resources are shown at once, those that are meant for one’s own side', async () => {
  const mentee = await menteeWith(reading)

  const shown = await hospital.as(mentee).command('resources')

  expect(wordsIn(shown)).toContain('Handover in a page')
  expect(wordsIn(shown)).toContain('https://example.org/sbar')
  expect(wordsIn(shown)).toContain('It is what one person saw.')
  expect(wordsIn(shown)).not.toContain('Asking before telling')
})

test('many are chosen by topic, a screen at a time', async () => {
  const many = Array.from({ length: 7 }, (_, at) => ({
    title: `Rota ${at}`,
    text: 'Words',
    topics: ['Rota'],
  }))
  const mentee = await menteeWith([...many, ...reading])

  const topics = await hospital.as(mentee).command('resources')
  const first = await hospital.as(mentee).press('resource.browse', buttonsIn(topics)[0]?.about)
  const more = await hospital.as(mentee).press('resource.browse', buttonsIn(first)[0]?.about)

  expect(buttonsIn(topics).map(({ label }) => label)).toEqual(['Rota', 'Feedback', 'handover', 'speaking up'])
  expect(wordsIn(first)).toContain('Rota 4')
  expect(wordsIn(first)).not.toContain('Rota 5')
  expect(wordsIn(more)).toContain('Rota 6')
})

test('of many topics the fullest are a tap away, and all stand in one form', async () => {
  const mentee = await menteeWith([
    ...Array.from({ length: 7 }, (_, at) => ({
      title: `About ${at}`,
      text: 'Words',
      topics: [`Topic ${at}`],
    })),
    ...reading,
  ])

  const topics = await hospital.as(mentee).command('resources')
  const form = await hospital.as(mentee).press('resource.topics')
  const options =
    form.kind === 'form' ? fieldsOf(form.form).flatMap((one) => ('options' in one ? one.options : [])) : []
  const last = options.find(({ label }) => label === 'Topic 6')
  const shown = await hospital.as(mentee).submit('resource.topic', undefined, { topic: last?.value ?? '' })

  expect(buttonsIn(topics)).toHaveLength(5)
  expect(buttonsIn(topics).at(-1)).toMatchObject({ label: 'More topics', verb: 'resource.topics' })
  expect(wordsIn(shown)).toContain('About 6')
  expect(wordsIn(shown)).not.toContain('About 5')
})

test('a topic nobody keeps anything about is answered with those there are', async () => {
  const mentee = await menteeWith(reading)

  const shown = await hospital.as(mentee).command('resources parking')

  expect(wordsIn(shown)).toContain('I have nothing about')
  expect(buttonsIn(shown).map(({ label }) => label)).toContain('handover')
})

test('where there is nothing to read at all, that is said', async () => {
  const mentee = await menteeWith([])

  expect(wordsIn(await hospital.as(mentee).command('resources'))).toContain('has nothing to read')
})

test('after what is in the way something is offered, and shown once they have written what they tried', async () => {
  const { mentee, checkInId } = await atACheckIn()

  const saved = await writes(mentee, checkInId, 'Handovers at night are too fast for me')
  const form = await hospital.as(mentee).press('resource.ask', checkInId)
  const without = await hospital.as(mentee).submit('resource.suggest', checkInId, {})
  const shown = await hospital
    .as(mentee)
    .submit('resource.suggest', checkInId, { tried: 'I asked for feedback' })

  expect(wordsIn(saved)).toContain('Would something to read help')
  expect(wordsIn(saved)).not.toContain('Handover in a page')
  expect(wordsIn(form)).toContain('What have you tried so far?')
  expect(without).toMatchObject({ kind: 'errors' })
  expect(shown).toMatchObject({ kind: 'show', holdsTyped: true })
  expect(wordsIn(shown)).toContain('Handover in a page')
})

test('nothing is offered where no topic fits, and nothing is sent to anybody', async () => {
  const { mentee, checkInId } = await atACheckIn()
  const before = (await hospital.outbox()).length

  const saved = await writes(mentee, checkInId, 'My bicycle was stolen')
  const asked = await hospital.as(mentee).press('resource.ask', checkInId)

  expect(wordsIn(saved)).not.toContain('Would something to read help')
  expect(wordsIn(asked)).toContain('I have nothing that fits')
  expect(
    (await hospital.outbox()).slice(before).filter(({ user }) => user !== mentee.accounts[0]?.user),
  ).toEqual([])
})

test('what somebody else wrote suggests nothing to others', async () => {
  const { mentee, checkInId } = await atACheckIn()
  await writes(mentee, checkInId, 'Handovers at night')

  const asked = await hospital.as(await hospital.person()).press('resource.ask', checkInId)

  expect(asked).toMatchObject({ kind: 'show' })
  expect(wordsIn(asked)).toContain('I have nothing that fits')
})
