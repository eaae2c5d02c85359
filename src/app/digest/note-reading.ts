import { type Digest, seenBy } from '../../core/digest/digest.ts'
import type { Person } from '../../core/people/person.ts'
import { audit } from '../../store/audit.ts'
import type { Scope } from '../../store/scope.ts'

/** Notes which pairs a coordinator has looked at. */
export async function noteReading(
  scope: Scope,
  { reader, digest }: { reader: Person; digest: Digest },
): Promise<void> {
  const pairs = seenBy(digest, reader.email).rows.map(({ pair }) => pair.pairId)
  await audit(scope, {
    actor: reader.id,
    action: 'digest.read',
    subject: digest.program.id,
    details: { pairs },
  })
}
