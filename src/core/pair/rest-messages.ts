import type { Message } from '../message/message.ts'

/** To the other of a pair, once, when somebody takes a break. `until`: the day they are back, where they named one. */
export function pairRests(facts: {
  readonly other: string
  readonly program: string
  readonly until: string | undefined
}): Message {
  const { other, program, until } = facts
  const [when, back] = until ? [` until ${until}`, 'We go on then.'] : ['', 'We go on once they are back.']
  const text = `${other} is taking a break${when}, so your pair in ${program} rests and I will not ask you about it. ${back}`
  return { preview: 'Your pair rests for a while', blocks: [{ kind: 'text', text }] }
}
