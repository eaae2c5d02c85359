import { randomUUID } from 'node:crypto'
import type { Account } from '../core/people/account.ts'
import type { Person } from '../core/people/person.ts'
import { forgetInSealed } from './forget-words.ts'
import { Prisma } from './generated/client.ts'
import type { Scope } from './scope.ts'

/** Whom to forget, and what stands in for them where a row has to stay: an id that leads nowhere. */
interface Forgotten {
  readonly me: string
  readonly name: string
  readonly email: string
  readonly former: string
  readonly org: string
}

/**
 * Deletes everything that is kept about a person (PRODUCT, *Forget me*). Meetings with their days and minutes, and rows
 * of the audit, stay with an id that leads nowhere; the other of a pair keeps what they wrote themselves. Pairs must be
 * closed and offers withdrawn before. `removed`: stands in agreements where their words stood. Gives that id.
 */
export async function forgetEverything(
  scope: Scope,
  { id: personId, name, email }: Pick<Person, 'id' | 'name' | 'email'>,
  removed: string,
): Promise<string> {
  const who: Forgotten = { me: personId, name, email, former: randomUUID(), org: scope.organizationId }
  await forgetInSealed(scope, personId, removed)
  await forgetMessagesTo(scope, personId)
  for (const statement of [...deletions(who), ...standIns(who)]) await scope.tx.$executeRaw(statement)
  await scope.tx.person.deleteMany({ where: { id: personId, organizationId: scope.organizationId } })
  return who.former
}

/** What waits for them is not sent any more, and nothing says that it was theirs. */
async function forgetMessagesTo({ tx, organizationId }: Scope, personId: string): Promise<void> {
  const accounts = await tx.account.findMany({ where: { organizationId, personId } })
  for (const { platform, workspace, user } of accounts) {
    const theirs = { organizationId, platform, workspace, user }
    await tx.outboxEntry.updateMany({
      where: { ...theirs, state: 'ready', claimedBy: null },
      data: { state: 'abandoned', fault: 'forgotten' },
    })
    await tx.outboxEntry.updateMany({
      where: { ...theirs, state: { not: 'sending' } },
      data: { user: null, body: null, receiptChannel: null, receiptMessage: null },
    })
    // Where a message to several stands stays known: it is to be changed there.
    await tx.$executeRaw`
      update outbox set users = array_remove(users, ${user}), body = null,
        state = case when state = 'ready' and claimed_by is null then 'abandoned' else state end
      where organization_id = ${organizationId} and platform = ${platform} and workspace = ${workspace}
        and ${user} = any(users) and state <> 'sending'`
    await tx.$executeRaw`delete from processed_events where key like ${`%${user}%`}`
    await tx.lane.deleteMany({ where: { name: { startsWith: laneOfOne({ platform, workspace, user }) } } })
  }
}

function laneOfOne({
  platform,
  workspace,
  user,
}: Pick<Account, 'workspace' | 'user'> & { platform: string }) {
  return `${platform}:${workspace}/${user}`
}

function deletions({ me, org }: Forgotten): Prisma.Sql[] {
  const mine = (table: string, column = 'person_id') =>
    Prisma.sql`delete from ${Prisma.raw(table)} where ${Prisma.raw(column)} = ${me} and organization_id = ${org}`
  return [
    ...['own_never_with', 'link_codes', 'unfinished', 'reader_choices', 'conversations', 'nudges'].map(
      (table) => mine(table),
    ),
    mine('check_ins'),
    mine('goals', 'owner_id'),
    mine('goal_changes', 'author_id'),
    mine('actions', 'owner_id'),
    mine('actions', 'author_id'),
    ...['skill_ratings', 'reviews', 'reflections', 'help_cases', 'handed_out_files'].map((table) =>
      mine(table),
    ),
    Prisma.sql`
      delete from briefings b using enrollments e
      where e.id = b.enrollment_id and e.person_id = ${me} and b.organization_id = ${org}`,
    mine('thanks', 'from_id'),
    mine('opportunities', 'author_id'),
    mine('introductions', 'mentee_id'),
    mine('introductions', 'colleague_id'),
    Prisma.sql`
      delete from introductions i using pairs p
      where p.id = i.pair_id and p.mentor_id = ${me} and i.organization_id = ${org}`,
    ...['offers', 'rejections', 'preferences'].flatMap((table) => [
      mine(table, 'mentor_id'),
      mine(table, 'mentee_id'),
    ]),
    Prisma.sql`
      delete from draft_rows r using match_drafts d
      where d.id = r.draft_id and r.mentee_id = ${me} and d.organization_id = ${org}`,
    // Files that hold what was shared with others: a calendar's, or their record, which they can ask for again.
    Prisma.sql`
      delete from handed_out_files f using pairs p
      where f.organization_id = ${org} and p.organization_id = ${org}
        and ${me} in (p.mentor_id, p.mentee_id) and f.person_id in (p.mentor_id, p.mentee_id)`,
    Prisma.sql`delete from processed_events where key like ${`%${me}%`}`,
  ]
}

function standIns({ me, name, email, former, org }: Forgotten): Prisma.Sql[] {
  const instead = (table: string, column: string) => Prisma.sql`
    update ${Prisma.raw(table)} set ${Prisma.raw(column)} = ${former}
    where ${Prisma.raw(column)} = ${me} and organization_id = ${org}`
  const within = (table: string, column: string) => Prisma.sql`
    update ${Prisma.raw(table)} set ${Prisma.raw(column)} = replace(${Prisma.raw(column)}::text, ${me}, ${former})::jsonb
    where organization_id = ${org} and ${Prisma.raw(column)}::text like ${`%${me}%`}`
  return [
    Prisma.sql`
      update progress_entries set note = null where author_id = ${me} and organization_id = ${org}`,
    Prisma.sql`
      update meetings set note = null
      where organization_id = ${org} and (${me} in (logged_by, corrected_by)
        -- Where both have told of a meeting their notes stand in one text.
        or (confirmed_on is not null
          and pair_id in (select id from pairs where ${me} in (mentor_id, mentee_id))))`,
    Prisma.sql`
      update planned_meetings set place = null where proposed_by = ${me} and organization_id = ${org}`,
    instead('progress_entries', 'author_id'),
    instead('meetings', 'logged_by'),
    instead('meetings', 'corrected_by'),
    Prisma.sql`
      update planned_meetings set options = options - 'proposal'
      where options->'proposal'->>'by' = ${me} and organization_id = ${org}`,
    instead('planned_meetings', 'proposed_by'),
    instead('agreements', 'written_by'),
    within('planned_meetings', 'options'),
    instead('orientation_ticks', 'ticked_by'),
    instead('thanks', 'to_id'),
    instead('help_cases', 'seen_by'),
    Prisma.sql`update help_cases set answer = null where answered_by = ${me} and organization_id = ${org}`,
    instead('help_cases', 'answered_by'),
    Prisma.sql`
      update published_averages set people = array_replace(people, ${me}, ${former}), sealed = null
      where ${me} = any(people) and organization_id = ${org}`,
    Prisma.sql`
      update people set manager_email = null where manager_email = ${email} and organization_id = ${org}`,
    // Why somebody was left over, or is to be paired, may name them.
    Prisma.sql`
      update draft_rows set reasons = '{}'
      where organization_id = ${org} and (${me} in (mentor_id, proposed_id)
        or strpos(array_to_string(reasons, ' '), ${name}) > 0)`,
    Prisma.sql`
      update offers set reasons = '{}'
      where organization_id = ${org} and strpos(array_to_string(reasons, ' '), ${name}) > 0`,
    Prisma.sql`
      update draft_rows set mentor_id = null, score = null where mentor_id = ${me} and organization_id = ${org}`,
    Prisma.sql`update draft_rows set proposed_id = null where proposed_id = ${me} and organization_id = ${org}`,
    ...['actor', 'mentee_id', 'from_id', 'to_id'].map((column) => instead('draft_changes', column)),
    within('match_drafts', 'proof'),
    instead('match_runs', 'asked_by'),
    instead('offers', 'published_by'),
    within('peer_rounds', 'groups'),
    instead('pairs', 'mentor_id'),
    instead('pairs', 'mentee_id'),
    instead('audit', 'actor'),
    instead('audit', 'subject'),
    within('audit', 'details'),
    Prisma.sql`update outbox set author_id = null where author_id = ${me} and organization_id = ${org}`,
    Prisma.sql`
      update outbox set key = replace(key, ${me}, ${former}), target = replace(target, ${me}, ${former})
      where organization_id = ${org} and (key like ${`%${me}%`} or target like ${`%${me}%`})`,
  ]
}
