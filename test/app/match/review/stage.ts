import { askForRun } from '../../../../src/app/match/ask-run.ts'
import { carryOutRuns } from '../../../../src/app/match/carry-out-runs.ts'
import type { Hospital } from '../../../../src/catalogue/hospital.ts'
import type { OpenDraft } from '../../../../src/core/match/review/open-draft.ts'
import type { Outcome } from '../../../../src/core/message/intent.ts'
import type { Button, Message } from '../../../../src/core/message/message.ts'
import type { Role } from '../../../../src/core/people/enrollment.ts'
import type { Person } from '../../../../src/core/people/person.ts'
import { draftOf } from '../../../../src/store/drafts.ts'
import { changeEnrollment } from '../../../../src/store/enrollments.ts'
import { wordsIn } from '../../../support/hospital.ts'

/** A program with two coordinators, Carla and Tom, and a draft that was just proposed. */
export interface Stage {
  readonly hospital: Hospital
  readonly programId: string
  readonly slug: string
  readonly carla: Person
  readonly tom: Person
  /** Joins the program, with what the staff list says of them. */
  join(role: Role, name: string, profile?: object): Promise<Person>
  /** Proposes pairs into the draft, as a run does. */
  propose(): Promise<OpenDraft>
  draft(): Promise<OpenDraft>
  rowOf(mentee: Person): Promise<OpenDraft['rows'][number] | undefined>
}

/** In a hospital that several tests may share: the program and its people are this stage's alone. */
export async function openStage(hospital: Hospital, settings: Record<string, unknown> = {}): Promise<Stage> {
  const carla = await hospital.person({ name: 'Carla Jones' })
  const tom = await hospital.person({ name: 'Tom Okafor' })
  const coordinators = [carla.email, tom.email]
  const { id: programId, program } = await hospital.program({ coordinators, ...settings })
  const { slug } = program
  const draft = async () => {
    const found = await hospital.within((scope) => draftOf(scope, programId))
    if (!found) throw new Error('there is no draft')
    return found
  }
  return {
    hospital,
    programId,
    slug,
    carla,
    tom,
    join: async (role, name, profile = {}) => {
      const person = await hospital.person({ name })
      await hospital.within(({ tx }) => tx.person.update({ where: { id: person.id }, data: { profile } }))
      const enrollment = await hospital.enroll(programId, person, { role })
      await hospital.within((scope) => changeEnrollment(scope, enrollment, { noticedAt: scope.now }))
      return person
    },
    propose: async () => {
      const asked = await hospital.within((scope) => askForRun(scope, { programId, askedBy: carla.id }))
      if ('problem' in asked) throw new Error(asked.problem)
      await carryOutRuns(hospital.world, hospital.organizationId)
      return draft()
    },
    draft,
    rowOf: async (mentee) => (await draft()).rows.find(({ menteeId }) => menteeId === mentee.id),
  }
}

/** The words of what was shown. */
export function words(outcome: Outcome): string {
  return outcome.kind === 'show' ? wordsIn(outcome.message.blocks) : wordsIn(outcome)
}

export function buttonsIn(outcome: Outcome): Button[] {
  if (outcome.kind !== 'show') throw new Error(`shown was ${JSON.stringify(outcome)}`)
  return buttonsOf(outcome.message)
}

function buttonsOf({ blocks }: Message): Button[] {
  return blocks
    .flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
    .filter((button): button is Button => 'verb' in button)
}

/** What the button with these words carries; fails where there is none. */
export function pressOf(outcome: Outcome, label: string | RegExp): [string, string | undefined] {
  const button = buttonsIn(outcome).find((one) =>
    typeof label === 'string' ? one.label === label : label.test(one.label),
  )
  if (!button) throw new Error(`no button ${label} among ${buttonsIn(outcome).map((one) => one.label)}`)
  return [button.verb, button.about]
}
