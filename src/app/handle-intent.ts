import { fieldsOf, withValues } from '../core/message/check-values.ts'
import type { CommandWords } from '../core/message/commands.ts'
import type { Form } from '../core/message/form.ts'
import type { Intent, Outcome } from '../core/message/intent.ts'
import type { Message } from '../core/message/message.ts'
import { notKnown, notStored, typedIn, withTyped } from '../core/message/messages.ts'
import { type ReadCommand, readCommand } from '../core/message/read-command.ts'
import type { Account } from '../core/people/account.ts'
import { unknownPerson, unknownWorkspace } from '../core/people/messages.ts'
import type { Person } from '../core/people/person.ts'
import type { IntentHandler } from '../ports/intent-handler.ts'
import { ensureOrganization, isLinked, organizationOf } from '../store/organizations.ts'
import { lockPerson, markSeen, personByAccount } from '../store/people.ts'
import { firstTime, forgetTime } from '../store/processed-events.ts'
import type { Scope } from '../store/scope.ts'
import { takeRoster } from './admin/take-roster.ts'
import { admitValues, admitWords } from './admit.ts'
import { answerNoCommand } from './answer-no-command.ts'
import { rehear, unhear } from './checkin/edit-answer.ts'
import { hear } from './checkin/hear.ts'
import type { Deed } from './deed.ts'
import { onCommand, onPress, onSubmit } from './deeds.ts'
import { giveBack } from './give-back.ts'
import { handleEvent } from './handle-event.ts'
import { recognise } from './people/recognise.ts'
import { answerUnknown } from './profile/link-account.ts'
import { spokenCommand } from './spoken-command.ts'
import type { Turn } from './turn.ts'
import { inOrganization, type World } from './world.ts'

/** The one way in for both platforms: who it is, whether it was done before, the door for text, then the use case. */
export function createIntentHandler(world: World): IntentHandler {
  return {
    handle: (intent) => handle(world, intent),
    stores: storesAnything,
    apologise: (intent) => ({ ...show(withTyped(notStored, typedOf(intent))), ...holding(intent) }),
    happened: (event) => handleEvent(world, event),
  }
}

async function handle(world: World, intent: Intent): Promise<Outcome> {
  const met = await carryOutIfKnown(world, intent)
  if ('outcome' in met) return met.outcome

  const { organizationId } = met
  const recognised = await recognise(world, organizationId, intent.account)
  if ('unknown' in recognised) {
    const { unknown } = recognised
    const answer = unknown === 'not-in-roster' && (await answerUnknown(world, organizationId, intent))
    const why = unknownPerson(unknown)
    return answer || (intent.kind === 'submit' ? giveBack(why, intent.values) : show(why))
  }

  return inOrganization(world, organizationId, (scope) => carryOut(scope, recognised.person, intent))
}

/** For an account known already, as nearly all are, one transaction does everything. */
function carryOutIfKnown(
  world: World,
  intent: Intent,
): Promise<{ readonly outcome: Outcome } | { readonly organizationId: string }> {
  const { platform, workspace } = intent.account
  const now = world.now()
  return world.store.transaction(async (tx) => {
    const organizationId =
      (await organizationOf(tx, { platform, id: workspace })) ?? (await linkFirst(world, tx, intent.account))
    if (organizationId === undefined) return { outcome: show(unknownWorkspace()) }
    const scope: Scope = { tx, organizationId, seal: world.store.seal, now }
    const person = await personByAccount(scope, intent.account)
    return person ? { outcome: await carryOut(scope, person, intent) } : { organizationId }
  })
}

/** Where no workspace of a platform is configured (a developer's own machine), the first that speaks is ours. */
async function linkFirst(
  world: World,
  tx: Scope['tx'],
  { platform, workspace }: Account,
): Promise<string | undefined> {
  if (!world.linksFirst?.has(platform) || (await isLinked(tx, platform))) return undefined
  return ensureOrganization(tx, { slug: 'default', workspaces: [{ platform, id: workspace }] })
}

async function carryOut(scope: Scope, person: Person, intent: Intent): Promise<Outcome> {
  if (storesAnything(intent)) {
    await lockPerson(scope, person.id)
    if (!(await firstTime(scope, intent.key))) return { kind: 'silence' }
    await markSeen(scope, intent.account)
  }
  const turn: Turn = { scope, person, intent, rest: '', about: [], values: {} }
  const outcome = await runDeed(turn, intent)
  // The form stays on the screen as the same view: sent in again, put right, it bears the same key.
  if (outcome.kind === 'errors') await forgetTime(scope, intent.key)
  return outcome
}

function runDeed(turn: Turn, intent: Intent): Promise<Outcome> {
  switch (intent.kind) {
    case 'command':
      return runCommand(turn, intent.words)
    case 'say':
      return runSaid(turn, intent.text)
    case 'press':
      return runPress(turn, intent.verb, parts(intent.about))
    case 'submit':
      return runSubmit({ ...turn, about: parts(intent.about) }, intent)
    case 'edit':
      return runText(turn, intent.text, rehear)
    case 'unsay':
      return unhear(turn)
    case 'hand-over':
      return runText(turn, intent.words, (same, words) => takeRoster({ ...same, rest: words }, intent.file))
    case 'open-home':
    case 'arrive':
      return runCommand(turn, '')
  }
}

async function runSaid(turn: Turn, text: string): Promise<Outcome> {
  const command = await spokenCommand(turn, text)
  return command === undefined ? runText(turn, text, hear) : runCommand(turn, command)
}

async function runText(
  turn: Turn,
  text: string,
  take: (turn: Turn, text: string) => Promise<Outcome> | Outcome,
): Promise<Outcome> {
  const words = await admitWords({ scope: turn.scope, personId: turn.person.id }, turn.intent, text)
  if (words.ok) return take(turn, words.taken)
  const { why, mayBeShown } = words
  const typed = mayBeShown && turn.intent.kind === 'command' ? typedOf(turn.intent) : []
  return show(withTyped(why, typed))
}

async function runCommand(turn: Turn, words: string): Promise<Outcome> {
  const read = readCommand(words)
  const deed = deedOf(read)
  if (!deed) return await runText(turn, words, answerNoCommand)
  const rest = read.kind === 'command' ? read.rest : ''
  return await runText(turn, rest, (same, admitted) => deed.run({ ...same, rest: admitted }))
}

async function runPress(turn: Turn, verb: string, about: readonly string[]): Promise<Outcome> {
  if (verb === 'command.run') return await runCommand(turn, about.join(':'))
  const deed = onPress[verb]
  return deed ? await deed.run({ ...turn, about }) : show(notKnown)
}

async function runSubmit(turn: Turn, intent: Intent & { kind: 'submit' }): Promise<Outcome> {
  const submission = onSubmit[intent.verb]
  if (!submission) {
    return { ...show(withTyped(notKnown.preview, typedIn(intent.values))), ...holding(intent) }
  }
  const asked = await submission.form(turn)
  // The row is gone or not theirs.
  if (asked.kind === 'show') return { ...asked, ...giveBack(asked.message, intent.values) }
  if (asked.kind !== 'form') return asked

  const { form } = asked
  const admitted = await admitValues({ scope: turn.scope, personId: turn.person.id }, form, intent.values)
  if (!admitted.ok) return { kind: 'errors', errors: admitted.errors, form: withValues(form, intent.values) }
  const outcome = await submission.run({ ...turn, values: admitted.taken })
  if (outcome.kind === 'errors') return { ...outcome, form: withValues(outcome.form, intent.values) }
  return withLeftOver(outcome, intent, form)
}

/** What was written at a question that the form does not have any more (the program or a goal changed) comes back. */
function withLeftOver(outcome: Outcome, intent: Intent & { kind: 'submit' }, form: Form): Outcome {
  const asked = new Set(fieldsOf(form).map(({ name }) => name))
  const leftOver = Object.entries(intent.values).flatMap(([name, value]) =>
    typeof value === 'string' && !asked.has(name) && /\s/.test(value.trim()) ? [value] : [],
  )
  if (outcome.kind !== 'show' || leftOver.length === 0) return outcome
  const { blocks } = withTyped('One question is not asked any more, and its answer was not stored.', leftOver)
  const message = { ...outcome.message, blocks: [...outcome.message.blocks, ...blocks] }
  return { ...outcome, message, ...holding(intent) }
}

function storesAnything(intent: Intent): boolean {
  switch (intent.kind) {
    case 'open-home':
      return false
    case 'command':
      return deedOf(readCommand(intent.words))?.stores ?? false
    case 'press':
      if (intent.verb === 'command.run') return deedOf(readCommand(intent.about ?? ''))?.stores ?? false
      return onPress[intent.verb]?.stores ?? false
    default:
      return true
  }
}

function deedOf(read: ReadCommand): Deed | undefined {
  if (read.kind === 'overview') return onCommand.overview
  if (read.kind === 'admin-menu') return onCommand.admin
  return read.kind === 'command' ? onCommand[read.words satisfies CommandWords] : undefined
}

/** No id holds a zero byte, which the database does not even look for: only who makes up an `about` sends one. */
function parts(about = ''): string[] {
  const written = about.replaceAll('\0', '')
  return written === '' ? [] : written.split(':')
}

function show(message: Message): Outcome & { kind: 'show' } {
  return { kind: 'show', message }
}

function holding(intent: Intent): { holdsTyped?: true } {
  return intent.kind === 'submit' ? { holdsTyped: true } : {}
}

function typedOf(intent: Intent): string[] {
  if (intent.kind === 'submit') return typedIn(intent.values)
  if (intent.kind === 'command') return [`/mentor ${intent.words}`]
  return intent.kind === 'say' || intent.kind === 'edit' ? [intent.text] : []
}
