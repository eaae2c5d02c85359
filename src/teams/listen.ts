import type { Logger } from 'pino'
import type { Intent, Outcome } from '../core/message/intent.ts'
import type { Message } from '../core/message/message.ts'
import type { Addresses, IntentHandler } from '../ports/intent-handler.ts'
import { type Activity, channelOf, isExtension, isShared, tenantOf } from './activity.ts'
import { type Answer, deliverAgain, dialogWithWords, notice, taken } from './answer.ts'
import type { Connector } from './connector.ts'
import { toAddress } from './conversation.ts'
import { consented, type HandingOver } from './file-consent.ts'
import { handedOver, type ReadFile } from './files.ts'
import { happenedIn } from './happened.ts'
import { withoutWords } from './logged.ts'
import { afterDialog, afterFetch, afterPress, afterText, showPersonally, type Turn } from './outcomes.ts'
import {
  accountOf,
  fromArrival,
  fromDelete,
  fromEdit,
  fromExtension,
  fromFetch,
  fromMessage,
  fromPress,
  fromSubmit,
} from './to-intent.ts'
import { onlyWords, words } from './words.ts'

export interface Hearing {
  readonly handler: IntentHandler
  readonly connector: Connector
  readonly addresses: Addresses
  readonly readFile: ReadFile
  readonly handing: HandingOver
  readonly log: Logger
  /** A turn that takes longer is answered before it is done, milliseconds. */
  readonly patienceMs: number
  /** Keeps hold of work that outlives its request, so that a stop can wait for it. */
  track(work: Promise<unknown>): void
}

type Listener = (activity: Activity) => Promise<Answer>

/** How the outcome of an invoke is shown, and what is said instead where that is not possible. */
interface Shape {
  after(turn: Turn, outcome: Outcome): Answer | Promise<Answer>
  say(text: string): Answer
}

/** Everything that Rounds listens to in Teams, by activity type and name. */
export function listen(hearing: Hearing): Listener {
  const press: Shape = { after: (turn, outcome) => afterPress(hearing, turn, outcome), say: notice }
  const fetched: Shape = { after: (_, outcome) => afterFetch(outcome), say: dialogWithWords }
  const submitted: Shape = { after: (_, outcome) => afterDialog(outcome), say: dialogWithWords }

  const table: Readonly<Record<string, Listener>> = {
    message: (activity) => hear(hearing, activity, said(hearing, activity)),
    messageUpdate: (activity) => hear(hearing, activity, fromEdit(activity)),
    messageDelete: (activity) => hear(hearing, activity, fromDelete(activity)),
    installationUpdate: (activity) => hearInstallation(hearing, activity),
    conversationUpdate: (activity) => hearMembers(hearing, activity),
    'invoke adaptiveCard/action': (activity) =>
      invoke(hearing, { activity, done: fromPress(activity), shape: press }),
    'invoke task/fetch': (activity) =>
      invoke(hearing, { activity, done: fromFetch(activity), shape: fetched }),
    'invoke task/submit': (activity) =>
      invoke(hearing, { activity, done: fromSubmit(activity), shape: submitted }),
    'invoke fileConsent/invoke': (activity) => hearConsent(hearing, activity),
    'invoke composeExtension/fetchTask': (activity) =>
      invoke(hearing, { activity, done: fromExtension(activity), shape: fetched }),
    'invoke composeExtension/submitAction': (activity) =>
      invoke(hearing, { activity, done: fromSubmit(activity), shape: submitted }),
  }

  return async (activity) => {
    const name = activity.type === 'invoke' ? `invoke ${activity.name}` : activity.type
    const listener = Object.hasOwn(table, name) ? table[name] : undefined
    if (listener === undefined) return activity.type === 'invoke' ? { status: 501 } : taken
    await remember(hearing, activity)
    return listener(activity)
  }
}

/** Keeps where this conversation is, so that the bot can write there first. */
async function remember({ addresses, log }: Hearing, activity: Activity): Promise<void> {
  const tenant = tenantOf(activity)
  const shared = isShared(activity)
  const user = shared ? channelOf(activity) : accountOf(activity)?.user
  if (tenant === undefined || user === undefined || isRemoval(activity) || isExtension(activity)) return
  const address = toAddress({
    serviceUrl: activity.serviceUrl,
    conversation: shared ? user : activity.conversation.id,
    tenant,
    team: activity.channelData?.team?.id ?? undefined,
  })
  try {
    await addresses.save({ platform: 'teams', workspace: tenant, user }, address)
  } catch (error) {
    log.warn({ error: withoutWords(error) }, 'the address of a conversation in Teams could not be kept')
  }
}

function isRemoval(activity: Activity): boolean {
  return activity.type === 'installationUpdate' && activity.action === 'remove'
}

type Told = Intent | undefined

/** What a message says, with the file that it hands over: fetching that is part of the turn. */
async function said({ readFile }: Hearing, activity: Activity): Promise<Told> {
  const file = handedOver(activity)
  return fromMessage(activity, file && (await readFile(file)))
}

/** Something said. Answered when it is stored and the answer shown; else Teams delivers it again. */
async function hear(hearing: Hearing, activity: Activity, telling: Told | Promise<Told>): Promise<Answer> {
  const work = handled(hearing, activity, telling)
  hearing.track(work)
  return (await before(deadlineOf(hearing), work)) ?? deliverAgain
}

async function handled(hearing: Hearing, activity: Activity, telling: Told | Promise<Told>): Promise<Answer> {
  const done = await telling
  if (done === undefined) return taken
  try {
    await afterText(hearing, { activity, done }, await hearing.handler.handle(done))
    return taken
  } catch (error) {
    hearing.log.error({ error: withoutWords(error), deed: done.kind }, 'a deed in Teams failed')
    return deliverAgain
  }
}

interface Invoke {
  readonly activity: Activity
  readonly done: Intent | undefined
  readonly shape: Shape
}

/** A press or a dialog: always answered in its own shape, also where the deed fails or takes too long. */
async function invoke(hearing: Hearing, { activity, done, shape }: Invoke): Promise<Answer> {
  if (done === undefined) return shape.say(words.notKnownAnyMore)
  const deadline = deadlineOf(hearing)
  const work = outcomeOf(hearing, done)
  const outcome = await before(deadline, work)
  if (outcome === undefined) {
    hearing.track(work.then((late) => tellLater(hearing, activity, late)))
    return shape.say(words.takesLonger)
  }
  const showing = Promise.resolve(shape.after({ activity, done }, outcome))
  hearing.track(showing)
  return (await before(deadline, showing)) ?? shape.say(words.takesLonger)
}

async function outcomeOf({ handler, log }: Hearing, done: Intent): Promise<Outcome> {
  try {
    return await handler.handle(done)
  } catch (error) {
    log.error({ error: withoutWords(error), deed: done.kind }, 'a deed in Teams failed')
    return handler.apologise(done)
  }
}

async function tellLater(hearing: Hearing, activity: Activity, outcome: Outcome): Promise<void> {
  if (outcome.kind === 'silence') return
  const shown = (outcome.kind === 'show' && !outcome.holdsTyped) || outcome.kind === 'home'
  const message: Message = shown ? outcome.message : onlyWords(words.notSaved)
  await showPersonally(hearing, activity, message)
}

/** Whether somebody wants a file. What came of it is shown in the chat, so that the answer itself says nothing. */
async function hearConsent(hearing: Hearing, activity: Activity): Promise<Answer> {
  const work = consented(hearing.handing, activity)
  hearing.track(work)
  await before(deadlineOf(hearing), work)
  return taken
}

function deadlineOf({ patienceMs }: Hearing): number {
  return performance.now() + patienceMs
}

/** Undefined where the work is not over by then; it goes on. */
async function before<T>(deadline: number, work: Promise<T>): Promise<T | undefined> {
  const alarm = Promise.withResolvers<undefined>()
  const timer = setTimeout(alarm.resolve, Math.max(0, deadline - performance.now()), undefined)
  try {
    return await Promise.race([work, alarm.promise])
  } finally {
    clearTimeout(timer)
  }
}

function hearInstallation(hearing: Hearing, activity: Activity): Promise<Answer> {
  if (isShared(activity)) return Promise.resolve(taken)
  if (activity.action === 'add') return hear(hearing, activity, fromArrival(activity))
  return isRemoval(activity) ? happenedIn(hearing, activity, 'app-removed') : Promise.resolve(taken)
}

function hearMembers(hearing: Hearing, activity: Activity): Promise<Answer> {
  const bot = activity.recipient?.id
  const welcomed = activity.membersAdded?.some((member) => member.id === bot) ?? false
  if (!isShared(activity)) {
    return welcomed ? hear(hearing, activity, fromArrival(activity)) : Promise.resolve(taken)
  }
  const moved = Boolean(activity.membersAdded?.length || activity.membersRemoved?.length)
  return moved ? happenedIn(hearing, activity, 'members-changed') : Promise.resolve(taken)
}
