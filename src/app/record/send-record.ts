import type { Outcome } from '../../core/message/intent.ts'
import type { Account } from '../../core/people/account.ts'
import { availabilityOf, type Person } from '../../core/people/person.ts'
import { recordAlreadySent, recordMessage, recordOnItsWay, recordTaken } from '../../core/record/messages.ts'
import { type PersonalRecord, recordOf } from '../../core/record/record.ts'
import { nextFit } from '../../core/time/slot.ts'
import { recordAsHtml, recordAsJson } from '../../files/record.ts'
import { audit } from '../../store/audit.ts'
import { handedOutSince, handOut } from '../../store/handed-out-files.ts'
import { organizationName } from '../../store/organizations.ts'
import { queue } from '../../store/outbox.ts'
import { readRecordRows } from '../../store/record-rows.ts'
import type { Scope } from '../../store/scope.ts'
import type { Turn } from '../turn.ts'
import { toAccount, toPerson } from '../write-to.ts'

const page = 'rounds-record.html'
const data = 'rounds-record.json'

/** `export`, or the button: sends the person their own record into the chat they asked in; not twice within an hour. */
export async function sendMyRecord({ scope, person, intent }: Turn): Promise<Outcome> {
  const since = scope.now.subtract({ hours: 1 })
  if (await handedOutSince(scope, { personId: person.id, name: page, since }))
    return { kind: 'show', message: recordAlreadySent }
  await sendRecord(scope, { person, account: intent.account, actor: person.id })
  return { kind: 'show', message: recordOnItsWay }
}

/** Hands the person their record, as a page and as data, in this account's chat. */
export async function sendRecord(
  scope: Scope,
  { person, account, actor }: { readonly person: Person; readonly account: Account; readonly actor: string },
): Promise<void> {
  const record = await readRecord(scope, person)
  const files = [
    {
      name: page,
      mediaType: 'text/html',
      title: 'Your record, to read',
      content: recordAsHtml(record, person),
    },
    {
      name: data,
      mediaType: 'application/json',
      title: 'Your record, as data',
      content: recordAsJson(record),
    },
  ]
  for (const file of files) {
    const ref = await handOut(scope, { personId: person.id, ...file })
    await queue(scope, [
      toAccount(account, { key: `record:${ref.id}`, message: recordMessage(ref), repeat: 'once' }),
    ])
  }
  await audit(scope, { actor, action: 'record.export', subject: person.id })
}

/** Reads the record for a file outside the chat; the person is told, with the reason (CONTRACT, `export`). */
export async function takeRecord(
  scope: Scope,
  { person, reason }: { readonly person: Person; readonly reason: string },
): Promise<PersonalRecord> {
  const after = nextFit({ instant: scope.now, availability: availabilityOf(person, []) })
  const told = {
    key: `record:taken:${person.id}:${scope.now.epochMilliseconds}`,
    message: recordTaken(reason),
    repeat: 'once' as const,
  }
  await queue(scope, toPerson(person, { ...told, ...(after && { after }) }))
  await audit(scope, { actor: 'command line', action: 'record.take', subject: person.id })
  return readRecord(scope, person)
}

/** Everything that is kept about this person but whom they do not want to be paired with. */
async function readRecord(scope: Scope, person: Person): Promise<PersonalRecord> {
  const organization = await organizationName(scope)
  const about = { name: person.name, organization, writtenAt: scope.now.toString() }
  return recordOf(about, await readRecordRows(scope, person.id))
}
