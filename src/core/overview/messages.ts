import type { Block, Button, Message, Text } from '../message/message.ts'
import { sentence } from '../message/messages.ts'
import { formatDate, formatMoment } from '../time/dates.ts'
import { arrange, type Card } from './arrange.ts'
import { type Overview, type ShownCheckIn, type ShownPair, type ShownProgram, whyThen } from './overview.ts'

/** More than these stand as one line each, or as a number, so that the overview stays one screen. */
const PAIRS_IN_FULL = 3
const QUESTIONS_SHOWN = 2
const GOALS_SHOWN = 3

const stageWords: Readonly<Record<ShownPair['stage'], string>> = {
  'getting-started': 'getting started',
  'setting-goals': 'setting goals',
  working: 'working on goals',
  closing: 'closing',
}

/** What the other is to them. */
const roleWords: Readonly<Record<ShownPair['side'], string>> = {
  mentor: 'your mentee',
  mentee: 'your mentor',
  peer: 'your peer',
}

/** Where everything stands for one person, on one screen: what waits for them first, and what they can do. */
export function overviewMessage(overview: Overview): Message {
  const { front, behind } = arrange(cardsOf(overview), buttonsFor(overview))
  const isAll = behind.blocks.length === 0 && behind.buttons.length === 0
  const more: Button = { label: 'More', verb: 'overview.more' }
  return {
    preview: 'Your overview',
    blocks: [
      { kind: 'heading', text: `Hello ${overview.firstName}` },
      ...front.blocks,
      { kind: 'buttons', buttons: isAll ? front.buttons : [...front.buttons, more] },
    ],
  }
}

/** What the overview has no room for. */
export function moreMessage(overview: Overview): Message {
  const { behind } = arrange(cardsOf(overview), buttonsFor(overview))
  const { blocks, buttons } = behind
  if (blocks.length + buttons.length === 0) return sentence('There is nothing more to show right now.')
  return {
    preview: 'More of your overview',
    blocks: [
      { kind: 'heading', text: 'More' },
      ...blocks,
      ...(buttons.length > 0 ? [{ kind: 'buttons', buttons } as const] : []),
    ],
  }
}

/** In the order in which they matter now. */
function cardsOf(overview: Overview): Card[] {
  const { programs, locale } = overview
  const invited = programs.filter(({ state }) => state === 'invited')
  const others = programs.filter(({ state }) => state !== 'invited')
  const cards: Card[] = [
    { blocks: questionBlocks(overview) },
    ...invited.map((program) => ({ blocks: invitationBlocks(program) })),
    ...pairCards(overview),
    ...overview.tasks.map((blocks) => ({ blocks })),
    { blocks: actionsBlocks(overview) },
    ...others.map((program) => ({ blocks: programBlocks(program, locale) })),
    { blocks: goalsBlocks(overview) },
    ...overview.standing,
    { blocks: coordinatorBlocks(overview.coordinates, locale) },
    { blocks: emptyBlocks(overview) },
  ]
  return cards.filter(({ blocks }) => blocks.length > 0)
}

/** Few at a time, so that the overview stays one screen; the next come up once these are answered. */
function questionBlocks({ questions }: Overview): Block[] {
  const more = questions.length - QUESTIONS_SHOWN
  const rest =
    more === 1
      ? 'One more question waits for you after these.'
      : `${more} more questions wait for you after these.`
  return [
    ...questions.slice(0, QUESTIONS_SHOWN).flat(),
    ...(more > 0 ? [{ kind: 'note', text: rest } as const] : []),
  ]
}

function programBlocks(program: ShownProgram, locale: string): Block[] {
  const { name, state, pausedUntil } = program
  if (state === 'paused') {
    const until = pausedUntil
      ? `${name} is paused for you. I will write again from ${formatDate(pausedUntil, locale)} on.`
      : `${name} is paused for you, until you say “resume”.`
    return [
      { kind: 'text', text: until },
      { kind: 'buttons', buttons: [{ label: 'Resume', verb: 'command.run', about: 'resume' }] },
    ]
  }
  return program.paired
    ? []
    : [{ kind: 'text', text: `You are in ${name}. I will tell you as soon as you have a pair.` }]
}

function invitationBlocks({ name, enrollmentId: about, required, paired }: ShownProgram): Block[] {
  const kept: Button = { label: 'What is kept', verb: 'command.run', about: 'privacy' }
  if (required) {
    return [
      { kind: 'text', text: `${name} is part of your work here. Please read what is kept about you first.` },
      {
        kind: 'buttons',
        buttons: [{ label: 'Understood', verb: 'program.understood', about, tone: 'primary' }, kept],
      },
    ]
  }
  const text = paired
    ? `You are invited to ${name}, and somebody is ready to work with you. Would you like to join?`
    : `You are invited to ${name}. Would you like to join?`
  return [
    { kind: 'text', text },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Join', verb: 'program.join', about, tone: 'primary' },
        { label: 'Not now', verb: 'program.not-now', about },
        kept,
      ],
    },
  ]
}

function pairCards(overview: Overview): Card[] {
  const waitingFirst = overview.pairs.toSorted((a, b) => Number(isWaiting(b)) - Number(isWaiting(a)))
  const inFull = waitingFirst.slice(0, PAIRS_IN_FULL)
  const short = waitingFirst.slice(PAIRS_IN_FULL)
  return [
    ...inFull.map((pair, at) => ({ blocks: pairBlocks(pair, { overview, below: inFull[at + 1] }) })),
    ...(short.length > 0 ? [{ blocks: [{ kind: 'list', items: short.map(pairLine) } as const] }] : []),
  ]
}

/** What several pairs have in common stands once, under the last of them. */
function pairBlocks(
  pair: ShownPair,
  { overview, below }: { readonly overview: Overview; readonly below: ShownPair | undefined },
): Block[] {
  const { checkIn } = pair
  const said = checkIn ? checkInBlocks(checkIn, overview) : []
  return [
    { kind: 'text', text: pairLine(pair) },
    ...(isSaidBelow(pair, below) ? [] : said),
    ...lookBackBlocks(pair),
  ]
}

function isSaidBelow({ checkIn, reviewId }: ShownPair, below: ShownPair | undefined): boolean {
  const next = below?.checkIn
  if (checkIn?.kind !== 'next' || next?.kind !== 'next' || reviewId !== undefined) return false
  return checkIn.at.equals(next.at) && checkIn.dueOn.equals(next.dueOn)
}

function lookBackBlocks({ reviewId }: ShownPair): Block[] {
  if (reviewId === undefined) return []
  const look: Button = { label: 'Look back', verb: 'review.open', about: reviewId, opensForm: true }
  return [{ kind: 'buttons', buttons: [look] }]
}

function pairLine({ other, side, program, stage }: ShownPair): Text {
  return [{ text: other, bold: true }, { text: `, ${roleWords[side]} · ${program} · ${stageWords[stage]}` }]
}

/** Something about the pair waits for their answer. */
function isWaiting({ checkIn, reviewId }: ShownPair): boolean {
  return checkIn?.kind === 'open' || reviewId !== undefined
}

function checkInBlocks(checkIn: ShownCheckIn, overview: Overview): Block[] {
  switch (checkIn.kind) {
    case 'open':
      return [
        { kind: 'note', text: 'A check-in is open.' },
        {
          kind: 'buttons',
          buttons: [
            { label: 'Answer here', verb: 'checkin.answer', about: checkIn.id, tone: 'primary' },
            { label: 'Open form', verb: 'checkin.form', about: checkIn.id, opensForm: true },
          ],
        },
      ]
    case 'next':
      return [{ kind: 'note', text: nextWords(checkIn, overview) }]
    case 'paused':
      return [{ kind: 'note', text: 'No check-in while you pause.' }]
  }
}

function nextWords(next: ShownCheckIn & { kind: 'next' }, overview: Overview): string {
  const { zone, locale, hours } = overview
  const moment = formatMoment(next.at, zone, locale)
  const dueDay = formatDate(next.dueOn, locale)
  switch (whyThen(next, overview)) {
    case 'at-any-moment':
      return 'Your next check-in comes at any moment.'
    case 'on-its-day':
      return `Next check-in: ${moment}. Why then: it is due that day, inside your hours (${hours}).`
    case 'moved-on':
      return `Next check-in: ${moment}. Why then: it is due on ${dueDay}, and this is the first moment from then on inside your hours (${hours}), outside leave and days off.`
  }
}

function goalsBlocks({ goals }: Overview): Block[] {
  const more = goals.length - GOALS_SHOWN
  const rest = more === 1 ? 'And one more goal.' : `And ${more} more goals.`
  return [
    ...goals.slice(0, GOALS_SHOWN).map((goal): Block => ({ kind: 'progress', ...goal })),
    ...(more > 0 ? [{ kind: 'note', text: rest } as const] : []),
  ]
}

function actionsBlocks({ actions }: Overview): Block[] {
  if (actions.length === 0) return []
  return [
    { kind: 'text', text: 'Your next steps:' },
    { kind: 'list', items: actions },
  ]
}

function coordinatorBlocks(programs: readonly string[], locale: string): Block[] {
  if (programs.length === 0) return []
  const names = new Intl.ListFormat(locale).format(programs)
  return [{ kind: 'text', text: `You coordinate ${names}.` }]
}

function emptyBlocks({ programs, coordinates, mayJoin }: Overview): Block[] {
  if (programs.length > 0 || coordinates.length > 0) return []
  const text = mayJoin
    ? 'You are not in a mentoring program yet, and there is one that you can join.'
    : 'You are not in a mentoring program. Your coordinator can invite you.'
  const join: Button = { label: 'Join', verb: 'command.run', about: 'join', tone: 'primary', opensForm: true }
  return [{ kind: 'text', text }, ...(mayJoin ? [{ kind: 'buttons', buttons: [join] } as const] : [])]
}

/** What fits this person, the most used first: without a pair there is nothing to meet about. */
function buttonsFor({ pairs, goals, firstMeeting, standing, coordinates }: Overview): Button[] {
  const isMentee = pairs.some(({ side }) => side !== 'mentor')
  const isPaired = pairs.length > 0
  const newGoal: Button = { label: 'New goal', verb: 'goal.new', opensForm: true }
  const progress: Button = { label: 'Progress', verb: 'goal.progress', opensForm: true }
  const met: Button = { label: 'We met', verb: 'meeting.log', opensForm: true }
  const end: Button = { label: 'End this mentoring', verb: 'pair.close', opensForm: true }
  return [
    ...(coordinates.length > 0 ? [coordinatorMenu] : []),
    ...(goals.length > 0 ? [progress] : []),
    ...(isMentee && goals.length === 0 ? [newGoal] : []),
    ...(isPaired ? [met] : []),
    ...(goals.length > 0 ? [goalList] : []),
    ...(firstMeeting === undefined
      ? []
      : [{ label: 'First meeting', verb: 'pair.first-meeting', about: firstMeeting }]),
    ...standing.flatMap(({ buttons }) => buttons ?? []),
    ...(isPaired && goals.length === 0 ? [goalList] : []),
    ...(isPaired ? ofEveryPair : []),
    { label: 'My hours', verb: 'person.hours', opensForm: true },
    { label: 'My profile', verb: 'command.run', about: 'profile' },
    ...(pairs.some(({ side }) => side !== 'peer') ? [end] : []),
    { label: 'Help', verb: 'command.run', about: 'help' },
  ]
}

const coordinatorMenu: Button = { label: 'Coordinator menu', verb: 'command.run', about: 'admin' }

const goalList: Button = { label: 'Goals', verb: 'goal.list' }

const ofEveryPair: readonly Button[] = [
  { label: 'Action plan', verb: 'plan.list' },
  { label: 'Opportunities', verb: 'opportunity.list' },
]
