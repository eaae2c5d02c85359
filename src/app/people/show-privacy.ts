import type { Outcome } from '../../core/message/intent.ts'
import { privacyMessage } from '../../core/people/privacy.ts'
import { keptByReaders } from '../../core/record/counts.ts'
import { countAnswersByReader } from '../../store/answers.ts'
import { peopleByEmail } from '../../store/people.ts'
import { countRecordRows } from '../../store/record-rows.ts'
import type { Turn } from '../turn.ts'
import { programsOf } from './taking-part.ts'

/** `privacy`: what is kept about the person who asks, counted, and who reads which part. */
export async function showPrivacy({ scope, person }: Turn): Promise<Outcome> {
  const places = (await programsOf(scope, person.id)).filter(({ enrollment }) => enrollment.state !== 'left')
  const emails = [...new Set(places.flatMap(({ program }) => program.coordinators))]
  const names = new Map((await peopleByEmail(scope, emails)).map(({ email, name }) => [email, name]))
  const message = privacyMessage({
    locale: person.locale,
    kept: keptByReaders(
      await countRecordRows(scope, person.id),
      await countAnswersByReader(scope, person.id),
    ),
    programs: places.map(({ program }) => ({
      name: program.name,
      coordinators: program.coordinators.map((email) => names.get(email) ?? email),
      routes: program.routes,
    })),
  })
  return { kind: 'show', message }
}
