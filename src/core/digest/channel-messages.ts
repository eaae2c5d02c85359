import type { Message } from '../message/message.ts'
import { sentence } from '../message/messages.ts'
import type { Platform } from '../people/account.ts'

/** Why the digest is not posted in the channel that the program names. */
export type Unfit = 'not-fitting' | 'not-found'

/** Told to the coordinators once: their digest has no place. */
export function digestRefused(facts: {
  program: { name: string; slug: string }
  platform: Platform
  channel?: string
  why: Unfit
}): Message {
  const { program } = facts
  return {
    preview: `The digest of ${program.name} has no place`,
    blocks: [
      { kind: 'text', text: `I did not post the digest of ${program.name}. ${reasonOf(facts)}` },
      readButton(program.slug),
    ],
  }
}

/** Told to the coordinators once, also when the platform did not take the digest. */
export function digestNotTaken(facts: {
  program: { name: string; slug: string }
  /** Nobody knows whether it arrived. */
  unsure: boolean
}): Message {
  const { program, unsure } = facts
  const what = unsure
    ? `I cannot tell whether the digest of ${program.name} arrived in its channel.`
    : `I could not post the digest of ${program.name} in its channel.`
  return {
    preview: `About the digest of ${program.name}`,
    blocks: [
      {
        kind: 'text',
        text: `${what} Please see that the channel is still there and that I am in it.`,
      },
      readButton(program.slug),
    ],
  }
}

/** Names, once, who reads the channel without coordinating the program. `unknown`: members whom nobody could name. */
export function strangersInChannel(facts: {
  program: { name: string; id: string }
  channel: string
  names: readonly string[]
  unknown: number
}): Message {
  const { program, channel, names, unknown } = facts
  const others = unknown === 1 ? 'one person I do not know' : `${unknown} people I do not know`
  const who = new Intl.ListFormat('en-GB').format([...names, ...(unknown > 0 ? [others] : [])])
  return {
    preview: 'About the channel of your digest',
    blocks: [
      {
        kind: 'text',
        text: `Not everybody in ${channel} coordinates ${program.name}: ${who}. While that is so, the digest there shows counts only, and the list is for you in private.`,
      },
      { kind: 'buttons', buttons: [{ label: 'Show the list', verb: 'digest.list', about: program.id }] },
    ],
  }
}

function reasonOf({ platform, channel, why }: { platform: Platform; channel?: string; why: Unfit }): string {
  const remedy = 'or name another channel in the program file'
  if (why === 'not-found') {
    return `I cannot find the channel that the program file names. Please add me to it, ${remedy}.`
  }
  return platform === 'slack'
    ? `${channel ?? 'Its channel'} is not a private channel, and a digest names people. Please make it private, ${remedy}.`
    : `${channel ?? 'Its channel'} is not a standard channel, and I cannot post in others. Please use a standard channel of a team made for the coordinators, ${remedy}.`
}

function readButton(slug: string) {
  const button = { label: 'Read the digest', verb: 'command.run', about: `admin digest ${slug}` }
  return { kind: 'buttons' as const, buttons: [button] }
}

/** Told to the coordinators once: somebody's account cannot be written to. */
export function cannotReach(facts: { name: string; platform: Platform; why: 'gone' | 'forbidden' }): Message {
  const { name, platform, why } = facts
  const where = platform === 'slack' ? 'Slack' : 'Microsoft Teams'
  const reason =
    why === 'gone'
      ? 'the account is closed, or I was taken out of it'
      : `${where} does not let me write to this account`
  return {
    preview: 'Somebody in your program cannot be reached',
    blocks: [
      {
        kind: 'text',
        text: `I cannot reach ${name} on ${where} any more: ${reason}. Please ask them to write to me once, or end the pair if they have left.`,
      },
    ],
  }
}

/** Told to the coordinators once, where they can still be reached: the bot was taken out of a whole workspace. */
export function workspaceLost(platform: Platform): Message {
  const where = platform === 'slack' ? 'Slack workspace' : 'Microsoft Teams'
  return sentence(
    `I was taken out of your ${where}, so I cannot write to anybody there until I am back. Nothing is lost: once your IT team adds me again, I will carry on from there.`,
  )
}
