import { randomUUID } from 'node:crypto'
import { onPress } from '../app/deeds.ts'
import { createIntentHandler } from '../app/handle-intent.ts'
import { beat } from '../app/heartbeat.ts'
import type { FieldErrors, Form, Values } from '../core/message/form.ts'
import type { Deed, Outcome, Place } from '../core/message/intent.ts'
import type { Block, Button, Message } from '../core/message/message.ts'
import type { Person } from '../core/people/person.ts'
import { personById } from '../store/people.ts'
import type { Cast } from './cast.ts'
import type { Hospital, Queued } from './hospital.ts'

/** Something the product showed, under the name of the moment at which it did. */
export interface Shown {
  readonly name: string
  readonly sent: boolean
  readonly message?: Message
  readonly form?: Form
  readonly errors?: FieldErrors
}

/** A button pressed as it stood in a message, and what came of it. */
export interface Press {
  readonly name: string
  readonly button: Button
  readonly answer: Outcome['kind']
}

type Said = Pick<Deed & { kind: 'say' }, 'text' | 'message'>
type Pressed = Pick<Deed & { kind: 'press' }, 'verb' | 'about'>

/** Tells the story: does what people do and keeps everything they are shown. */
export interface Recorder {
  readonly hospital: Hospital
  readonly cast: Cast
  readonly shown: readonly Shown[]
  readonly presses: readonly Press[]
  readonly submitted: ReadonlySet<string>
  readonly commanded: readonly string[]
  command(name: string, person: Person, words: string): Promise<Outcome>
  say(name: string, person: Person, text: string | Said): Promise<Outcome>
  does(name: string, person: Person, deed: Deed & { place?: Place }): Promise<Outcome>
  /** Presses the button with this verb (and, where there are several, this end of its `about`). */
  tap(
    name: string,
    person: Person,
    at: { shown: Outcome | Message; verb: string; about?: string },
  ): Promise<Outcome>
  press(name: string, person: Person, button: string | Pressed): Promise<Outcome>
  fill(name: string, person: Person, asked: { form: Outcome; values: Values }): Promise<Outcome>
  /** A message that no deed of a person shows. */
  keep(name: string, message: Message): void
  /** One heartbeat; keeps what it queued. */
  beat(name: string): Promise<void>
  /** Keeps what stands in the outbox and was not kept yet. */
  sent(name: string): Promise<void>
  /** The latest message to this person in the outbox, of those whose keys begin like this. */
  latestTo(person: Person, keyStart?: string): Promise<Message>
}

export function openRecorder(hospital: Hospital, cast: Cast): Recorder {
  const handler = createIntentHandler(hospital.world)
  const shown: Shown[] = []
  const presses: Press[] = []
  const submitted = new Set<string>()
  const commanded: string[] = []
  const seen = new Set<string>()

  const note = (one: Shown) => {
    const content = JSON.stringify([one.message, one.form, one.errors])
    if (!seen.has(content)) shown.push(one)
    seen.add(content)
  }
  const keep = (name: string, outcome: Outcome) => {
    if (outcome.kind === 'show' || outcome.kind === 'home')
      note({ name, sent: false, message: outcome.message })
    if (outcome.kind === 'form') note({ name, sent: false, form: outcome.form })
    if (outcome.kind === 'errors') note({ name, sent: false, form: outcome.form, errors: outcome.errors })
    return outcome
  }
  const send = (person: Person, deed: Deed & { place?: Place }) => {
    const [account] = person.accounts
    if (!account) throw new Error('nobody to act')
    const place: Place = { kind: deed.kind === 'open-home' ? 'home' : 'personal' }
    return handler.handle({ key: randomUUID(), account, place, locale: 'en-GB', ...deed })
  }
  const run = new Set<string>()
  /** A command that stands in many messages does the same in each: once is enough for each person. */
  const isRunAgain = ({ id }: Person, { verb, about }: Button) => {
    if (verb !== 'command.run') return false
    const known = run.size
    return run.add(`${id} ${about}`).size === known
  }
  /** Every button that changes nothing is pressed where it stands. */
  const tryButtons = async (name: string, person: Person, message: Message) => {
    for (const button of buttonsOf(message)) {
      const deed = pressOf(button)
      const [account] = person.accounts
      if (!account || handler.stores({ key: '', account, place: { kind: 'personal' }, ...deed })) continue
      if (isRunAgain(person, button)) continue
      const outcome = keep(`${name} › ${button.label}`, await send(person, deed))
      presses.push({ name, button, answer: outcome.kind })
    }
  }
  const does = async (name: string, person: Person, deed: Deed & { place?: Place }) => {
    if (deed.kind === 'command') commanded.push(deed.words)
    if (deed.kind === 'submit') submitted.add(deed.verb)
    const outcome = keep(name, await send(person, deed))
    const message = messageIn(outcome)
    if (message) await tryButtons(name, person, message)
    return outcome
  }
  const told = new Set<string>()
  const tell = async (name: string, { user, kind, message }: Queued) => {
    note({ name: `${name}${kind === 'update' ? ' changed' : ''}`, sent: true, message })
    const reader = user === null ? undefined : await ownerOf(hospital, user)
    if (reader) await tryButtons(name, reader, message)
  }

  const recorder: Recorder = {
    hospital,
    cast,
    shown,
    presses,
    submitted,
    commanded,
    does,
    command: (name, person, words) => does(name, person, { kind: 'command', words }),
    say: (name, person, said) => {
      const spoken = typeof said === 'string' ? { text: said, message: randomUUID() } : said
      return does(name, person, { kind: 'say', ...spoken })
    },
    press: (name, person, button) => {
      const pressed = typeof button === 'string' ? { verb: button } : button
      return does(name, person, { kind: 'press', ...pressed })
    },
    tap: async (name, person, at) => {
      const button = findButton(at)
      if (!button)
        throw new Error(`${name}: no button ${at.verb} ${at.about ?? ''} in ${JSON.stringify(at.shown)}`)
      const outcome = await does(name, person, pressOf(button))
      presses.push({ name, button, answer: outcome.kind })
      return outcome
    },
    fill: (name, person, { form, values }) => {
      if (form.kind !== 'form' && form.kind !== 'errors') throw new Error(`${name}: ${JSON.stringify(form)}`)
      const { verb, about } = form.form
      return does(name, person, { kind: 'submit', verb, values, ...(about !== undefined && { about }) })
    },
    keep: (name, message) => note({ name, sent: true, message }),
    beat: async (name) => {
      await beat(hospital.world)
      await recorder.sent(name)
    },
    sent: async (name) => {
      for (const queued of await hospital.outbox()) {
        // What was overtaken before it was sent has no words any more.
        if (queued.message && !told.has(queued.key)) await tell(`${name}: ${nameOf(queued)}`, queued)
        told.add(queued.key)
      }
    },
    latestTo: async (person, keyStart = '') => {
      const mine = (await hospital.outbox()).filter(
        ({ user, key }) => user === person.accounts[0]?.user && key.startsWith(keyStart),
      )
      const last = mine.at(-1)
      if (!last) throw new Error('nothing was sent to them')
      return last.message
    },
  }
  return recorder
}

export function buttonsOf(message: Message): Button[] {
  const buttons = message.blocks.flatMap((block: Block) => (block.kind === 'buttons' ? block.buttons : []))
  return buttons.filter((button): button is Button => 'verb' in button)
}

/** Whether the table of deeds has a line for it. */
export function isKnownVerb(verb: string): boolean {
  return verb === 'command.run' || verb in onPress
}

function pressOf({ verb, about }: Button): Deed {
  return { kind: 'press', verb, ...(about !== undefined && { about }) }
}

function findButton({ shown, verb, about }: { shown: Outcome | Message; verb: string; about?: string }) {
  const message = 'blocks' in shown ? shown : messageIn(shown)
  return (
    message && buttonsOf(message).find((one) => one.verb === verb && (one.about ?? '').endsWith(about ?? ''))
  )
}

function messageIn(outcome: Outcome): Message | undefined {
  return outcome.kind === 'show' || outcome.kind === 'home' ? outcome.message : undefined
}

function ownerOf(hospital: Hospital, user: string): Promise<Person | undefined> {
  return hospital.within(async (scope) => {
    const row = await scope.tx.account.findFirst({ where: { user } })
    return row ? await personById(scope, row.personId) : undefined
  })
}

/** What an entry of the outbox is for, without ids and instants. */
function nameOf({ key }: Queued): string {
  return key.replace(/:?[0-9a-f]{8}-[0-9a-f-]{27}/g, '').replace(/:[^:]*[0-9]T.*/, '')
}
