import type { Block, Button, Message, Text } from '../message/message.ts'
import { formatDate, formatMoment } from '../time/dates.ts'
import { type Overview, type ShownCheckIn, type ShownPair, type ShownProgram, whyThen } from './overview.ts'

/** More pairs than this stand as one line each, so that the overview stays one screen. */
const PAIRS_IN_FULL = 5
const QUESTIONS_SHOWN = 2

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

/** Where everything stands for one person: their programs, pairs, next check-in and goals, and what they can do. */
export function overviewMessage(overview: Overview): Message {
  return {
    preview: 'Your overview',
    blocks: [
      { kind: 'heading', text: `Hello ${overview.firstName}` },
      ...questionBlocks(overview),
      ...overview.programs.flatMap((program) => programBlocks(program, overview.locale)),
      ...overview.profile,
      ...pairsBlocks(overview),
      ...overview.agreement,
      ...overview.meetings,
      ...overview.cards,
      ...goalsBlocks(overview),
      ...actionsBlocks(overview),
      ...coordinatorBlocks(overview.coordinates, overview.locale),
      ...emptyBlocks(overview),
      { kind: 'buttons', buttons: buttonsFor(overview) },
    ],
  }
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
  if (state === 'invited') return invitationBlocks(program)
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

function pairsBlocks(overview: Overview): Block[] {
  const openFirst = overview.pairs.toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)))
  const inFull = openFirst.slice(0, PAIRS_IN_FULL)
  const short = openFirst.slice(PAIRS_IN_FULL)
  return [
    ...inFull.flatMap((pair) => pairBlocks(pair, overview)),
    ...(short.length > 0 ? [{ kind: 'list', items: short.map(pairLine) } as const] : []),
  ]
}

function pairBlocks(pair: ShownPair, overview: Overview): Block[] {
  const { checkIn } = pair
  return [
    { kind: 'text', text: pairLine(pair) },
    ...(checkIn ? checkInBlocks(checkIn, overview) : []),
    ...lookBackBlocks(pair),
  ]
}

function lookBackBlocks({ reviewId }: ShownPair): Block[] {
  if (reviewId === undefined) return []
  const look: Button = { label: 'Look back', verb: 'review.open', about: reviewId, opensForm: true }
  return [{ kind: 'buttons', buttons: [look] }]
}

function pairLine({ other, side, program, stage }: ShownPair): Text {
  return [{ text: other, bold: true }, { text: `, ${roleWords[side]} · ${program} · ${stageWords[stage]}` }]
}

function isOpen({ checkIn }: ShownPair): boolean {
  return checkIn?.kind === 'open'
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
  if (goals.length === 0) return []
  return [{ kind: 'divider' }, ...goals.map((goal): Block => ({ kind: 'progress', ...goal }))]
}

function actionsBlocks({ actions }: Overview): Block[] {
  if (actions.length === 0) return []
  return [
    { kind: 'text', text: 'Due in these days:' },
    { kind: 'list', items: actions },
  ]
}

function coordinatorBlocks(programs: readonly string[], locale: string): Block[] {
  if (programs.length === 0) return []
  const names = new Intl.ListFormat(locale).format(programs)
  return [
    { kind: 'divider' },
    { kind: 'text', text: `You coordinate ${names}.` },
    { kind: 'buttons', buttons: [{ label: 'Coordinator menu', verb: 'command.run', about: 'admin' }] },
  ]
}

function emptyBlocks({ programs, coordinates, mayJoin }: Overview): Block[] {
  if (programs.length > 0 || coordinates.length > 0) return []
  const text = mayJoin
    ? 'You are not in a mentoring program yet, and there is one that you can join.'
    : 'You are not in a mentoring program. Your coordinator can invite you.'
  const join: Button = { label: 'Join', verb: 'command.run', about: 'join', tone: 'primary', opensForm: true }
  return [{ kind: 'text', text }, ...(mayJoin ? [{ kind: 'buttons', buttons: [join] } as const] : [])]
}

/** What fits this person: without a pair there is nothing to meet about. */
function buttonsFor({ pairs, goals, firstMeeting }: Overview): Button[] {
  const isMentee = pairs.some(({ side }) => side !== 'mentor')
  return [
    ...(pairs.length > 0 ? [{ label: 'Goals', verb: 'goal.list' }] : []),
    ...(isMentee && goals.length === 0
      ? [{ label: 'New goal', verb: 'goal.new', opensForm: true } as const]
      : []),
    ...(goals.length > 0 ? [{ label: 'Progress', verb: 'goal.progress', opensForm: true } as const] : []),
    ...(pairs.length > 0 ? [{ label: 'Plan', verb: 'plan.list' }] : []),
    ...(firstMeeting === undefined
      ? []
      : [{ label: 'First meeting', verb: 'pair.first-meeting', about: firstMeeting }]),
    ...(pairs.length > 0 ? [{ label: 'We met', verb: 'meeting.log', opensForm: true } as const] : []),
    ...(pairs.length > 0 ? [{ label: 'Opportunities', verb: 'opportunity.list' }] : []),
    { label: 'My hours', verb: 'person.hours', opensForm: true },
    ...(pairs.some(({ side }) => side !== 'peer')
      ? [{ label: 'End this mentoring', verb: 'pair.close', opensForm: true } as const]
      : []),
    { label: 'Help', verb: 'command.run', about: 'help' },
  ]
}
