import { refuseMessage } from './check-payloads.ts'
import type { ResponsePlace, SlackWorld } from './world.ts'

const MOST_USES = 5
const LIFE_MS = 30 * 60_000

/** What Slack answers where an app has sent something to a response address. */
export interface Responded {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

const done: Responded = { status: 200, body: { ok: true } }

/** Carries out what an app sent to a response address: five times at most, within half an hour. */
export function respond(world: SlackWorld, id: string, given: Readonly<Record<string, unknown>>): Responded {
  const place = world.responses.get(id)
  if (place === undefined || place.uses >= MOST_USES) return no(404, 'used_url')
  if (Date.now() - place.since > LIFE_MS) return no(404, 'expired_url')
  place.uses += 1
  if (given['delete_original'] === true) return removeOriginal(world, place)
  const refusal = refuseMessage(given)
  if (refusal === undefined) return show(world, place, given)
  world.refuse({ method: 'response_url', user: place.user, ...refusal })
  return { status: 400, body: { ok: false, ...refusal } }
}

function removeOriginal(world: SlackWorld, { channel, ts }: ResponsePlace): Responded {
  if (ts !== undefined) world.remove(world.find(channel, ts))
  return done
}

function show(world: SlackWorld, place: ResponsePlace, given: Readonly<Record<string, unknown>>): Responded {
  const { replace_original, response_type, text, blocks } = given
  const content = { text: String(text ?? ''), blocks: Array.isArray(blocks) ? blocks : [] }
  if (replace_original === true && place.ts !== undefined) {
    world.change(world.find(place.channel, place.ts), content)
  } else {
    const onlyFor = response_type === 'in_channel' ? {} : { onlyFor: place.user }
    world.post({ channel: place.channel, author: world.bot, ...onlyFor, ...content })
  }
  return done
}

function no(status: number, error: string): Responded {
  return { status, body: { ok: false, error } }
}
