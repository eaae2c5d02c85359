import { askForRun } from '../../../src/app/match/ask-run.ts'
import type { Hospital } from '../../../src/catalogue/hospital.ts'
import type { OpenDraft, OpenRow, RowStanding } from '../../../src/core/match/review/open-draft.ts'
import type { Person } from '../../../src/core/people/person.ts'
import type { Matcher } from '../../../src/ports/matcher.ts'
import { changeDraft, draftOf, openDraft } from '../../../src/store/drafts.ts'
import { openHospital, wordsIn } from '../../support/hospital.ts'

/** A program of a hospital of its own, for runs of matching. */
export async function openRuns() {
  const hospital = await openHospital()
  const coordinator = await hospital.person({ name: 'Dana', email: 'dana@example.org' })
  const { id: programId } = await hospital.program({ coordinators: ['dana@example.org'] })
  const at = { hospital, coordinator, programId }
  return {
    ...at,
    ask: (id = programId) => ask({ ...at, programId: id }),
    wordsTold: () => wordsTold(hospital),
    mentor: (name: string, profile: object = {}, into = programId) =>
      enrolled({ hospital, programId: into }, name, { role: 'mentor', profile }),
    mentee: (name: string, profile: object = {}, more: { managerEmail?: string; into?: string } = {}) =>
      enrolled({ hospital, programId: more.into ?? programId }, name, { role: 'mentee', profile, ...more }),
    leaves: (person: Person) => leaves(at, person),
    decide: (decided: readonly Decided[]) => decide(at, decided),
    theDraft: () => theDraft(at),
    rows: () => rows(at),
    meanwhile: (happens: () => Promise<void>) => meanwhile(hospital.world.matcher, happens),
  }
}

export type Runs = Awaited<ReturnType<typeof openRuns>>

interface At {
  readonly hospital: Hospital
  readonly programId: string
  readonly coordinator: Person
}

async function ask({ hospital, programId, coordinator }: At): Promise<string> {
  hospital.at({ minutes: 1 })
  const asked = await hospital.within((scope) => askForRun(scope, { programId, askedBy: coordinator.id }))
  if (!('runId' in asked)) throw new Error(asked.problem)
  return asked.runId
}

async function wordsTold(hospital: Hospital): Promise<string> {
  return wordsIn((await hospital.outbox()).at(-1)?.message)
}

async function enrolled(
  { hospital, programId }: Omit<At, 'coordinator'>,
  name: string,
  { role, profile, managerEmail }: { role: 'mentor' | 'mentee'; profile: object; managerEmail?: string },
): Promise<Person> {
  const given = managerEmail === undefined ? {} : { managerEmail }
  const person = await hospital.person({ name, email: `${name.toLowerCase()}@example.org`, ...given })
  await hospital.within(({ tx }) => tx.person.update({ where: { id: person.id }, data: { profile } }))
  await hospital.enroll(programId, person, { role })
  return person
}

function leaves({ hospital, programId }: At, { id: personId }: Person): Promise<unknown> {
  return hospital.within(({ tx }) =>
    tx.enrollment.updateMany({ where: { personId, programId }, data: { state: 'left' } }),
  )
}

interface Decided {
  readonly mentee: Person
  readonly mentor?: Person
  readonly standing: RowStanding
  readonly score?: number
}

function decide({ hospital, programId, coordinator }: At, decided: readonly Decided[]): Promise<void> {
  const given = decided.map(
    ({ mentee: { id: menteeId }, mentor: chosen, standing, score }): Omit<OpenRow, 'version'> => ({
      menteeId,
      mentorId: chosen?.id,
      proposedId: undefined,
      standing,
      score,
      reasons: [],
    }),
  )
  return hospital.within(async (scope) => {
    const draft = await openDraft(scope, programId)
    await changeDraft(scope, draft, { actor: coordinator.id, kind: 'lock', rows: given })
  })
}

async function theDraft({ hospital, programId }: At): Promise<OpenDraft> {
  const draft = await hospital.within((scope) => draftOf(scope, programId))
  if (!draft) throw new Error('there is no draft')
  return draft
}

/** By mentee: the mentor's name, and how the row stands. */
async function rows(at: At): Promise<Record<string, [string | undefined, RowStanding]>> {
  const { hospital } = at
  const draft = await theDraft(at)
  const people = await hospital.within(({ tx }) => tx.person.findMany({ select: { id: true, name: true } }))
  const name = (id: string | undefined) => people.find((person) => person.id === id)?.name
  return Object.fromEntries(
    draft.rows.map(({ menteeId, mentorId, standing }) => [name(menteeId), [name(mentorId), standing]]),
  )
}

/** Something happens while it searches. */
function meanwhile(matcher: Matcher, happens: () => Promise<void>): Matcher {
  return {
    ...matcher,
    propose: async (...given) => {
      await happens()
      return matcher.propose(...given)
    },
  }
}
