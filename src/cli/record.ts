import { type Command, InvalidArgumentError } from 'commander'
import type { Person } from '../core/people/person.ts'
import type { Scope } from '../store/scope.ts'
import { type Answer, tell } from './answer.ts'
import { cannotWrite } from './cannot-write.ts'
import { type SharedOptions, withShared } from './options.ts'

interface PersonOptions extends SharedOptions {
  readonly person: string
}

interface ExportOptions extends PersonOptions {
  readonly out?: string
  readonly reason?: string
}

export function addExport(rounds: Command): void {
  withShared(
    rounds
      .command('export')
      .description('send a person everything that is kept about them, or write it into a file')
      .requiredOption('--person <email>', 'whose record')
      .option(
        '--out <file>',
        'write it into this file instead (.html to read, else JSON); the person is told',
      )
      .option('--reason <text>', 'with --out: why; the person reads it', readReason),
  ).action(async (options: ExportOptions, command: Command) => {
    if ((options.out === undefined) !== (options.reason === undefined))
      command.error('error: --out and --reason go together: the reason is noted, and the person reads it.')
    tell(await exportRecord(options), options)
  })
}

function readReason(typed: string): string {
  const reason = typed.trim()
  if (reason === '') throw new InvalidArgumentError('Say why: the reason is noted, and the person reads it.')
  return reason
}

export function addForget(rounds: Command): void {
  withShared(
    rounds
      .command('forget')
      .description('delete everything that is kept about a person, for good')
      .requiredOption('--person <email>', 'whom to forget'),
  ).action(async (options: PersonOptions) => tell(await forget(options), options))
}

function exportRecord(options: ExportOptions): Promise<Answer> {
  const { out, reason } = options
  return out === undefined || reason === undefined
    ? withPerson(options, send)
    : write({ ...options, out, reason })
}

async function send(scope: Scope, person: Person): Promise<Answer> {
  const { sendRecord } = await import('../app/record/send-record.ts')
  const [account] = person.accounts
  if (!account)
    return { refused: [`${person.email} has no account to send it to: --out FILE --reason TEXT.`] }
  await sendRecord(scope, { person, account, actor: 'command line' })
  return { lines: [`The record of ${person.email} is on its way to them.`] }
}

async function write(
  options: Required<Pick<ExportOptions, 'out' | 'reason'>> & PersonOptions,
): Promise<Answer> {
  const { takeRecord } = await import('../app/record/send-record.ts')
  const { recordAsHtml, recordAsJson } = await import('../files/record.ts')
  const { chmod, writeFile } = await import('node:fs/promises')
  const { out, reason } = options
  const save = async (text: string) => {
    await writeFile(out, text, { mode: 0o600 })
    // The mode above is that of a new file; this may have been there for everybody to read.
    await chmod(out, 0o600)
  }
  let content = ''
  const answer = await withPerson(options, async (scope, person) => {
    try {
      // Where nothing can be written, nothing is noted and nobody is told.
      await save('')
    } catch (error) {
      return { refused: [`${cannotWrite(out, error)}. Nothing was noted, and they are not told.`] }
    }
    const record = await takeRecord(scope, { person, reason })
    content = /\.html?$/i.test(out) ? recordAsHtml(record, person) : recordAsJson(record)
    return { lines: [`The record of ${person.email} is in ${out}; they are told.`] }
  })
  // Only once it is noted for good that it was taken.
  if (!answer.refused) await save(content)
  return answer
}

function forget(options: PersonOptions): Promise<Answer> {
  return withPerson(options, async (scope, person) => {
    const { forgetPerson } = await import('../app/record/forget-me.ts')
    await forgetPerson(scope, person)
    return { lines: ['They are forgotten: nothing about them is left but meetings of “a former member”.'] }
  })
}

async function withPerson(
  { org, person: email }: PersonOptions,
  work: (scope: Scope, person: Person) => Promise<Answer>,
): Promise<Answer> {
  const { withWorld } = await import('./with-world.ts')
  const { inOrganization } = await import('../app/world.ts')
  const { lockPerson, peopleByEmail } = await import('../store/people.ts')
  return withWorld({ org }, ({ world, organizationId }) =>
    inOrganization(world, organizationId, async (scope) => {
      const [person] = await peopleByEmail(scope, [email.trim().toLowerCase()])
      if (!person) return { refused: [`Nobody in the staff list has the address ${email}.`] }
      await lockPerson(scope, person.id)
      return work(scope, person)
    }),
  )
}
