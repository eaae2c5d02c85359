import { randomUUID } from 'node:crypto'
import { createIntentHandler } from '../../src/app/handle-intent.ts'
import type { Hospital } from '../../src/catalogue/hospital.ts'
import { buttonsOf } from '../../src/catalogue/recorder.ts'
import { commands } from '../../src/core/message/commands.ts'
import type { Deed, Outcome } from '../../src/core/message/intent.ts'
import type { Message } from '../../src/core/message/message.ts'
import type { Account } from '../../src/core/people/account.ts'
import type { Person } from '../../src/core/people/person.ts'
import { handedOutFrom } from '../../src/store/handed-out-files.ts'

/** What one person can read of Rounds: said in messages, shown when they ask, and in the files they are handed. */
export interface Seen {
  readonly shown: string
  readonly files: string
}

/** Types every command, opens Home, presses every button that changes nothing, and reads the own record. */
export async function whatIsSeenBy(hospital: Hospital, person: Person, channel?: string): Promise<Seen> {
  const [account] = person.accounts
  if (!account) throw new Error('nobody to look')
  const look = looker(hospital, account)
  await look({ kind: 'open-home' })
  for (const words of ['', 'admin', ...commands.map((command) => command.words)])
    await look({ kind: 'command', words })
  const users = new Set(person.accounts.map(({ user }) => user))
  const sent = (await hospital.outbox()).filter(
    (entry) => (entry.user !== null && users.has(entry.user)) || (channel && entry.channel === channel),
  )
  const messages = sent.flatMap(({ message }) => (message ? [message] : []))
  for (const message of messages) await look.into(message)
  return {
    shown: [...look.texts, ...messages.map((message) => JSON.stringify(message))].join('\n'),
    files: await filesIn(hospital, account, messages),
  }
}

function looker(hospital: Hospital, account: Account) {
  const handler = createIntentHandler(hospital.world)
  const texts: string[] = []
  // What a button would type is typed already.
  const pressed = new Set<string>(
    commands.map(({ words }) => pressOf({ verb: 'command.run', about: words }).name),
  )
  const ask = async (deed: Deed): Promise<Message | undefined> => {
    const place = { kind: deed.kind === 'open-home' ? 'home' : 'personal' } as const
    const outcome: Outcome = await handler.handle({
      key: randomUUID(),
      account,
      place,
      locale: 'en-GB',
      ...deed,
    })
    texts.push(JSON.stringify(outcome))
    return outcome.kind === 'show' || outcome.kind === 'home' ? outcome.message : undefined
  }
  const into = async (message: Message): Promise<void> => {
    for (const button of buttonsOf(message)) {
      const { deed, name } = pressOf(button)
      const isHarmless = !handler.stores({ key: '', account, place: { kind: 'personal' }, ...deed })
      if (!isHarmless || pressed.has(name)) continue
      pressed.add(name)
      const next = await ask(deed)
      if (next) await into(next)
    }
  }
  const look = async (deed: Deed): Promise<void> => {
    const message = await ask(deed)
    if (message) await into(message)
  }
  return Object.assign(look, { into, texts })
}

function pressOf({ verb, about }: { readonly verb: string; readonly about?: string }) {
  const deed: Deed = { kind: 'press', verb, ...(about !== undefined && { about }) }
  return { deed, name: `${verb} ${about ?? ''}` }
}

async function filesIn(hospital: Hospital, account: Account, messages: readonly Message[]): Promise<string> {
  const { store, now } = hospital.world
  const kept = handedOutFrom(store, now)
  const refs = messages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'file' ? [block.file] : [])),
  )
  const files = await Promise.all(refs.map(({ id }) => kept.read(id, account)))
  return files
    .map((file) => (file.state === 'waiting' ? Buffer.from(file.content).toString() : ''))
    .join('\n')
}
