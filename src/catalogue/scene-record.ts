import { takeRecord } from '../app/record/send-record.ts'
import { groupAfterwards } from '../core/pair/kick-off-messages.ts'
import type { Recorder } from './recorder.ts'
import { playPairing, type Two } from './scene-pair.ts'

/** What is kept: looked at, sent, taken by those who run Rounds, and forgotten. */
export async function playRecord(play: Recorder): Promise<void> {
  const two = await playPairing(play)
  await playShared(play, two)
  await playExport(play, two)
  await playForgetting(play, two)
}

/** Something in it, and something of theirs that the other was sent. */
async function playShared(play: Recorder, { mentee }: Two): Promise<void> {
  const form = await play.command('record: thanks', mentee, 'thanks')
  await play.fill('record: thanks', mentee, { form, values: { words: play.cast.words.slice(0, 1000) } })
  await play.sent('record')
  await play.hospital.within(({ tx }) =>
    tx.outboxEntry.updateMany({ where: { state: 'ready' }, data: { state: 'sent' } }),
  )
}

async function playExport(play: Recorder, { mentee, mentor }: Two): Promise<void> {
  await play.command('record: what is kept', mentee, 'privacy')
  await play.command('record: sent', mentee, 'export')
  await play.command('record: asked again', mentee, 'export')
  await play.hospital.within((scope) =>
    takeRecord(scope, { person: mentor, reason: play.cast.words.slice(0, 300) }),
  )
  await play.sent('record')
}

async function playForgetting(play: Recorder, { mentee, mentor, coordinator }: Two): Promise<void> {
  await play.command('forget me: a coordinator asks', coordinator, 'forget me')
  const question = await play.command('forget me: the first question', mentee, 'forget me')
  const form = await play.tap('forget me: the second', mentee, { shown: question, verb: 'person.forget' })
  await play.fill('forget me: neither yes nor no', mentee, { form, values: {} })
  await play.fill('forget me: no', mentee, { form, values: { sure: 'no' } })
  await play.fill('forget me: yes', mentee, { form, values: { sure: 'yes' } })
  await play.sent('forget me')
  const { mentor: other, program } = play.cast
  play.keep('forget me: the introduction of the two', groupAfterwards({ names: [other], program }))
  play.keep('forget me: of two', groupAfterwards({ names: [], program }))
  await play.command('forget me: come back', mentee, '')
  await play.command('forget me: the other, afterwards', mentor, '')
}
