import type { RosterProblem, RosterRow } from '../../core/people/roster.ts'
import { changeByRow, changesHours, type RosterChange } from '../../core/people/roster-change.ts'
import type { Imported } from '../../core/people/roster-messages.ts'
import type { Program } from '../../core/program/program.ts'
import { audit } from '../../store/audit.ts'
import { programsById } from '../../store/programs.ts'
import {
  accountKey,
  accountOwners,
  auditImported,
  forgetEdited,
  type ListedPerson,
  listedByEmail,
  newPersonId,
  rolesIn,
  saveEnrollments,
  savePeople,
} from '../../store/roster.ts'
import type { Scope } from '../../store/scope.ts'
import {
  linkedWorkspaces,
  linkNamed,
  type NamedAccount,
  namedAccounts,
  takenAccounts,
  type UsableWorkspaces,
} from './listed-accounts.ts'
import { moveToNewHours } from './move-check-ins.ts'

export interface PeopleToImport {
  readonly programId: string
  /** The rows that are right; those of one file, so that no address stands in it twice. */
  readonly rows: readonly RosterRow[]
  /** Whether to change what people have set themselves, too. */
  readonly overwrite: boolean
  /** A person's id, or `command line`. */
  readonly actor: string
  /** Whether to leave out rows with a problem and apply the others; else nothing is applied. */
  readonly applyGood?: boolean
}

export interface ImportReport extends Omit<Imported, 'ignoredColumns'> {
  readonly applied: boolean
  /** What only the database knows: accounts that belong to somebody else. */
  readonly problems: readonly RosterProblem[]
}

/**
 * Brings people into a program by their e-mail addresses: creates, updates and enrolls them, and links the accounts the
 * file names. The same rows again change nothing; people whom the rows do not name are left alone. Where taking part is
 * a condition of work they are active at once, else invited; the notice is due either way.
 */
export async function importPeople(scope: Scope, wanted: PeopleToImport): Promise<ImportReport> {
  const [stored] = await programsById(scope, [wanted.programId])
  if (!stored) throw new Error('there is no such program')
  const known = await listedByEmail(
    scope,
    wanted.rows.map(({ email }) => email),
  )
  const { usable, notes } = await linkedWorkspaces(scope, wanted.rows)
  const plans = wanted.rows.map((row) => planFor(row, known.get(row.email), { ...wanted, ...stored, usable }))
  const owners = await accountOwners(
    scope,
    plans.flatMap(({ accounts }) => accounts),
  )
  const problems = plans.flatMap(({ row, accounts }) => takenAccounts(row.line, accounts, owners))
  if (problems.length > 0 && !wanted.applyGood) {
    return { ...nothingDone, problems, notes }
  }
  const bad = new Set(problems.map(({ line }) => line))
  const good = plans.filter(({ row }) => !bad.has(row.line))
  return { ...(await apply(scope, good, { wanted, program: stored.program, owners })), problems, notes }
}

const nothingDone = { applied: false, created: 0, updated: 0, unchanged: 0, kept: [] } as const

/** What one row asks for. */
interface Plan {
  readonly row: RosterRow
  readonly id: string
  readonly known: ListedPerson | undefined
  readonly change: RosterChange
  readonly accounts: readonly NamedAccount[]
}

function planFor(
  row: RosterRow,
  known: ListedPerson | undefined,
  rules: { overwrite: boolean; program: Program; usable: UsableWorkspaces },
): Plan {
  const id = known?.id ?? newPersonId()
  const { overwrite, program, usable } = rules
  const change = changeByRow(row, known, { overwrite, timeZone: program.timeZone })
  return { row, id, known, change, accounts: namedAccounts(row, id, usable) }
}

interface Applying {
  readonly wanted: PeopleToImport
  readonly program: Program
  readonly owners: ReadonlyMap<string, string>
}

async function apply(scope: Scope, plans: readonly Plan[], applying: Applying) {
  const { wanted, program, owners } = applying
  const roles = await rolesIn(scope, wanted.programId)
  const changes = plans.map((plan) => {
    const fresh = plan.accounts.filter((account) => !owners.has(accountKey(account)))
    const enrolled = roles.get(plan.id) !== plan.row.role
    const fields = [
      ...plan.change.changed,
      ...(enrolled ? ['role'] : []),
      ...fresh.map(({ column }) => column),
    ]
    return { ...plan, fresh, enrolled, fields }
  })
  const touched = changes.filter(({ fields, known }) => fields.length > 0 || !known)
  await savePeople(
    scope,
    touched
      .filter(({ change, known }) => !known || change.changed.length > 0)
      .map(({ id, row, change }) => ({ id, email: row.email, cells: change.cells })),
  )
  await forgetOverwritten(scope, touched)
  await saveEnrollments(
    scope,
    wanted.programId,
    touched
      .filter(({ enrolled }) => enrolled)
      .map(({ id, row }) => ({
        personId: id,
        role: row.role,
        state: program.join === 'required' ? 'active' : 'invited',
      })),
  )
  await linkNamed(
    scope,
    touched.flatMap(({ fresh }) => fresh),
    touched.flatMap(({ id, known, fresh }) => (known && fresh.length > 0 ? [id] : [])),
  )
  const moved = touched.filter(({ known, change }) => known && changesHours(change))
  await moveToNewHours(scope, moved)

  const created = touched.filter(({ known }) => !known).length
  const counts = {
    created,
    updated: touched.length - created,
    unchanged: changes.length - touched.length,
  }
  const kept = plans.flatMap(({ row, change }) =>
    change.kept.length === 0 ? [] : [{ line: row.line, email: row.email, columns: change.kept }],
  )
  const { actor } = wanted
  await audit(scope, {
    actor,
    action: 'people.import',
    subject: wanted.programId,
    details: { ...counts, kept: kept.length },
  })
  await auditImported(scope, { actor, changed: touched.map(({ id, fields }) => ({ personId: id, fields })) })
  return { applied: true, ...counts, kept }
}

/** What was overwritten is the staff list's again. */
async function forgetOverwritten(scope: Scope, touched: readonly Plan[]): Promise<void> {
  const overwritten = touched.flatMap(({ id, known, change }) => {
    const columns = change.changed.filter((column) => known?.edited.includes(column))
    return columns.length === 0 ? [] : [{ id, columns }]
  })
  await forgetEdited(scope, overwritten)
}
