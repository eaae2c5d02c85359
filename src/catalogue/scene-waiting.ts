import { missingBlocks } from '../core/people/profile-messages.ts'
import { latecomersMessage, manyLatecomers } from '../core/waiting/late-messages.ts'
import { waitingMessage } from '../core/waiting/messages.ts'
import type { WaitingState } from '../core/waiting/waiting.ts'
import type { Recorder } from './recorder.ts'
import { optionsOf } from './scene-pair.ts'

/** Two pairs that are matched anew, who is placed after that, and a week in which everybody waits. */
export async function playWaiting(play: Recorder): Promise<void> {
  const { hospital, cast } = play
  const coordinator = await hospital.person({ name: cast.coordinator })
  const [mentor, free, one, two] = [
    await hospital.person({ name: cast.mentor }),
    await hospital.person({ name: cast.mentor }),
    await hospital.person({ name: cast.mentee }),
    await hospital.person({ name: cast.mentee, managerEmail: coordinator.email }),
  ]
  const { id } = await hospital.program({ name: cast.program, coordinators: [coordinator.email] })
  const first = await hospital.pair(id, mentor, one)
  await hospital.pair(id, mentor, two)
  await hospital.enroll(id, free, { role: 'mentor' })

  const offer = { verb: 'pair.rematch-offer', about: first.id }
  await play.press('rematch: offered by a coordinator', coordinator, offer)
  await play.press('rematch: offered again', coordinator, offer)
  await play.sent('rematch offered')
  const several = await play.command('rematch: of several', mentor, 'rematch')
  await play.fill('rematch: which is missing', mentor, { form: several, values: {} })
  const [pair = ''] = optionsOf(several, 'pair')
  await play.fill('rematch: asked by the mentor', mentor, { form: several, values: { pair } })
  await play.fill('rematch: asked twice', mentor, { form: several, values: { pair } })
  const only = await play.command('rematch: of one', mentor, 'rematch')
  await play.fill('rematch: asked again', mentor, { form: only, values: {} })
  await play.command('rematch: in no pair', mentor, 'rematch')
  await play.beat('rematch')
  for (const days of [7, 7]) {
    hospital.at({ days })
    await play.beat('waiting')
  }
  await playMenteeAsks(play)
  await playRounds(play)
  playStates(play)
  playManyLate(play)
}

async function playMenteeAsks(play: Recorder): Promise<void> {
  const { hospital, cast } = play
  const [mentor, mentee] = [await hospital.person(), await hospital.person()]
  const { id } = await hospital.program({ name: cast.program, type: 'preceptorship-core' })
  await hospital.pair(id, mentor, mentee)
  await play.command('rematch: a condition of work cannot be left', mentee, 'leave')
  const form = await play.press('rematch: by the button', mentee, 'pair.rematch')
  await play.fill('rematch: asked by the mentee', mentee, { form, values: {} })
  await play.sent('rematch')
}

async function playRounds(play: Recorder): Promise<void> {
  const { hospital, cast } = play
  const [one, two] = [await hospital.person(), await hospital.person()]
  const cadence = { every: 'round', weekday: 'tuesday', at: '09:00' }
  const { id } = await hospital.program({ name: cast.program, type: 'peer', cadence })
  await hospital.pair(id, one, two)
  await play.command('rematch: in a peer program', one, 'rematch')
}

function playStates({ keep, cast }: Recorder): void {
  const rules = [
    'same-profession',
    'registered-12-months',
    'equal-or-senior-grade',
    'trained',
    'same-area',
  ] as const
  const states: WaitingState[] = [
    { kind: 'answer' },
    { kind: 'reviewed' },
    { kind: 'open' },
    { kind: 'needs-aims' },
    { kind: 'full' },
    { kind: 'nobody', rule: undefined },
    ...rules.map((rule) => ({ kind: 'nobody', rule }) as const),
    { kind: 'briefing' },
    { kind: 'next-round' },
  ]
  const { program, mentee, coordinator } = cast
  for (const side of ['mentee', 'mentor'] as const) {
    for (const state of states) {
      const asks = state.kind === 'needs-aims' ? missingBlocks({ missing: ['aims'], program }) : []
      const facts = { firstName: mentee, program, side, state, locale: 'en-GB', asks }
      const more = { startsOn: 'Mon 1 March', coordinators: [coordinator, coordinator], mayLeave: true }
      keep(`waiting: ${side}, ${state.kind}`, waitingMessage({ ...facts, ...more }))
    }
  }
  const nobodyToAsk = { startsOn: undefined, coordinators: [], mayLeave: false }
  const state: WaitingState = { kind: 'open' }
  const facts = {
    firstName: mentee,
    program,
    side: 'mentee',
    state,
    locale: 'en-GB',
    asks: [],
    ...nobodyToAsk,
  } as const
  keep('waiting: nobody to ask', waitingMessage(facts))
}

function playManyLate({ keep, cast }: Recorder): void {
  const { program, mentee, mentor, words } = cast
  const reasons = [words, words, words].map((reason) => reason.slice(0, 200))
  const latecomers = (['joined', 'back', 'unpaired', 'joined', 'joined', 'joined'] as const).map(
    (came, at) => ({
      name: mentee,
      came,
      mentor: at === 1 ? undefined : mentor,
      reasons,
    }),
  )
  keep('late: many', latecomersMessage({ programId: 'gone', program, latecomers, unseen: 2 }))
  keep('late: more than a small run is for', manyLatecomers({ programId: 'gone', program, count: 812 }))
  keep('late: unseen alone', latecomersMessage({ programId: 'gone', program, latecomers: [], unseen: 1 }))
}
