import { nextStep, whenToRemind } from '../../core/agreement/agreement.ts'
import { toConfirm } from '../../core/agreement/signing-messages.ts'
import { remindToComplete, remindToWrite } from '../../core/agreement/writing-messages.ts'
import type { Message } from '../../core/message/message.ts'
import type { Pair } from '../../core/pair/pair.ts'
import { instantAt } from '../../core/time/wall-clock.ts'
import { lookForAgreement, type PairWithoutAgreement, takePairsToRemind } from '../../store/agreements.ts'
import { queue } from '../../store/outbox.ts'
import { pairsById } from '../../store/pairs.ts'
import { peopleById } from '../../store/people.ts'
import type { Scope } from '../../store/scope.ts'
import { carryOutDue, type Due } from '../carry-out-due.ts'
import type { World } from '../world.ts'
import { type FoundSigning, signingFor } from './find-signing.ts'
import { whenItSuits } from './tell-other.ts'

/** At most so many in one transaction. */
const BATCH = 100

/**
 * Reminds, once and gently, whose turn it is where two weeks after the first meeting no agreement stands. A pair that
 * has not met is looked at again. Returns how many pairs were looked at.
 */
export function remindOfAgreements(world: World, organizationId: string): Promise<number> {
  return carryOutDue(world, organizationId, { batch: BATCH, carryOut: remindSome, putOff: lookForAgreement })
}

const remindSome: Due['carryOut'] = async (scope, { limit, took }) => {
  const due = await takePairsToRemind(scope, limit)
  const ids = due.map(({ pairId }) => pairId)
  took(ids)
  const pairs = new Map((await pairsById(scope, ids)).map((pair) => [pair.id, pair]))
  for (const one of due) {
    const pair = pairs.get(one.pairId)
    if (pair) await look(scope, pair, one)
  }
  return due.length
}

async function look(scope: Scope, pair: Pair, { firstMet }: PairWithoutAgreement): Promise<void> {
  const people = await peopleById(scope, [pair.mentorId, pair.menteeId])
  const both = await Promise.all(people.map((person) => signingFor(scope, pair, person)))
  const found = both.filter((one) => one !== undefined)
  const [first] = found
  if (!first || first.signing.standing) return lookForAgreement(scope, pair.id, undefined)

  const zone = first.program.timeZone
  const today = scope.now.toZonedDateTimeISO(zone).toPlainDate()
  const when = whenToRemind({ today, firstMet })
  if (when !== 'now') {
    return lookForAgreement(scope, pair.id, instantAt({ date: when, time: '09:00', zone }))
  }
  await queue(
    scope,
    found.flatMap((one) => reminder(scope, one)),
  )
  return lookForAgreement(scope, pair.id, undefined)
}

function reminder(scope: Scope, found: FoundSigning) {
  const { pair, person, other, program, signing } = found
  const message = wordsFor(found)
  if (!message) return []
  const what = signing.pending?.id ?? pair.id
  const key = `agreement:${what}:remind:${person.id}`
  return whenItSuits(scope, person, { program, key, message, author: other.id })
}

function wordsFor({ signing, reading }: FoundSigning): Message | undefined {
  const { pending } = signing
  switch (nextStep(signing, reading.side)) {
    case 'write':
      return remindToWrite(reading)
    case 'complete':
      return pending && remindToComplete(reading, pending)
    case 'confirm':
      return pending && toConfirm(reading, { agreement: pending, standing: false, lead: 'reminder' })
    case undefined:
      return undefined
  }
}
