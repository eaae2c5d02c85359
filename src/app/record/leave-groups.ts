import { groupAfterwards } from '../../core/pair/kick-off-messages.ts'
import { pairById } from '../../store/pairs.ts'
import { peopleById } from '../../store/people.ts'
import { programsById } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { changeInGroup, sentToGroupsWith } from '../../store/sent-messages.ts'

/** What Rounds wrote into a conversation of the person and another names them no more. Before they are forgotten. */
export async function leaveGroups(scope: Scope, personId: string): Promise<void> {
  for (const sent of await sentToGroupsWith(scope, personId)) {
    const [, pairId = ''] = sent.key.split(':')
    const pair = await pairById(scope, pairId)
    const [stored] = pair ? await programsById(scope, [pair.programId]) : []
    const two = pair ? await peopleById(scope, [pair.menteeId, pair.mentorId]) : []
    const names = two.filter(({ id }) => id !== personId).map(({ name }) => name)
    await changeInGroup(scope, sent, groupAfterwards({ names, program: stored?.program.name ?? '' }))
  }
}
