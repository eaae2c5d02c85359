import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import { commands } from '../../../src/core/message/commands.ts'
import type { Outcome } from '../../../src/core/message/intent.ts'
import type { Button } from '../../../src/core/message/message.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { changeCheckIns, planCheckIns, waitingCheckInsOf } from '../../../src/store/check-ins.ts'
import { changeEnrollment, enrollmentsOfPerson } from '../../../src/store/enrollments.ts'
import { closePair } from '../../../src/store/pairs.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'
import { setGoal } from '../../support/set-goal.ts'

let hospital: Hospital
beforeAll(async () => {
  hospital = await openHospital('2027-03-01T10:00:00Z')
})
afterAll(() => hospital.close())

async function pairUp(given: Record<string, unknown> = {}) {
  const program = await hospital.program({ ends_on: '2027-09-30', ...given })
  const mentor = await hospital.person({ name: 'Sam Okoro' })
  const mentee = await hospital.person({ name: 'Ana Ruiz' })
  const pair = await hospital.pair(program.id, mentor, mentee)
  return { program, mentor, mentee, pair }
}

/** A check-in to come, for the mentee. */
function plan(two: Awaited<ReturnType<typeof pairUp>>, dueOn: string, opensAt: string): Promise<string> {
  return hospital.within(async (scope) => {
    await planCheckIns(scope, [
      {
        programId: two.program.id,
        pairId: two.pair.id,
        personId: two.mentee.id,
        side: 'mentee',
        dueOn: Temporal.PlainDate.from(dueOn),
        opensAt: Temporal.Instant.from(opensAt),
      },
    ])
    const [planned] = await waitingCheckInsOf(scope, [two.mentee.id])
    return planned?.id ?? ''
  })
}

function buttonsIn(outcome: Outcome): Button[] {
  const blocks = outcome.kind === 'show' || outcome.kind === 'home' ? outcome.message.blocks : []
  return blocks
    .flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
    .filter((one) => 'verb' in one)
}

const overviewOf = (person: Person) => hospital.as(person).command('')

describe('the overview', () => {
  test('is the same words after the command and in the Home tab', async () => {
    const { mentee } = await pairUp()

    const typed = await overviewOf(mentee)
    const home = await hospital.as(mentee).home()

    expect([typed.kind, home.kind]).toEqual(['show', 'home'])
    expect(wordsIn(home)).toContain('Hello Ana')
    expect(home.kind === 'home' && home.message).toEqual(typed.kind === 'show' && typed.message)
  })

  test('names the other person in the pair, the program and the stage', async () => {
    const { mentor, mentee } = await pairUp()

    const before = await overviewOf(mentee)
    await hospital.as(mentee).command('met 40')
    const after = await overviewOf(mentor)

    expect(wordsIn(before)).toContain('Sam Okoro')
    expect(wordsIn(before)).toContain(', your mentor · Career mentoring · getting started')
    expect(wordsIn(after)).toContain('Ana Ruiz')
    expect(wordsIn(after)).toContain(', your mentee · Career mentoring · setting goals')
  })

  test('shows the goals with how they stand', async () => {
    const { mentee } = await pairUp()
    const goal = { title: 'Lead the handover', measure: 'percent', dueOn: '2027-06-04' }
    await setGoal(hospital, mentee, goal)

    const outcome = await overviewOf(mentee)

    expect(wordsIn(outcome)).toContain('1. Lead the handover')
    expect(wordsIn(outcome)).toContain('On track')
    expect(buttonsIn(outcome).map(({ verb }) => verb)).toContain('goal.progress')
  })

  test('says when the next check-in comes, and why then', async () => {
    const two = await pairUp()
    await plan(two, '2027-03-09', '2027-03-09T09:00:00Z')

    const outcome = await overviewOf(two.mentee)

    expect(wordsIn(outcome)).toContain('Next check-in: Tue 9 March at 09:00.')
    expect(wordsIn(outcome)).toContain('it is due that day, inside your hours (Mon-Fri, 09:00 to 19:00)')
  })

  test('says once when the next check-in comes where it is the same for several pairs', async () => {
    const two = await pairUp()
    const second = await hospital.pair(two.program.id, await hospital.person(), two.mentee)
    await plan(two, '2027-03-09', '2027-03-09T09:00:00Z')
    await plan({ ...two, pair: second }, '2027-03-09', '2027-03-09T09:00:00Z')

    const outcome = await overviewOf(two.mentee)

    expect(wordsIn(outcome).match(/Next check-in: Tue 9 March at 09:00/g)).toHaveLength(1)
  })

  test('says why a check-in comes later than its day', async () => {
    const two = await pairUp()
    await plan(two, '2027-03-09', '2027-03-12T09:00:00Z')

    const outcome = await overviewOf(two.mentee)

    expect(wordsIn(outcome)).toContain('Fri 12 March at 09:00. Why then: it is due on Tue 9 March')
  })

  test('offers to answer a check-in that is open', async () => {
    const two = await pairUp()
    const id = await plan(two, '2027-03-01', '2027-03-01T09:00:00Z')
    await hospital.within((scope) => changeCheckIns(scope, [{ id, state: 'open', nextAt: undefined }]))

    const outcome = await overviewOf(two.mentee)

    expect(buttonsIn(outcome)).toContainEqual(expect.objectContaining({ verb: 'checkin.answer', about: id }))
    expect(buttonsIn(outcome)).toContainEqual(
      expect.objectContaining({ verb: 'checkin.form', about: id, opensForm: true }),
    )
  })

  test('carries nothing private in its preview', async () => {
    const { mentee } = await pairUp()

    const outcome = await overviewOf(mentee)

    expect(outcome.kind === 'show' && outcome.message.preview).toBe('Your overview')
  })

  test('of an invited person offers to join and says what is kept', async () => {
    const invited = await hospital.person()
    const program = await hospital.program({ name: 'Ward leaders' })
    const enrollmentId = await hospital.enroll(program.id, invited, { state: 'invited' })

    const outcome = await hospital.as(invited).home()

    expect(wordsIn(outcome)).toContain('You are invited to Ward leaders')
    expect(buttonsIn(outcome)).toContainEqual(
      expect.objectContaining({ verb: 'program.join', about: enrollmentId }),
    )
    expect(buttonsIn(outcome)).toContainEqual(
      expect.objectContaining({ verb: 'command.run', about: 'privacy' }),
    )
  })

  test('of somebody whose program is a condition of work asks them to read, not to join', async () => {
    const newNurse = await hospital.person()
    const program = await hospital.program({ type: 'preceptorship-core' })
    await hospital.enroll(program.id, newNurse, { state: 'invited' })

    const outcome = await overviewOf(newNurse)

    const verbs = buttonsIn(outcome).map(({ verb }) => verb)
    expect(verbs).toContain('program.understood')
    expect(verbs).not.toContain('program.join')
  })

  test('of a paused person says until when, and names no check-in', async () => {
    const two = await pairUp()
    await plan(two, '2027-03-09', '2027-03-09T09:00:00Z')
    await hospital.within(async (scope) => {
      const [place] = await enrollmentsOfPerson(scope, two.mentee.id)
      const pausedUntil = Temporal.PlainDate.from('2027-04-12')
      await changeEnrollment(scope, place?.id ?? '', { state: 'paused', pausedUntil })
    })

    const outcome = await overviewOf(two.mentee)

    expect(wordsIn(outcome)).toContain('I will write again from Mon 12 April on')
    expect(wordsIn(outcome)).not.toContain('Next check-in')
    expect(buttonsIn(outcome)).toContainEqual(expect.objectContaining({ about: 'resume' }))
  })

  test('of a person without a pair says that one will come', async () => {
    const waiting = await hospital.person()
    const { id } = await hospital.program({ name: 'Ward leaders' })
    await hospital.enroll(id, waiting)

    const outcome = await overviewOf(waiting)

    expect(wordsIn(outcome)).toContain('You are in Ward leaders. I will tell you as soon as you have a pair.')
    expect(buttonsIn(outcome).map(({ verb }) => verb)).not.toContain('meeting.log')
  })

  test('of a person in no program says who can invite them', async () => {
    const nobody = await hospital.person()

    const outcome = await overviewOf(nobody)

    expect(wordsIn(outcome)).toContain('You are not in a mentoring program')
  })

  test('leaves out pairs that have closed and programs that were left', async () => {
    const { mentee, pair } = await pairUp()
    await hospital.within(async (scope) => {
      await closePair(scope, pair.id)
      const [place] = await enrollmentsOfPerson(scope, mentee.id)
      await changeEnrollment(scope, place?.id ?? '', { state: 'left' })
    })

    const outcome = await overviewOf(mentee)

    expect(wordsIn(outcome)).not.toContain('Sam Okoro')
    expect(wordsIn(outcome)).toContain('You are not in a mentoring program')
  })

  test('of a coordinator names what they coordinate', async () => {
    const coordinator = await hospital.person({ email: 'amira.haddad@example.org' })
    await hospital.program({ name: 'Ward leaders', coordinators: ['amira.haddad@example.org'] })

    const outcome = await overviewOf(coordinator)

    expect(wordsIn(outcome)).toContain('You coordinate Ward leaders.')
    expect(buttonsIn(outcome)).toContainEqual(
      expect.objectContaining({ verb: 'command.run', about: 'admin' }),
    )
  })

  test('of a mentor of many stays one screen', async () => {
    const { program, mentor } = await pairUp()
    for (let count = 0; count < 9; count += 1) {
      await hospital.pair(program.id, mentor, await hospital.person({ name: `Mentee ${count}` }))
    }

    const outcome = await overviewOf(mentor)

    expect(wordsIn(outcome)).toContain('Mentee 8')
    expect(outcome.kind === 'show' && outcome.message.blocks.length).toBeLessThanOrEqual(12)
  })
})

describe('more of the overview', () => {
  test('has what the overview had no room for', async () => {
    const { mentee } = await pairUp()

    const front = buttonsIn(await overviewOf(mentee)).map(({ label }) => label)
    const behind = buttonsIn(await hospital.as(mentee).press('overview.more')).map(({ label }) => label)

    expect(front.at(-1)).toBe('More')
    expect(behind).toContain('End this mentoring')
    expect(behind.filter((label) => front.includes(label))).toEqual([])
  })

  test('is nothing where all of it was shown', async () => {
    const nobody = await hospital.person()

    const front = buttonsIn(await overviewOf(nobody)).map(({ label }) => label)
    const behind = await hospital.as(nobody).press('overview.more')

    expect(front).not.toContain('More')
    expect(wordsIn(behind)).toContain('nothing more to show')
  })
})

describe('help', () => {
  test('lists every command of a person, and not those of coordinators', async () => {
    const { mentee } = await pairUp()

    const words = wordsIn(await hospital.as(mentee).command('help'))

    for (const command of commands) {
      if (command.for === 'everybody') expect(words).toContain(command.words)
      else expect(words).not.toContain(command.words)
    }
  })

  test('lists theirs for a coordinator', async () => {
    const coordinator = await hospital.person({ email: 'bea.lind@example.org' })
    await hospital.program({ coordinators: ['bea.lind@example.org'] })

    const outcome = await hospital.as(coordinator).command('help')

    for (const { words } of commands) expect(wordsIn(outcome)).toContain(words)
    expect(buttonsIn(outcome)).toContainEqual(
      expect.objectContaining({ verb: 'command.run', about: 'admin digest' }),
    )
  })

  test('has a button for every command, and each of them is answered', async () => {
    const { mentee } = await pairUp()
    const help = await hospital.as(mentee).command('help')
    const everybody = commands.filter((command) => command.for === 'everybody' && command.words !== 'help')

    const buttons = buttonsIn(help)
    const answers = await Promise.all(
      buttons.map(({ verb, about }) => hospital.as(mentee).press(verb, about)),
    )

    expect(buttons.map(({ label }) => label)).toEqual(everybody.map(({ words }) => words))
    expect(wordsIn(answers)).not.toContain('not available yet')
  })
})
