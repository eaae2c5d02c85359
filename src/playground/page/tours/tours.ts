import { coordinatorsWeek } from './coordinators-week.ts'
import { firstCheckIn } from './first-check-in.ts'
import { lifeOfAPair } from './life-of-a-pair.ts'
import { matching } from './matching.ts'
import type { Tour } from './tour.ts'

/** All tours, in the order in which they are offered. A new one is a file and a line here. */
export const tours: readonly Tour[] = [firstCheckIn, coordinatorsWeek, matching, lifeOfAPair]
