import type { Person } from '../../../src/core/people/person.ts'
import { changeCheckIns, planCheckIns, waitingCheckInsOf } from '../../../src/store/check-ins.ts'
import type { Scene } from './scene.ts'

/** Opens a check-in of one of the scene's pair, due today, and gives its id. */
export function openCheckIn(scene: Scene, person: Person): Promise<string> {
  const { programId, paired } = scene
  return scene.within(async (scope) => {
    const dueOn = scope.now.toZonedDateTimeISO('UTC').toPlainDate()
    const side = person.id === paired.mentorId ? 'mentor' : 'mentee'
    await planCheckIns(scope, [
      { programId, pairId: paired.id, personId: person.id, side, dueOn, opensAt: scope.now },
    ])
    const [waiting] = await waitingCheckInsOf(scope, [person.id])
    if (!waiting) throw new Error('no check-in was planned')
    const nextAt = scope.now.add({ hours: 9 * 24 })
    await changeCheckIns(scope, [{ id: waiting.id, state: 'open', nextAt, openedAt: scope.now }])
    return waiting.id
  })
}
