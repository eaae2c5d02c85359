import type { Form, FormPart } from '../message/form.ts'
import type { Block, Button, Message } from '../message/message.ts'
import { sentence } from '../message/messages.ts'
import type { Role } from './enrollment.ts'

export function unknownWorkspace(): Message {
  return sentence(
    'This workspace is not linked to a hospital that uses Rounds. Your IT team can set that up.',
  )
}

export function unknownPerson(why: 'guest' | 'stranger' | 'not-in-roster' | 'cannot-ask'): Message {
  switch (why) {
    case 'guest':
      return sentence('Rounds is for members of staff with a full account. As a guest you cannot take part.')
    case 'stranger':
      return sentence('Rounds works within one hospital only, and your account belongs to another.')
    case 'not-in-roster':
      return notInRoster
    case 'cannot-ask':
      return sentence('I cannot check right now who you are. Please try again in a minute.')
  }
}

const notInRoster: Message = {
  preview: 'I cannot find you in the staff list yet.',
  blocks: [
    {
      kind: 'text',
      text: 'I cannot find you in the staff list yet. Please ask your mentoring coordinator to add you, with the e-mail address of this account.',
    },
    {
      kind: 'note',
      text: 'Do you use Rounds on another platform already? Type “profile” there, and it gives you a code for this account.',
    },
    { kind: 'buttons', buttons: [{ label: 'I have a code', verb: 'account.code', opensForm: true }] },
  ],
}

/** Told to a person's other accounts when a further one is linked. */
export function accountLinked(platform: 'slack' | 'teams'): Message {
  const where = platform === 'slack' ? 'Slack' : 'Microsoft Teams'
  return sentence(
    `From now on you can use Rounds in ${where}, too. If that was not you, please tell your coordinator.`,
  )
}

/** Shown when a button speaks of an enrollment that is not the presser's, or not there any more. */
export const notYourEnrollment =
  'I cannot find that among your programs any more. Type “join” to see what there is.'

export function welcomed(facts: {
  readonly program: string
  /** peer: nobody is a mentor there. */
  readonly role: Role | 'peer'
  readonly next: string | undefined
  readonly notice: readonly Block[]
  /** What their profile still lacks, as it is asked for. */
  readonly missing: readonly Block[]
}): Message {
  const { program, role, next, notice, missing } = facts
  const coming = next ?? comingWords(role)
  return {
    preview: 'Welcome to the program',
    blocks: [
      ...notice,
      {
        kind: 'text',
        text: `You are in ${program}${role === 'peer' ? '' : ` as ${sideWords(role)}`}. ${coming}`,
      },
      ...missing,
      {
        kind: 'buttons',
        buttons: [
          { label: 'When I may write', verb: 'person.hours', opensForm: true },
          { label: 'What is kept', verb: 'command.run', about: 'privacy' },
        ],
      },
    ],
  }
}

function comingWords(role: Role | 'peer'): string {
  return role === 'peer'
    ? 'People meet in rounds here: you are in the next one, and I will tell you whom you meet.'
    : 'As soon as somebody is paired with you, I will tell you both.'
}

export function alreadyIn(program: string): Message {
  return sentence(`You are in ${program} already. If you ever want out, “leave” is all it takes.`)
}

/** `missing`: what a profile still lacks for one of the programs, as it is asked for. */
export function nothingToJoin(
  programs: readonly string[],
  locale: string,
  missing: readonly Block[] = [],
): Message {
  if (programs.length === 0) {
    return sentence(
      'There is no program that you can join by yourself right now. Your mentoring coordinator can invite you.',
    )
  }
  const names = new Intl.ListFormat(locale).format(programs)
  const said = sentence(`You are in ${names} already, and there is no other program to join right now.`)
  return { ...said, blocks: [...said.blocks, ...missing] }
}

/** Where there is more than one way in. */
export function joinChoice(choices: readonly Button[]): Message {
  return {
    preview: 'Which program?',
    blocks: [
      { kind: 'text', text: 'Which program would you like to join?' },
      { kind: 'buttons', buttons: choices },
    ],
  }
}

export function joinForm(facts: {
  readonly programs: readonly { readonly id: string; readonly name: string }[]
  readonly about: string | undefined
  readonly notice: readonly Block[]
}): Form {
  const [only, ...more] = facts.programs
  const options = facts.programs.map(({ id, name }) => ({ value: id, label: name }))
  const which: FormPart = {
    kind: 'field',
    field: { kind: 'choice', name: 'program', label: 'Which program?', options },
  }
  return {
    verb: 'program.join-save',
    ...(facts.about !== undefined && { about: facts.about }),
    title: 'Join a program',
    submit: 'Join',
    parts: [
      ...facts.notice.map((block): FormPart => ({ kind: 'words', block })),
      ...(only && more.length === 0 ? [] : [which]),
      {
        kind: 'field',
        field: {
          kind: 'choice',
          name: 'role',
          label: 'What would you like to be?',
          options: [
            { value: 'mentee', label: 'Mentee' },
            { value: 'mentor', label: 'Mentor' },
            { value: 'both', label: 'Both' },
          ],
        },
      },
    ],
  }
}

export function notNowNoted(program: string): Message {
  return sentence(
    `Fine. I will not ask you about ${program} again. If you change your mind, “join” is all it takes.`,
  )
}

export function understoodNoted(program: string, next: string | undefined): Message {
  return sentence([`Thank you. You are in ${program}.`, next].filter(Boolean).join(' '))
}

/** When the bot will come back, in one sentence. */
export function nextCheckInWords(next: { readonly other: string; readonly moment: string }): string {
  return `Your next check-in, about you and ${next.other}, comes on ${next.moment}.`
}

export function pauseForm(facts: { readonly about: string | undefined; readonly programs: string }): Form {
  return {
    verb: 'program.pause-save',
    ...(facts.about !== undefined && { about: facts.about }),
    title: 'Take a break',
    submit: 'Pause',
    parts: [
      {
        kind: 'words',
        block: { kind: 'text', text: `While you pause ${facts.programs}, I will not write to you about it.` },
      },
      {
        kind: 'field',
        field: {
          kind: 'date',
          name: 'until',
          label: 'Until which day?',
          hint: 'The first day on which I may write again. Leave it empty, and I will wait for the word “resume”.',
          optional: true,
        },
      },
    ],
  }
}

export const pauseDateProblem = 'Please name a day from tomorrow on, at most a year ahead.'
export const notADate = 'I cannot read that date. Please write it like 2027-03-01, or 1 March.'
export const nothingToPause = 'You are not taking part in a program right now, so there is nothing to pause.'
export const notPaused = 'You are not on a break, so there is nothing to resume.'

export function pausedMessage(facts: {
  readonly programs: string
  readonly until: string | undefined
}): Message {
  const back = facts.until ? `I will be back on ${facts.until}.` : 'I will wait until you say “resume”.'
  return {
    preview: 'Paused',
    blocks: [
      { kind: 'text', text: `You are on a break from ${facts.programs}. ${back} Have a good break.` },
      { kind: 'buttons', buttons: [{ label: 'Resume', verb: 'command.run', about: 'resume' }] },
    ],
  }
}

export function resumedMessage(programs: string, next: string | undefined): Message {
  return sentence([`Welcome back to ${programs}.`, next].filter(Boolean).join(' '))
}

export function goingOnMessage(program: string, next: string | undefined): Message {
  return sentence([`Good, we go on with ${program}.`, next].filter(Boolean).join(' '))
}

export const nothingToLeave = 'You are not in a program, so there is nothing to leave.'

/** Conditions of work cannot be left by a press of a button; a pair can. */
export function cannotLeave(program: string): Message {
  return {
    preview: `${program} is part of your work here`,
    blocks: [
      {
        kind: 'text',
        text: `${program} is part of your work here, so I cannot take you out of it. Please talk to your coordinator: if it is not right for you, they can help, and you need not stay in a pair that does not work.`,
      },
      {
        kind: 'buttons',
        buttons: [{ label: 'Ask for another match', verb: 'pair.rematch', opensForm: true }],
      },
    ],
  }
}

export function leaveForm(facts: {
  readonly about: string | undefined
  readonly programs: readonly { readonly id: string; readonly name: string }[]
}): Form {
  const [only, ...more] = facts.programs
  const name = only && more.length === 0 ? only.name : 'the program'
  const which: FormPart = {
    kind: 'field',
    field: {
      kind: 'choice',
      name: 'enrollment',
      label: 'Which program?',
      options: facts.programs.map(({ id, name: label }) => ({ value: id, label })),
    },
  }
  return {
    verb: 'program.leave-save',
    ...(facts.about !== undefined && { about: facts.about }),
    title: 'Leave a program',
    submit: 'Leave',
    parts: [
      ...(more.length > 0 ? [which] : []),
      {
        kind: 'words',
        block: {
          kind: 'text',
          text: `If you leave ${name}, I stop writing to you about it. A pair that you have there ends, and the other person is told kindly, without a reason. What you wrote stays yours.`,
        },
      },
    ],
  }
}

export function leftMessage(program: string): Message {
  return sentence(`You have left ${program}. Thank you for the time you gave it. What you wrote stays yours.`)
}

function sideWords(role: Role): string {
  return role === 'both' ? 'both a mentor and a mentee' : `a ${role}`
}
