import { cannotReach, digestNotTaken } from '../../core/digest/channel-messages.ts'
import { hasConflict } from '../../core/program/conflict.ts'
import type { GaveUp } from '../../delivery/give-up.ts'
import { enrollmentsOfPerson } from '../../store/enrollments.ts'
import { personByAccount } from '../../store/people.ts'
import { programsById } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { tellUrgentLost } from '../help-case/tell-lost.ts'
import { withdrawOffersOf } from '../offer/withdraw-offers.ts'
import { tellOfNoGroup } from '../pair/tell-of-no-group.ts'
import { tellSenderOfLost } from '../relay/tell-lost.ts'
import { loseWorkspace } from './lose-workspace.ts'
import { tellCoordinators } from './tell-coordinators.ts'

/** What is written to coordinators about the working of Rounds itself: of these nobody is told that they failed. */
const ABOUT_ROUNDS = /^(gave-up|digest:refused|digest:members|workspace-lost):/

/**
 * Tells the coordinators, once, of a person who cannot be written to any more, or of a digest that its channel did not
 * take, or of a whole workspace that the bot was taken out of. What the next message covers (a fate unknown, a platform down for a day) is in the log alone.
 * The author of an urgent request is told where no coordinator got it, whoever wrote to the other of their pair that it
 * did not arrive, and two people that no conversation could be opened for them.
 */
export async function tellGaveUp(scope: Scope, gaveUp: GaveUp): Promise<void> {
  const { entry } = gaveUp
  const urgent = entry.kind === 'send' ? /^urgent:([^:]+):/.exec(entry.key)?.[1] : undefined
  if (urgent !== undefined) await tellUrgentLost(scope, urgent)
  await tellOfNoGroup(scope, gaveUp)
  await tellSenderOfLost(scope, gaveUp)
  if (gaveUp.why === 'uninstalled') {
    const { platform, to } = entry
    await loseWorkspace(scope, { platform, id: to.workspace })
    return
  }
  if (ABOUT_ROUNDS.test(entry.key)) return
  if ('channel' in entry.to) await tellOfDigest(scope, gaveUp)
  else if (gaveUp.why === 'gone' || gaveUp.why === 'forbidden') await tellOfPerson(scope, gaveUp)
}

async function tellOfDigest(scope: Scope, { entry: { key }, why }: GaveUp): Promise<void> {
  const programId = /^digest:([^:]+):/.exec(key)?.[1]
  const [stored] = programId === undefined ? [] : await programsById(scope, [programId])
  if (!stored) return
  const { program } = stored
  await tellCoordinators(scope, program, {
    key: `gave-up:${key}`,
    message: digestNotTaken({ program, unsure: why === 'unknown-fate' }),
  })
}

async function tellOfPerson(scope: Scope, { entry, why }: GaveUp): Promise<void> {
  const { platform, to } = entry
  if (!('user' in to) || entry.kind !== 'send') return
  const { workspace, user } = to
  const person = await personByAccount(scope, { platform, workspace, user })
  if (!person) return
  if (person.accounts.length === 0) await withdrawOffersOf(scope, { personId: person.id })
  const enrollments = (await enrollmentsOfPerson(scope, person.id)).filter(({ state }) => state !== 'left')
  const programs = await programsById(
    scope,
    enrollments.map(({ programId }) => programId),
  )
  for (const { program } of programs) {
    await tellCoordinators(scope, program, {
      key: `gave-up:${platform}:${workspace}:${user}`,
      message: cannotReach({ name: person.name, platform, why: why === 'gone' ? 'gone' : 'forbidden' }),
      but: ({ email }) => hasConflict(email, [person]),
    })
  }
}
