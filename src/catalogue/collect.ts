import type { Cast } from './cast.ts'
import { type Database, type Hospital, openHospital } from './hospital.ts'
import { openRecorder, type Recorder } from './recorder.ts'
import { playCards } from './scene-cards.ts'
import { playAnswers, playPatience, playScript } from './scene-check-in.ts'
import { playClosing } from './scene-closing.ts'
import { playCoordinator, playDigest, playManyPairs, withDigest } from './scene-coordinator.ts'
import { playFinding } from './scene-find.ts'
import { playGoals, playGoalsLater, playProgress } from './scene-goal.ts'
import { playHelp } from './scene-help.ts'
import { playJoining } from './scene-joining.ts'
import { playKickOff } from './scene-kick-off.ts'
import { playPlannedMeetings } from './scene-meeting.ts'
import { playOffers } from './scene-offer.ts'
import { pairThem, playEnd, playMeetings, playPairing } from './scene-pair.ts'
import { playRounds } from './scene-peer.ts'
import { playPlan } from './scene-plan.ts'
import { playProfile } from './scene-profile.ts'
import { playRecord } from './scene-record.ts'
import { playReview } from './scene-review.ts'
import { playRuns } from './scene-run.ts'
import { playTalk } from './scene-talk.ts'
import { playWaiting } from './scene-waiting.ts'

/** How many scenes are played at the same time: with more, transactions of a busy machine run out of time. */
const AT_ONCE = 4

/**
 * Everything the product can show, as it comes about when this cast lives through all that it can do. `newDatabase`
 * gives a migrated, empty one for each scene.
 */
export async function collect(cast: Cast, newDatabase: () => Promise<Database>): Promise<Recorder> {
  const scenes = [
    playCards,
    playJoining,
    playKickOff,
    playOnePair,
    playOwnScript,
    playDigestOfOne,
    playManyPairs,
    playClosing,
    playFinding,
    playHelp,
    playOffers,
    playGoalsOfTwo,
    playPlannedMeetings,
    playProfile,
    playRecord,
    playReview,
    playRounds,
    playRuns,
    playTalk,
    playWaiting,
  ]
  const told: Recorder[] = []
  const waiting = scenes.entries()
  const tellOn = async () => {
    for (const [place, scene] of waiting)
      told[place] = await playAlone(await openHospital(await newDatabase()), { cast, scene })
  }
  await Promise.all(Array.from({ length: AT_ONCE }, tellOn))
  return joined(told, cast)
}

/** Each scene in a hospital of its own, so that no clock of one is in the way of another. */
async function playAlone(
  hospital: Hospital,
  { cast, scene }: { readonly cast: Cast; readonly scene: (play: Recorder) => Promise<void> },
): Promise<Recorder> {
  try {
    const play = openRecorder(hospital, cast)
    await scene(play)
    return play
  } finally {
    await hospital.close()
  }
}

async function playOnePair(play: Recorder): Promise<void> {
  const two = await playPairing(play)
  await playGoals(play, two)
  await playProgress(play, two)
  await playMeetings(play, two)
  await playAnswers(play, two)
  await playPatience(play, two)
  await playEnd(play, two)
}

async function playGoalsOfTwo(play: Recorder): Promise<void> {
  const two = await playPairing(play)
  await playPlan(play, two)
  await playGoalsLater(play, two)
}

async function playOwnScript(play: Recorder): Promise<void> {
  const { question: ask, options } = play.cast
  const script = [
    { id: 'words', kind: 'text', ask, required: 'yes' },
    { id: 'met', kind: 'met', ask, required: 'yes' },
    { id: 'rota', kind: 'choice', ask, options, reader: 'coordinator' },
  ]
  const two = await playPairing(play, { check_in: { script } })
  const second = await play.hospital.person({ name: play.cast.mentee })
  const third = await play.hospital.person({ name: play.cast.coordinator })
  for (const mentee of [second, third]) {
    await play.hospital.enroll(two.programId, mentee, { state: 'invited' })
    await pairThem(play, { mentor: two.mentor, mentee, program: two.slug })
  }
  await playScript(play, two, [second, third])
}

async function playDigestOfOne(play: Recorder): Promise<void> {
  const two = await playPairing(play, withDigest)
  await playCoordinator(play, two)
  await playDigest(play, two)
}

function joined(told: readonly Recorder[], cast: Cast): Recorder {
  const [first] = told
  if (!first) throw new Error('nothing was played')
  return {
    ...first,
    cast,
    shown: told.flatMap(({ shown }) => shown),
    presses: told.flatMap(({ presses }) => presses),
    submitted: new Set(told.flatMap(({ submitted }) => [...submitted])),
    commanded: told.flatMap(({ commanded }) => commanded),
  }
}
