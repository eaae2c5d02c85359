import type { NextRound } from '../app/peer/round-by-command.ts'
import { twosOf } from '../core/peer/company.ts'
import { keyOf, meetingsAgain } from '../core/peer/draft.ts'
import type { StoredProgram } from '../store/programs.ts'
import type { Answer } from './answer.ts'
import type { Opened } from './with-world.ts'

/** What `match` takes; a round knows neither scores nor a draft's file. */
interface RoundOptions {
  readonly scores?: string
  readonly draft?: string
  readonly publish?: boolean
}

/** Proposes the next round of a peer program, or publishes it. */
export async function matchRound(
  { world, organizationId }: Opened,
  stored: StoredProgram,
  options: RoundOptions,
): Promise<Answer> {
  if (options.scores !== undefined || options.draft !== undefined) {
    return {
      refused: [
        `--scores and --draft are for programs with mentors: ${stored.program.name} has rounds of peers, without scores.`,
      ],
    }
  }
  const { inOrganization } = await import('../app/world.ts')
  const { publishNextRound, readNextRound } = await import('../app/peer/round-by-command.ts')
  return inOrganization(world, organizationId, async (scope) => {
    const found = options.publish ? await publishNextRound(scope, stored) : await readNextRound(scope, stored)
    if ('problem' in found) return { refused: [found.problem] }
    if ('problems' in found) return { refused: [...found.problems, 'Nothing was published.'] }
    return describeRound(found, options.publish ?? false)
  })
}

async function describeRound(next: NextRound, published: boolean): Promise<Answer> {
  const { leftOutIn } = await import('../app/peer/show-draft.ts')
  const { circle, number, plan, isDraft } = next
  const again = meetingsAgain(plan.groups, circle.facts.met)
  const leftOut = leftOutIn(circle, plan)
  const lines = plan.groups.map((group) => {
    const before = twosOf(group).flatMap((two) => {
      const round = again.get(keyOf(two))
      return round === undefined ? [] : [`${named(circle, two).join(' and ')} met in round ${round}`]
    })
    return [named(circle, group).join(' – '), ...before].join(' · ')
  })
  const people = plan.groups.flat().length
  const summary = `Round ${number}: ${people} people in ${plan.groups.length} groups, ${again.size} ${again.size === 1 ? 'repeat' : 'repeats'}, ${leftOut.length} left out.`
  return {
    lines: [
      ...lines,
      ...(leftOut.length > 0 ? ['In no group:'] : []),
      ...leftOut.map(({ member, why }) => `  ${member.name}: ${why}`),
      summary,
      ...(published ? [`Published round ${number}.`] : []),
    ],
    data: {
      number,
      groups: plan.groups.map((group) => emails(circle, group)),
      repeats: again.size,
      leftOut: leftOut.map(({ member, why }) => ({ person: member.email, reason: why })),
      ...(published && { published: plan.groups.length }),
    },
    ...(isDraft && !published && { notes: ['This is the draft that coordinators have in the chat.'] }),
  }
}

function named({ everybody }: NextRound['circle'], group: readonly string[]): string[] {
  return group.map((id) => everybody.get(id)?.name ?? 'somebody')
}

function emails({ everybody }: NextRound['circle'], group: readonly string[]): string[] {
  return group.map((id) => everybody.get(id)?.email ?? '').sort()
}
