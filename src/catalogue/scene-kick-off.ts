import { tellGaveUp } from '../app/digest/gave-up.ts'
import { closeWithWords } from '../app/pair/close-pair.ts'
import { reasonsToldToBoth } from '../core/match/told-reasons.ts'
import { groupIntroduction } from '../core/pair/kick-off-messages.ts'
import type { Person } from '../core/people/person.ts'
import { pairById } from '../store/pairs.ts'
import type { Recorder } from './recorder.ts'
import { playAgreement, playReminders, type Two } from './scene-agreement.ts'
import { pairThem } from './scene-pair.ts'

/** How two begin where they are on the same platform and where they are not, what they tell one another, and what they sign. */
export async function playKickOff(play: Recorder): Promise<void> {
  const { cast, hospital } = play
  const { id: programId, program } = await hospital.program({ name: cast.program, ends_on: '2027-12-31' })
  const open = async (platforms: { mentor: 'slack' | 'teams'; mentee: 'slack' | 'teams' }, joined = true) => {
    const mentor = await hospital.person({ name: cast.mentor, platform: platforms.mentor })
    const mentee = await hospital.person({ name: cast.mentee, platform: platforms.mentee })
    await hospital.enroll(programId, mentor, { role: 'mentor' })
    await hospital.enroll(programId, mentee, { state: joined ? 'active' : 'invited' })
    await hospital.within((scope) =>
      scope.tx.enrollment.updateMany({
        where: { programId },
        data: { noticedAt: new Date(scope.now.epochMilliseconds) },
      }),
    )
    const pairId = await pairThem(play, { mentor, mentee, program: program.slug })
    await play.sent('kick-off')
    return { play, mentor, mentee, pairId }
  }
  await playJoinedLater(await open({ mentor: 'slack', mentee: 'slack' }, false))
  await playOvertaken(await open({ mentor: 'teams', mentee: 'teams' }))
  await playPeers(play)
  const across = await open({ mentor: 'teams', mentee: 'slack' })
  playReasons(play)
  await playRelay(across, async () => await hospital.pair(programId, await hospital.person(), across.mentee))
  await playAgreement(across)
  await playReminders(await open({ mentor: 'slack', mentee: 'slack' }))
}

async function playJoinedLater({ play, mentor, mentee, pairId }: Two): Promise<void> {
  await play.command('kick-off: tell before the other has joined', mentor, 'tell')
  await sendWords({ play, mentor, mentee, pairId }, 'kick-off: told before the other has joined', mentor)
  await play.command('kick-off: the second joins', mentee, 'join')
  await play.sent('kick-off')
  await refuse(play, `pair:${pairId}:group`, 'forbidden')
  await play.press('kick-off: the card again', mentee, { verb: 'pair.first-meeting', about: pairId })
  await play.press('kick-off: the card of no pair', mentee, { verb: 'pair.first-meeting', about: 'gone' })
}

async function playPeers(play: Recorder): Promise<void> {
  const { hospital, cast } = play
  const { id } = await hospital.program({ name: cast.program, type: 'peer' })
  const [one, other] = [await hospital.person({ name: cast.mentor }), await hospital.person()]
  await play.command('agreement: without a pair', one, 'agreement')
  await play.command('tell: without a pair', one, 'tell')
  await hospital.pair(id, one, other)
  await play.command('agreement: between peers', one, 'agreement')
}

/** Each reason as the two read it together. */
function playReasons(play: Recorder): void {
  const { mentor, mentee, program } = play.cast
  const names = { mentor, mentee }
  const said = [
    ['offers handover, which they seek', 'same grade', 'both can be reached at the same hours'],
    ['knows of what their aims name: research', 'same specialty (stroke)', 'same site (North)'],
    ['2 grades above', '4 years more', 'both speak Welsh'],
  ]
  for (const [at, reasons] of said.entries()) {
    const told = reasonsToldToBoth(reasons, names)
    play.keep(`kick-off: why these two, ${at + 1}`, groupIntroduction({ ...names, program, reasons: told }))
  }
}

async function playRelay(two: Two, another: () => Promise<unknown>): Promise<void> {
  const { play, mentor, mentee, pairId } = two
  await sendWords(two, 'tell: sent', mentee)
  await play.sent('tell')
  const key = (await play.hospital.outbox()).findLast((entry) => entry.key.startsWith('tell:'))?.key ?? ''
  await refuse(play, key, 'unknown-fate')
  await sendWords(two, 'tell: sent again', mentee)
  const lost = (await play.hospital.outbox()).findLast((entry) => entry.key.startsWith('tell:'))?.key ?? ''
  await refuse(play, lost, 'gone')
  await play.command('tell: nobody of that name', mentee, 'tell zzzzzzzz')
  await another()
  await play.command('tell: to one of several', mentee, 'tell')
  await play.press('tell: to nobody any more', mentor, { verb: 'relay.write', about: 'gone' })
  await play.hospital.within(({ tx }) =>
    tx.outboxEntry.createMany({
      data: Array.from({ length: 20 }, (_, at) => ({
        id: `sent-${at}`,
        organizationId: play.hospital.organizationId,
        key: `tell:${mentor.id}:${pairId}:${at}`,
        platform: 'teams',
        workspace: 'any',
        kind: 'send',
        repeat: 'once',
        state: 'sent',
        authorId: mentor.id,
        createdAt: new Date(play.hospital.world.now().epochMilliseconds),
      })),
    }),
  )
  await sendWords(two, 'tell: too many', mentor)
  await sendToNobody(two)
}

/** What was written just before the pair ended. */
async function playOvertaken(two: Two): Promise<void> {
  const { play, mentor, pairId } = two
  await sendWords(two, 'tell: just before the end', mentor)
  await play.hospital.within(async (scope) => {
    const pair = await pairById(scope, pairId)
    if (pair) await closeWithWords(scope, pair, { actor: mentor.id, by: 'coordinator' })
  })
  await play.sent('tell: the pair has ended')
}

async function sendToNobody(two: Two): Promise<void> {
  const { play, mentor } = two
  const several = await play.command('tell: to one of several again', two.mentee, 'tell')
  const gone = (at: Date | null) =>
    play.hospital.within(({ tx }) =>
      tx.account.updateMany({ where: { personId: mentor.id }, data: { goneAt: at } }),
    )
  await gone(new Date(0))
  await sendWords(two, 'tell: to somebody who cannot be reached', two.mentee)
  await play.fill('tell: sent to somebody who cannot be reached', two.mentee, {
    form: several,
    values: { pair: two.pairId, words: play.cast.words.slice(0, 2000) },
  })
  await gone(null)
}

async function sendWords({ play, pairId }: Two, name: string, sender: Person): Promise<void> {
  const form = await play.press(`${name}: form`, sender, { verb: 'relay.write', about: pairId })
  if (form.kind !== 'form') return
  await play.fill(name, sender, { form, values: { words: play.cast.words.slice(0, 2000) } })
}

/** The platform took it for good. */
async function refuse(
  play: Recorder,
  key: string,
  why: 'forbidden' | 'gone' | 'unknown-fate',
): Promise<void> {
  const { hospital } = play
  await hospital.within(async (scope) => {
    const row = await scope.tx.outboxEntry.findFirstOrThrow({ where: { key } })
    const to = {
      workspace: row.workspace,
      ...(row.user === null ? { users: row.users } : { user: row.user }),
    }
    const platform = row.platform === 'slack' ? 'slack' : 'teams'
    const entry = {
      id: row.id,
      organizationId: hospital.organizationId,
      key,
      platform,
      to,
      kind: 'send',
    } as const
    await tellGaveUp(scope, { entry, why, code: why })
  })
  await play.sent('given up')
}
