import type { Deed, DeedAnswer } from '../wire.ts'

const LOST: DeedAnswer = {
  ok: false,
  reason: 'The playground did not answer. It may be restarting: try again in a moment.',
}

/** Does a deed. Never throws: a lost connection is a refusal with its reason. What the deed changed comes by events. */
export async function sendDeed(deed: Deed): Promise<DeedAnswer> {
  try {
    const answer = await fetch('/playground/deeds', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(deed),
    })
    return (await answer.json()) as DeedAnswer
  } catch {
    return LOST
  }
}
