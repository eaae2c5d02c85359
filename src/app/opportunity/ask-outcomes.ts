import { outcomeQuestion } from '../../core/opportunity/messages.ts'
import type { Opportunity } from '../../core/opportunity/opportunity.ts'
import { availabilityOf } from '../../core/people/person.ts'
import { nextFit } from '../../core/time/slot.ts'
import { setOpportunityNext, takeDueOpportunities } from '../../store/opportunities.ts'
import { queue } from '../../store/outbox.ts'
import { pairById } from '../../store/pairs.ts'
import { personById } from '../../store/people.ts'
import type { Scope } from '../../store/scope.ts'
import { carryOutDue } from '../carry-out-due.ts'
import { firstNameOf } from '../checkin/load-nudged.ts'
import type { World } from '../world.ts'
import { toPerson } from '../write-to.ts'

const BATCH = 100

const A_DAY = Temporal.Duration.from({ hours: 24 })

/** Asks whoever wrote an opportunity down, once, what became of it; of several of theirs about one a day. */
export async function askOutcomes(world: World, organizationId: string): Promise<void> {
  await carryOutDue(world, organizationId, {
    batch: BATCH,
    async carryOut(scope, taking) {
      const due = await takeDueOpportunities(scope, taking)
      const asked = new Set<string>()
      for (const one of due) {
        if (asked.has(one.authorId)) await setOpportunityNext(scope, one.id, scope.now.add(A_DAY))
        else if (await askOne(scope, one)) asked.add(one.authorId)
      }
      return due.length
    },
    putOff: setOpportunityNext,
  })
}

/** Of a pair that is over nobody is asked: the closing talk looked back on it. */
async function askOne(scope: Scope, opportunity: Opportunity): Promise<boolean> {
  await setOpportunityNext(scope, opportunity.id, undefined)
  const pair = await pairById(scope, opportunity.pairId)
  const author = await personById(scope, opportunity.authorId)
  if (pair?.state !== 'active' || !author || opportunity.state !== 'open') return false
  const after = nextFit({ instant: scope.now, availability: availabilityOf(author, []) })
  const message = outcomeQuestion({ firstName: firstNameOf(author), opportunity })
  const key = `opportunity:${opportunity.id}:outcome`
  const entries = toPerson(author, { key, author: author.id, message, ...(after && { after }) })
  return (await queue(scope, entries)) > 0
}
