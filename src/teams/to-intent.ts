import { z } from 'zod'
import type { Values } from '../core/message/form.ts'
import type { HandedFile } from '../core/message/handed-file.ts'
import type { Deed, Intent, Place } from '../core/message/intent.ts'
import type { Account } from '../core/people/account.ts'
import { type Activity, channelOf, isExtension, isShared, tenantOf } from './activity.ts'
import { openFormVerb } from './words.ts'

const verb = z.string().min(1).max(255)
const about = z.string().max(4000).nullish()
const Press = z.object({ action: z.object({ verb, data: z.object({ about }).nullish() }) })
const Data = z.looseObject({ verb, about, press: z.literal(true).optional() })
const Task = z.object({ data: Data })
const Extension = z.object({ commandId: z.string().min(1).max(64) })
const Entered = z.union([z.string(), z.number(), z.boolean()])

/** Who did it; undefined where Teams names no Entra object id (bots, connectors). */
export function accountOf(activity: Activity): Account | undefined {
  const workspace = tenantOf(activity)
  const user = activity.from?.aadObjectId ?? activity.from?.objectId
  return workspace && user ? { platform: 'teams', workspace, user } : undefined
}

/**
 * A message to the bot. In the personal chat it is what the person says, or a command if it starts with
 * `/mentor`; where others read along it is a command. `file`: what was handed over by the message, fetched.
 */
export function fromMessage(activity: Activity, file?: HandedFile): Intent | undefined {
  const said = withoutMention(activity)
  if (file) return intent(activity, { kind: 'hand-over', words: said, file })
  const words = /^\/mentor(?:\s+|$)/i.exec(said)
  if (words) return intent(activity, { kind: 'command', words: said.slice(words[0].length) })
  if (isShared(activity)) return intent(activity, { kind: 'command', words: said })
  return intent(activity, { kind: 'say', text: said, message: activity.id ?? '' })
}

export function fromEdit(activity: Activity): Intent | undefined {
  if (isShared(activity)) return undefined
  const deed: Deed = { kind: 'edit', text: withoutMention(activity), message: activity.id ?? '' }
  // An edit bears the id of its message, and there may be several.
  return intent(activity, deed, `edit:${activity.timestamp ?? ''}`)
}

export function fromDelete(activity: Activity): Intent | undefined {
  if (isShared(activity)) return undefined
  return intent(activity, { kind: 'unsay', message: activity.id ?? '' }, 'unsay')
}

/**
 * Teams tells of a first installation twice, in two ways. Both bear the same key on the same day, so that
 * nobody is welcomed twice.
 */
export function fromArrival(activity: Activity): Intent | undefined {
  const day = activity.timestamp?.slice(0, 10) ?? activity.id ?? ''
  const arrived = intent(activity, { kind: 'arrive' })
  return arrived && { ...arrived, key: `${activity.conversation.id}:arrive:${day}` }
}

export function fromPress(activity: Activity): Intent | undefined {
  const { data } = Press.safeParse(activity.value)
  if (data === undefined) return undefined
  return intent(activity, pressOf(data.action.verb, data.action.data?.about))
}

/** A button that opens a dialog: a press like any other, or a command that could not open its form from a text. */
export function fromFetch(activity: Activity): Intent | undefined {
  const { data } = Task.safeParse(activity.value)
  if (data === undefined) return undefined
  if (data.data.verb === openFormVerb) {
    return intent(activity, { kind: 'command', words: data.data.about ?? '' })
  }
  return intent(activity, pressOf(data.data.verb, data.data.about))
}

/** A submitted dialog, or a press inside one. */
export function fromSubmit(activity: Activity): Intent | undefined {
  const { data } = Task.safeParse(activity.value)
  if (data === undefined) return undefined
  const { verb: submitted, about: row, press, ...inputs } = data.data
  if (press) return intent(activity, pressOf(submitted, row))
  const deed = { kind: 'submit' as const, verb: submitted, values: valuesOf(inputs) }
  return intent(activity, row ? { ...deed, about: row } : deed)
}

/** The message extension's action: its id is the command. */
export function fromExtension(activity: Activity): Intent | undefined {
  const { data } = Extension.safeParse(activity.value)
  return data && intent(activity, { kind: 'command', words: data.commandId })
}

function pressOf(pressed: string, row: string | null | undefined): Deed {
  return row ? { kind: 'press', verb: pressed, about: row } : { kind: 'press', verb: pressed }
}

function intent(activity: Activity, deed: Deed, suffix?: string): Intent | undefined {
  const account = accountOf(activity)
  if (account === undefined || !activity.id) return undefined
  const key = [activity.conversation.id, activity.id, ...(suffix === undefined ? [] : [suffix])].join(':')
  const locale = localeOf(activity.locale)
  return { key, account, place: placeOf(activity), ...(locale !== undefined && { locale }), ...deed }
}

/** The dialog of a message extension is seen by one person only, wherever it was opened. */
function placeOf(activity: Activity): Place {
  if (isExtension(activity)) return { kind: 'personal' }
  return isShared(activity) ? { kind: 'shared', channel: channelOf(activity) } : { kind: 'personal' }
}

function localeOf(tag: string | null | undefined): string | undefined {
  try {
    return tag ? Intl.getCanonicalLocales(tag)[0] : undefined
  } catch {
    return undefined
  }
}

/** What was typed, without the mention of the bot, which in a channel stands in front of everything. */
function withoutMention(activity: Activity): string {
  const bot = activity.recipient?.id
  const mentions = (activity.entities ?? []).filter(
    (entity) => entity.type === 'mention' && bot && entity.mentioned?.id === bot,
  )
  const said = mentions.reduce((text, mention) => text.replace(mention.text ?? '', ''), activity.text ?? '')
  return said.replaceAll('\u00a0', ' ').trim()
}

/** Inputs are named `one:NAME` and `many:NAME` (render/field.ts); nothing else is a value. */
function valuesOf(inputs: Readonly<Record<string, unknown>>): Values {
  const values: [string, string | string[]][] = []
  for (const [id, given] of Object.entries(inputs)) {
    const entered = Entered.safeParse(given)
    const [, kind, name] = /^(one|many):(.+)$/s.exec(id) ?? []
    if (!entered.success || name === undefined) continue
    const text = String(entered.data)
    if (text.trim() !== '') values.push([name, kind === 'many' ? text.split(',').map(decoded) : text])
  }
  return Object.fromEntries(values)
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
