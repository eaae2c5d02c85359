import { textIn } from '../../core/message/form.ts'
import type { Outcome } from '../../core/message/intent.ts'
import { labelOf } from '../../core/message/label.ts'
import type { Button } from '../../core/message/message.ts'
import { sentence } from '../../core/message/messages.ts'
import type { Role } from '../../core/people/enrollment.ts'
import {
  alreadyIn,
  joinChoice,
  joinForm,
  nothingToJoin,
  notYourEnrollment,
  welcomed,
} from '../../core/people/messages.ts'
import { keptInShort, noticeWords } from '../../core/people/notice.ts'
import { missingBlocks } from '../../core/people/profile-messages.ts'
import { audit } from '../../store/audit.ts'
import { changeEnrollment, enroll, enrollmentsOfPerson } from '../../store/enrollments.ts'
import { activePairsOf } from '../../store/pairs.ts'
import { personById } from '../../store/people.ts'
import { allPrograms, type StoredProgram } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { briefingBlocks, offerBriefingLater } from '../briefing/offer-briefing.ts'
import { reschedule } from '../checkin/schedule.ts'
import { kickOffJoined } from '../pair/kick-off.ts'
import { firstIncomplete, readOwnProfile } from '../profile/read-profile.ts'
import type { Turn } from '../turn.ts'
import { describeNext, isOver, ownPlace, programsOf, type TakingPart } from './taking-part.ts'

/** `join`: takes up an invitation, or enrolls where a program is open; asks where there is more than one way in. */
export async function joinByCommand(turn: Turn): Promise<Outcome> {
  const { scope, person } = turn
  const { invitations, open, taking } = await waysIn(turn)
  const [invitation] = invitations
  if (invitation && invitations.length + open.length === 1) {
    await join(scope, invitation.enrollment.id, person.id)
    await reschedule(scope, person)
    return welcome(turn, invitation, { withNotice: invitation.enrollment.noticedAt === undefined })
  }
  if (invitations.length > 0) return show(joinChoice(buttonsFor(invitations, open)))
  if (open.length > 0) return { kind: 'form', form: formFor(open, undefined) }
  const names = taking.map(({ program }) => program.name)
  return show(nothingToJoin(names, person.locale, await lackingIn(turn, taking)))
}

/** The button *join*, of the notice or of the choice that `join` offers. */
export async function joinByButton(turn: Turn): Promise<Outcome> {
  const { scope, person } = turn
  const place = await ownPlace(turn)
  if (!place || isOver(place.program, person, scope.now)) return show(sentence(notYourEnrollment))
  const { state } = place.enrollment
  if (state === 'active' || state === 'paused') return show(alreadyIn(place.program.name))
  await join(scope, place.enrollment.id, person.id)
  await reschedule(scope, person)
  return welcome(turn, place, { withNotice: place.enrollment.noticedAt === undefined })
}

/** The form by which somebody enters an open program; about one program, or all that they may enter. */
export async function askToJoin(turn: Turn): Promise<Outcome> {
  const { open, taking } = await waysIn(turn)
  const [about] = turn.about
  const offered = about === undefined ? open : open.filter(({ id }) => id === about)
  if (offered.length > 0) return { kind: 'form', form: formFor(offered, about) }
  const names = taking.map(({ program }) => program.name)
  return show(nothingToJoin(names, turn.person.locale))
}

/** Enters the open program that the form named, in the role that it asked for. */
export async function joinOpenProgram(turn: Turn): Promise<Outcome> {
  const { scope, person, values } = turn
  const wanted = turn.about[0] ?? textIn(values, 'program')
  const { open } = await waysIn(turn)
  const chosen = open.find((one) => one.id === wanted) ?? (wanted === '' ? open[0] : undefined)
  if (!chosen) return show(sentence(notYourEnrollment))

  const role = roleIn(textIn(values, 'role'))
  const known = await enrollmentIn(scope, person.id, chosen.id)
  const id =
    known?.id ?? (await enroll(scope, { programId: chosen.id, personId: person.id, role, state: 'invited' }))
  await changeEnrollment(scope, id, { role })
  await join(scope, id, person.id)
  await reschedule(scope, person)
  const enrollment = await enrollmentIn(scope, person.id, chosen.id)
  if (!enrollment) throw new Error('the enrollment was not stored')
  return welcome(turn, { enrollment, program: chosen.program }, { withNotice: false })
}

/** Whoever answers a nudge takes part from then on, also after *not now* (PRODUCT, *Enroll*). */
export async function joinByAnswering(scope: Scope, personId: string, programId: string): Promise<void> {
  const enrollment = await enrollmentIn(scope, personId, programId)
  if (enrollment?.state !== 'invited') return
  await join(scope, enrollment.id, personId)
  const person = enrollment.declinedAt && (await personById(scope, personId))
  if (person) await reschedule(scope, person)
}

async function join(scope: Scope, enrollmentId: string, personId: string): Promise<void> {
  await changeEnrollment(scope, enrollmentId, {
    state: 'active',
    joinedAt: scope.now,
    noticedAt: scope.now,
    declinedAt: null,
    pausedUntil: null,
    silences: 0,
    askedToGoOnAt: null,
  })
  await audit(scope, { actor: personId, action: 'program.join', subject: enrollmentId })
  await kickOffJoined(scope, enrollmentId)
}

interface WaysIn {
  readonly invitations: readonly TakingPart[]
  readonly open: readonly StoredProgram[]
  readonly taking: readonly TakingPart[]
}

/** Invitations not taken up (or left since), open programs, and where the person is already. Programs that are over do not count. */
async function waysIn({ scope, person }: Turn): Promise<WaysIn> {
  const places = (await programsOf(scope, person.id)).filter(
    ({ program }) => !isOver(program, person, scope.now),
  )
  const taking = places.filter(({ enrollment: { state } }) => state === 'active' || state === 'paused')
  const invitations = places.filter(
    ({ enrollment: { state }, program }) =>
      state === 'invited' || (state === 'left' && program.join !== 'open'),
  )
  const standing = new Set([...taking, ...invitations].map(({ enrollment }) => enrollment.programId))
  const open = (await allPrograms(scope)).filter(
    ({ id, program }) => program.join === 'open' && !standing.has(id) && !isOver(program, person, scope.now),
  )
  return { invitations, open, taking }
}

function buttonsFor(invitations: readonly TakingPart[], open: readonly StoredProgram[]): Button[] {
  return [
    ...invitations.map(
      ({ program, enrollment }): Button => ({
        label: labelOf(program.name),
        verb: 'program.join',
        about: enrollment.id,
      }),
    ),
    ...open.map(
      ({ program, id }): Button => ({
        label: labelOf(program.name),
        verb: 'program.join-form',
        about: id,
        opensForm: true,
      }),
    ),
  ]
}

function formFor(open: readonly StoredProgram[], about: string | undefined) {
  const [only, ...more] = open
  const notice =
    only && more.length === 0 ? noticeWords({ program: only.program, role: undefined }) : keptInShort()
  return joinForm({
    programs: open.map(({ id, program }) => ({ id, name: program.name })),
    about,
    notice,
  })
}

async function welcome(
  { scope, person }: Turn,
  { enrollment, program }: TakingPart,
  { withNotice }: { withNotice: boolean },
): Promise<Outcome> {
  const role = program.type === 'peer' ? 'peer' : enrollment.role
  const next = await describeNext(scope, person)
  const notice = withNotice ? noticeWords({ program, role: enrollment.role, hasJoined: true }) : []
  const isPaired = (await activePairsOf(scope, person.id)).some(
    ({ programId }) => programId === enrollment.programId,
  )
  const missing = isPaired ? [] : await lackingIn({ scope, person }, [{ enrollment, program }])
  const message = welcomed({ program: program.name, role, next, notice, missing })
  const place = { enrollment, program }
  // One thing at a time.
  if (missing.length > 0) await offerBriefingLater(scope, person, place)
  const briefing = missing.length > 0 ? [] : await briefingBlocks(scope, place)
  return show({ ...message, blocks: [...message.blocks, ...briefing] })
}

/** Asks for what the first of these programs still needs to know of them to find them a pair. */
async function lackingIn({ scope, person }: Pick<Turn, 'scope' | 'person'>, places: readonly TakingPart[]) {
  const profile = await readOwnProfile(scope, person)
  const wanted = new Set(places.map(({ enrollment }) => enrollment.id))
  const lacking = firstIncomplete(profile, ({ enrollment }) => wanted.has(enrollment.id))
  return lacking ? missingBlocks(lacking) : []
}

async function enrollmentIn(scope: Scope, personId: string, programId: string) {
  const enrollments = await enrollmentsOfPerson(scope, personId)
  return enrollments.find((one) => one.programId === programId)
}

function roleIn(value: string): Role {
  return value === 'mentor' || value === 'both' ? value : 'mentee'
}

function show(message: ReturnType<typeof sentence>): Outcome {
  return { kind: 'show', message }
}
