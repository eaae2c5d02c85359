import type { Person } from '../core/people/person.ts'
import { createMeeting } from '../store/meetings.ts'
import { closePairs } from '../store/pairs.ts'
import type { Recorder } from './recorder.ts'
import { playPairing, type Two } from './scene-pair.ts'

/** Reflection, thanks, introductions and opportunities: what two people write beside their check-ins. */
export async function playTalk(play: Recorder): Promise<void> {
  const two = await playPairing(play)
  await playReflection(play, two)
  await playThanks(play, two)
  await playIntroductions(play, two)
  await playOpportunities(play, two)
  await playAfterwards(play, two)
}

/** Whoever hears nothing of it is left out of what the others are shown. */
const short = ({ cast }: Recorder) => cast.words.slice(0, 1000)

async function playReflection(play: Recorder, { mentee }: Two): Promise<void> {
  const { hospital, cast } = play
  await play.press('reflect: an empty journal', mentee, 'reflect.journal')
  await play.command('reflect: nothing in particular', mentee, 'reflect')
  const hard = await play.press('reflect: a hard shift', mentee, {
    verb: 'reflect.write',
    about: 'hard-shift',
  })
  await play.fill('reflect: nothing written', mentee, { form: hard, values: {} })
  const values = { what: cast.words, meaning: cast.words, next: cast.words }
  await play.fill('reflect: kept after a hard shift', mentee, { form: hard, values })
  const open = await play.press('reflect: open', mentee, { verb: 'reflect.write', about: 'open' })
  await play.fill('reflect: kept', mentee, { form: open, values: { what: cast.words } })
  await hospital.within(async (scope) => {
    const pair = await scope.tx.pair.findFirstOrThrow({ where: { menteeId: mentee.id } })
    const heldOn = scope.now.toZonedDateTimeISO('UTC').toPlainDate()
    await createMeeting(scope, { pairId: pair.id, loggedBy: mentee.id, heldOn })
  })
  await play.command('reflect: after a meeting', mentee, 'reflect')
  await play.command('reflect: after a goal', mentee, 'reflect goal')
  const page = await play.press('reflect: the journal', mentee, 'reflect.journal')
  const earlier = await play.fill('reflect: an earlier page', mentee, {
    form: page,
    values: { to: 'earlier' },
  })
  await play.fill('reflect: back again', mentee, { form: earlier, values: { to: 'later' } })
  await play.fill('reflect: one more', mentee, { form: page, values: { to: 'write' } })
  const second = await play.fill('reflect: delete?', mentee, { form: page, values: { to: 'delete' } })
  await play.fill('reflect: deleted', mentee, { form: second, values: {} })
  await play.fill('reflect: deleted again', mentee, { form: second, values: {} })
}

async function playThanks(play: Recorder, { mentor, mentee, coordinator }: Two): Promise<void> {
  const form = await play.command('thanks', mentee, 'thanks')
  const values = { words: short(play), counted: ['yes'] }
  await play.fill('thanks: sent', mentee, { form, values })
  await play.fill('thanks: sent again', mentee, { form, values })
  await play.sent('thanks')
  await play.fill('thanks: not counted', mentor, {
    form: await play.command('thanks: back', mentor, 'thanks'),
    values: { words: short(play) },
  })
  await play.command(
    'thanks: to oneself',
    mentee,
    `thanks ${mentee.email.slice(0, 1)}${play.cast.mentee.slice(0, 40)}`,
  )
  await play.command('thanks: to oneself by name', mentee, `thanks ${play.cast.mentee}`)
  await play.command('thanks: to a stranger', mentee, 'thanks Zzyzx')
  await play.command('thanks: without a pair', coordinator, 'thanks')
  play.hospital.at({ minutes: 5 })
  await play.command('thanks: in the digest', coordinator, 'admin digest')
}

async function playIntroductions(play: Recorder, { mentor, mentee }: Two): Promise<void> {
  const { hospital, cast } = play
  await play.command('intro: help for a mentor', mentor, 'help')
  await play.command('intro: by a mentee', mentee, 'intro')
  const form = await play.command('intro', mentor, 'intro Zoe')
  const ask = (name: string, colleague: string) =>
    play.fill(name, mentor, { form, values: { colleague, why: short(play) } })
  const away = await hospital.person({ name: cast.coordinator, platform: 'none' })
  await ask('intro: nobody of that name', 'Zzyzx')
  await ask('intro: several of that name', cast.coordinator)
  await ask('intro: without an account', away.email)
  await ask('intro: the mentee themself', mentee.email)

  const begin = async (name: string): Promise<{ colleague: Person; about: string }> => {
    const colleague = await hospital.person({ name: cast.coordinator })
    const sent = await ask(name, colleague.email)
    await play.sent(name)
    const { id: about } = await hospital.within(({ tx }) =>
      tx.introduction.findFirstOrThrow({ where: { colleagueId: colleague.id } }),
    )
    if (sent.kind !== 'show') throw new Error('no introduction')
    return { colleague, about }
  }
  const gladly = await begin('intro: asked')
  await ask('intro: asked again', gladly.colleague.email)
  await play.tap('intro: the mentee’s yes', mentee, { shown: await play.latestTo(mentee), verb: 'intro.yes' })
  await play.sent('intro')
  await play.press('intro: yes', gladly.colleague, { verb: 'intro.yes', about: gladly.about })
  await play.sent('intro')
  await play.press('intro: yes again', gladly.colleague, { verb: 'intro.yes', about: gladly.about })
  const rather = await begin('intro: for a no')
  await play.press('intro: the mentee’s no', mentee, { verb: 'intro.no', about: rather.about })
  const busy = await begin('intro: for another no')
  await play.press('intro: the mentee’s yes', mentee, { verb: 'intro.yes', about: busy.about })
  await play.press('intro: no', busy.colleague, { verb: 'intro.no', about: busy.about })
  await play.sent('intro')
  const back = await begin('intro: to be taken back')
  await play.press('intro: taken back', mentor, { verb: 'intro.withdraw', about: back.about })
  const silent = await begin('intro: for a silence')
  await play.press('intro: the mentee’s yes', mentee, { verb: 'intro.yes', about: silent.about })
  hospital.at({ days: 3 })
  await play.beat('intro: reminder')
  hospital.at({ days: 5 })
  await play.beat('intro: no answer')
}

async function playOpportunities(play: Recorder, { mentor, mentee, coordinator }: Two): Promise<void> {
  const { hospital, cast } = play
  await play.press('opportunity: none yet', mentee, 'opportunity.list')
  await play.press('opportunity: without a pair', coordinator, 'opportunity.list')
  const form = await play.press('opportunity: new', mentee, 'opportunity.new')
  for (const kind of ['shadowing', 'project', 'training', 'post', 'other']) {
    await play.fill(`opportunity: ${kind}`, mentee, {
      form,
      values: { kind, title: cast.title, on: '2027-03-01' },
    })
  }
  await play.sent('opportunity')
  hospital.at('2027-03-02T10:30:00Z')
  await play.beat('opportunity')
  const list = await play.press('opportunity: several', mentor, 'opportunity.list')
  const outcome = await play.tap('opportunity: what became of it', mentor, {
    shown: list,
    verb: 'opportunity.outcome',
  })
  const values = { state: 'taken', outcome: short(play) }
  await play.fill('opportunity: taken', mentor, { form: outcome, values })
  await play.fill('opportunity: told twice', mentee, { form: outcome, values })
  await play.press('opportunity: somebody else’s', coordinator, {
    verb: 'opportunity.outcome',
    about: outcome.kind === 'form' ? (outcome.form.about ?? '') : '',
  })
  await play.press('opportunity: as it stands', mentee, 'opportunity.list')
}

/** The same forms with several pairs, and what they say once a pair is over, or nobody is there to be written to. */
async function playAfterwards(play: Recorder, { mentor, mentee, programId }: Two): Promise<void> {
  const { hospital } = play
  const pairOf = () =>
    hospital.within(({ tx }) => tx.pair.findFirstOrThrow({ where: { menteeId: mentee.id } }))
  const form = await play.command('thanks: before the end', mentee, 'thanks')
  const opportunity = await play.press('opportunity: before the end', mentee, 'opportunity.new')
  const intro = await play.command('intro: before the end', mentor, 'intro')
  const another = await hospital.person({ name: play.cast.mentee })
  await hospital.pair(programId, mentor, another)
  await play.command('thanks: to whom', mentor, 'thanks')
  await play.press('opportunity: with whom', mentor, 'opportunity.new')
  await play.command('intro: whom', mentor, 'intro')
  await hospital.within(({ tx }) =>
    tx.account.updateMany({ where: { personId: mentor.id }, data: { goneAt: new Date(0) } }),
  )
  await play.fill('thanks: to somebody out of reach', mentee, {
    form,
    values: { words: `${short(play)}.`.slice(0, 1000) },
  })
  const { id } = await pairOf()
  await hospital.within(async (scope) => {
    await closePairs(scope, [id], 'date')
    await scope.tx.pair.update({ where: { id }, data: { closedAt: new Date(0) } })
  })
  await play.fill('thanks: too late', mentee, { form, values: { words: short(play) } })
  await play.fill('opportunity: too late', mentee, {
    form: opportunity,
    values: { kind: 'other', title: play.cast.title },
  })
  await play.fill('intro: too late', mentor, { form: intro, values: { colleague: 'Zoe', why: short(play) } })
}
