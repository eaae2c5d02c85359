import type { Block, Button, Message } from '../message/message.ts'
import type { Program, Routes } from '../program/program.ts'
import type { Role } from './enrollment.ts'

/** What the notice of one enrollment speaks of. */
export interface NoticeFacts {
  readonly program: Pick<Program, 'name' | 'join' | 'type' | 'routes'>
  /** Undefined where the person is still to choose. */
  readonly role: Role | undefined
  /** They have joined just now, without having been shown this before. */
  readonly hasJoined?: true
}

/**
 * What is kept, who reads it, and where the limits are (PRODUCT, *Told, not buried*): the first thing that a person
 * hears of a program, on one screen.
 */
export function noticeWords(facts: NoticeFacts): Block[] {
  const { program, role } = facts
  return [
    { kind: 'heading', text: program.name },
    { kind: 'text', text: openingOf(facts) },
    { kind: 'list', items: [...whatIsKept, ...(areMentorsShown(program, role) ? [whatIsShown] : [])] },
    ...routesBlocks(program.routes),
  ]
}

/** The notice with the buttons that answer it. `enrollmentId` travels with them. */
export function noticeWithButtons(facts: NoticeFacts & { readonly enrollmentId: string }): Block[] {
  return [
    ...noticeWords(facts),
    { kind: 'text', text: choiceOf(facts.program) },
    { kind: 'buttons', buttons: answersOf(facts) },
    { kind: 'divider' },
  ]
}

export function invitation(facts: NoticeFacts & { readonly enrollmentId: string }): Message {
  const blocks = noticeWithButtons(facts).filter(({ kind }) => kind !== 'divider')
  const preview =
    facts.program.join === 'required'
      ? 'About your mentoring program'
      : 'You are invited to a mentoring program'
  return { preview, blocks }
}

/** The same about no program in particular. */
export function keptInShort(): Block[] {
  return [{ kind: 'list', items: [...whatIsKept, whatIsShown] }]
}

/** The program's own ways out of a hard place; nothing where it names none. */
export function routesBlocks(routes: Routes): Block[] {
  const facts = [
    { label: 'Patient safety', value: routes.patientSafety },
    { label: 'Well-being', value: routes.wellbeing },
    { label: 'Speaking up', value: routes.speakUp },
  ].flatMap(({ label, value }) => (value === undefined ? [] : [{ label, value }]))
  return facts.length === 0 ? [] : [{ kind: 'facts', facts }]
}

const whatIsKept = [
  'I keep your profile from the staff list, your meetings and goals, and what you answer. Beside every question stands who will read the answer, and you can change it: only you, your pair, the coordinator, or your pair and the coordinator.',
  'The coordinator sees whether you two met and answered, the minutes, and how many goals there are and how they stand; ratings only as averages of at least five people. Line managers see nothing.',
  'What you type in a chat also stays in your employer’s Slack or Teams, under its retention and legal access. A form leaves no copy there.',
  'The limit: what a clinician must report for patient safety must be reported. Please write nothing about patients here.',
] as const

const whatIsShown =
  'As a mentor you are shown to mentees of the program, with the skills you offer and your free places: “offer” changes that.'

/** In a peer program nobody chooses a mentor. */
function areMentorsShown({ type }: NoticeFacts['program'], role: Role | undefined): boolean {
  return role !== 'mentee' && type !== 'peer'
}

const sideWords: Readonly<Record<Role, string>> = {
  mentor: 'a mentor',
  mentee: 'a mentee',
  both: 'both a mentor and a mentee',
}

function openingOf({ program: { join, type }, role, hasJoined }: NoticeFacts): string {
  if (role === undefined) return 'Before you decide, this is what is kept and who reads it:'
  const side = type === 'peer' ? 'one of its peers' : sideWords[role]
  const self = 'I am Rounds, the mentoring bot.'
  if (join === 'required')
    return `${self} You take part in this program as ${side}; it is part of your work here. This is what is kept and who reads it:`
  return hasJoined
    ? `${self} This is what is kept and who reads it; if it is not for you, “leave” is all it takes:`
    : `${self} You are invited to this program as ${side}. Before you decide, this is what is kept and who reads it:`
}

function choiceOf({ join }: NoticeFacts['program']): string {
  return join === 'required'
    ? 'You can read this again at any time: type “privacy”.'
    : 'It is up to you. You can join later, and leave at any time without giving a reason.'
}

function answersOf({
  program,
  enrollmentId: about,
}: NoticeFacts & { readonly enrollmentId: string }): Button[] {
  if (program.join === 'required') {
    return [{ label: 'Understood', verb: 'program.understood', about, tone: 'primary' }]
  }
  return [
    { label: 'Join', verb: 'program.join', about, tone: 'primary' },
    { label: 'Not now', verb: 'program.not-now', about },
  ]
}
