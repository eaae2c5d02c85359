import { z } from 'zod'
import type { AccountKey, Deed } from '../wire.ts'

const id = z.string().min(1).max(500)
/** As long as it comes: what is too long is refused in words, not as malformed. */
const text = z.string()
const platform = z.enum(['slack', 'teams'])
const who = z.custom<AccountKey>(
  (value) => typeof value === 'string' && value.length < 200 && /^(slack|teams):./.test(value),
)
const chosen = z.union([text, z.array(text).max(100).readonly()])
const few = <Value>(record: z.ZodType<Readonly<Record<string, Value>>>) =>
  record.refine((fields) => Object.keys(fields).length <= 200)

const ofPerson = [
  z.strictObject({ who, deed: z.literal('say'), place: id, text }),
  z.strictObject({ who, deed: z.literal('edit'), place: id, message: id, text }),
  z.strictObject({ who, deed: z.literal('unsay'), place: id, message: id }),
  z.strictObject({ who, deed: z.literal('send-file'), name: text, base64: z.base64(), text }),
  z.strictObject({
    who,
    deed: z.literal('slack-press'),
    in: z.union([z.strictObject({ place: id, message: id }), z.strictObject({ view: id })]),
    block: id,
    action: id,
    chosen: chosen.exactOptional(),
  }),
  z.strictObject({
    who,
    deed: z.literal('slack-submit'),
    view: id,
    entered: few(z.record(id, chosen)),
  }),
  z.strictObject({ who, deed: z.literal('slack-close') }),
  z.strictObject({ who, deed: z.literal('slack-home') }),
  z.strictObject({
    who,
    deed: z.literal('teams-press'),
    place: id,
    message: id,
    action: z.record(z.string(), z.unknown()),
    inputs: few(z.record(id, text)),
  }),
  z.strictObject({
    who,
    deed: z.literal('teams-submit'),
    inputs: few(z.record(id, text)),
    action: z.record(z.string(), z.unknown()).exactOptional(),
  }),
  z.strictObject({
    who,
    deed: z.literal('teams-consent'),
    place: id,
    message: id,
    action: z.enum(['accept', 'decline']),
  }),
  z.strictObject({ who, deed: z.literal('teams-close') }),
  z.strictObject({ who, deed: z.literal('teams-extension'), command: id }),
] as const

const ofVisitor = [
  z.strictObject({ deed: z.literal('clock'), by: z.enum(['hour', 'day', 'week', 'next']) }),
  z.strictObject({ deed: z.literal('clock-to'), at: z.string().max(100) }),
  z.strictObject({ deed: z.literal('alive'), on: z.boolean() }),
  z.strictObject({
    deed: z.literal('fault'),
    platform,
    fault: z.enum(['rate-limited', 'broken', 'slow', 'none']),
  }),
  z.strictObject({ deed: z.literal('gone'), who, gone: z.boolean() }),
  z.strictObject({ deed: z.literal('bring-program'), base64: z.base64() }),
  z.strictObject({ deed: z.literal('bring-people'), program: id, base64: z.base64() }),
  z.strictObject({ deed: z.literal('pair'), program: id, mentor: text, mentee: text }),
  z.strictObject({ deed: z.literal('reset'), to: z.enum(['demonstration', 'nothing']) }),
] as const

/** Everything that a page may ask for; nothing more in it than the wire names. */
export const deedSchema = z.discriminatedUnion('deed', [...ofPerson, ...ofVisitor]) satisfies z.ZodType<Deed>
