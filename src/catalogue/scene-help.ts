import { tellGaveUp } from '../app/digest/gave-up.ts'
import type { Outcome } from '../core/message/intent.ts'
import type { Person } from '../core/people/person.ts'
import { closePairs } from '../store/pairs.ts'
import { slackTeam } from './hospital.ts'
import type { Recorder } from './recorder.ts'
import { playPairing, type Two } from './scene-pair.ts'

/** Somebody asks the coordinators for help; two coordinators see, answer and close it. */
export async function playHelp(play: Recorder): Promise<void> {
  const second = await play.hospital.person({ name: play.cast.mentor })
  const first = await play.hospital.person({ name: play.cast.coordinator })
  const two = await playPairing(play, { coordinators: [first.email, second.email] })
  await playRequest(play, two, [first, second])
  await playAnswered(play, two, [first, second])
  await playUrgent(play, two)
  await playNobody(play, two)
}

const words = ({ cast }: Recorder) => cast.words.slice(0, 2000)

/** Counts everything queued so far as sent. */
async function delivered(play: Recorder): Promise<void> {
  await play.sent('help')
  await play.hospital.within(({ tx }) =>
    tx.outboxEntry.updateMany({ where: { state: 'ready' }, data: { state: 'sent' } }),
  )
}

async function ask(play: Recorder, { mentee }: Two, urgent: 'yes' | 'no'): Promise<Outcome> {
  const form = await play.press('help: the form', mentee, 'help.new')
  const sent = await play.fill(`help: sent, urgent ${urgent}`, mentee, {
    form,
    values: { words: words(play), urgent },
  })
  await delivered(play)
  return sent
}

async function openCaseId(play: Recorder, { mentee }: Two): Promise<string> {
  const found = await play.hospital.within(({ tx }) =>
    tx.helpCase.findFirstOrThrow({ where: { personId: mentee.id, state: { not: 'closed' } } }),
  )
  return found.id
}

async function playRequest(
  play: Recorder,
  two: Two,
  [first, second]: readonly [Person, Person],
): Promise<void> {
  const { mentee, mentor } = two
  await play.command('help: asked for the first time', mentee, 'ask')
  await play.press('help: none open', first, 'help.list')
  await ask(play, two, 'no')
  const about = await openCaseId(play, two)
  await play.command('help: as it stands', mentee, 'ask')
  await play.command('help: the menu', first, 'admin')
  await play.press('help: the list', first, 'help.list')
  await play.press('help: shown to somebody else', mentor, { verb: 'help.show', about })
  play.hospital.at({ days: 4 })
  await play.beat('help: reminder')
  await delivered(play)
  await play.press('help: seen', first, { verb: 'help.seen', about })
  await play.press('help: seen by the second', second, { verb: 'help.seen', about })
  await delivered(play)
  await play.command('help: seen, for its author', mentee, 'ask')
  const form = await play.press('help: more to say', mentee, { verb: 'help.add', about })
  await play.fill('help: added', mentee, { form, values: { words: `${words(play)}.`.slice(-2000) } })
  await delivered(play)
  await play.press('help: taken back', mentee, { verb: 'help.withdraw', about })
  await delivered(play)
  await play.press('help: added too late', mentee, { verb: 'help.add', about })
}

async function playAnswered(
  play: Recorder,
  two: Two,
  [first, second]: readonly [Person, Person],
): Promise<void> {
  const { mentee } = two
  await ask(play, two, 'no')
  const about = await openCaseId(play, two)
  const form = await play.press('help: to be answered', first, { verb: 'help.answer', about })
  await play.fill('help: answered', first, { form, values: { words: words(play) } })
  await play.fill('help: answered by the second', second, { form, values: { words: words(play) } })
  await delivered(play)
  await play.command('help: answered, for its author', mentee, 'ask')
  await play.press('help: what was answered', mentee, { verb: 'help.add', about })
  await play.press('help: closed', first, { verb: 'help.close', about })
  await delivered(play)
  await play.press('help: closed again', second, { verb: 'help.close', about })
}

async function playUrgent(play: Recorder, two: Two): Promise<void> {
  await ask(play, two, 'yes')
  const about = await openCaseId(play, two)
  await play.command('help: urgent, as it stands', two.mentee, 'ask')
  await play.hospital.within(async (scope) => {
    await scope.tx.outboxEntry.updateMany({
      where: { key: { startsWith: 'urgent:' } },
      data: { state: 'failed', body: null },
    })
    const to = { workspace: slackTeam, user: 'U0GONE' }
    const { organizationId } = scope
    const entry = {
      id: about,
      organizationId,
      key: `urgent:${about}:1`,
      to,
      platform: 'slack',
      kind: 'send',
    } as const
    await tellGaveUp(scope, { entry, why: 'unreachable', code: 'x' })
  })
  await delivered(play)
}

/** Whom to ask where there are several pairs, no coordinator who could read it, or no program at all. */
async function playNobody(play: Recorder, two: Two): Promise<void> {
  const { hospital, cast } = play
  const other = await hospital.person({ name: cast.mentor })
  await hospital.pair(two.programId, other, two.mentee)
  const form = await play.press('help: about which pair', two.mentee, 'help.new')
  const alone = await hospital.person({ name: cast.mentee })
  const { id } = await hospital.program({ name: cast.program, routes: cast.routes })
  const pair = await hospital.pair(id, two.mentor, alone)
  await play.command('help: without a coordinator', alone, 'ask')
  const values = { words: words(play), urgent: 'no' }
  const late = { kind: 'submit', verb: 'help.save', about: pair.id, values } as const
  await play.does('help: nobody to read it', alone, late)
  await hospital.within((scope) => closePairs(scope, [pair.id], 'date'))
  await play.does('help: from a pair that is over', alone, late)
  await play.fill('help: nowhere in particular', two.mentee, { form, values })
  await play.command('help: in no program', await hospital.person({ name: cast.mentee }), 'ask')
}
