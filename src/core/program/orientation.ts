import type { ProgramType } from './types.ts'

/** who: who is who; how: how things run here; inside: in the house; outside: towards the outside. */
export const orientationGroups = ['who', 'how', 'inside', 'outside'] as const
export type OrientationGroup = (typeof orientationGroups)[number]

/** Something that a newcomer gets to know in the first weeks, ticked off together with the other person in the pair. */
export interface OrientationPoint {
  /** Stable within the list: ticks are kept under it. */
  readonly id: string
  readonly group: OrientationGroup
  readonly text: string
  /** An http(s) or mailto address where more stands. */
  readonly link?: string
  /** Who shows it, in words. */
  readonly by?: string
}

/** What the type has, or the program's own list. */
export type Orientation = 'default' | readonly OrientationPoint[]

/** The points of a program's list; none where newcomers get no list. */
export function orientationPoints({
  type,
  orientation,
}: {
  readonly type: ProgramType
  readonly orientation: Orientation
}): readonly OrientationPoint[] {
  return orientation === 'default' ? usual[type] : orientation
}

const preceptorship: readonly OrientationPoint[] = [
  { id: 'manager', group: 'who', text: 'Meet the line manager, and know when they are about' },
  { id: 'team', group: 'who', text: 'Know who does what in the team, and who is in charge of a shift' },
  { id: 'ask', group: 'who', text: 'Know whom to ask: pharmacy, infection control, practice educator' },
  { id: 'guardian', group: 'who', text: 'Know who listens when something is wrong, and how to reach them' },
  { id: 'rota', group: 'how', text: 'Read the rota, swap a shift and call in sick as it is done here' },
  { id: 'handover', group: 'how', text: 'Go through one handover together' },
  { id: 'worse', group: 'how', text: 'Know whom to call when a patient gets worse, by day and by night' },
  { id: 'records', group: 'how', text: 'Log in everywhere, and write one entry together' },
  { id: 'medicines', group: 'how', text: 'Find the medicines and the keys, and learn the local rules' },
  { id: 'incident', group: 'how', text: 'Know how an incident is reported, and what happens then' },
  { id: 'walk', group: 'inside', text: 'Walk round: exits, stores, rest room, lockers' },
  { id: 'emergency', group: 'inside', text: 'Find the emergency trolley, and try the equipment out' },
  { id: 'guidelines', group: 'inside', text: 'Find the guidelines, and the time kept free for learning' },
  { id: 'breather', group: 'inside', text: 'Know where to eat, to rest and to be left in peace' },
  {
    id: 'neighbours',
    group: 'outside',
    text: 'Visit a department that patients come from, and one they go to',
  },
  { id: 'services', group: 'outside', text: 'Know the services outside: community team, social care, labs' },
  { id: 'families', group: 'outside', text: 'Know how relatives reach the team, and who tells them what' },
]

const residency: readonly OrientationPoint[] = [
  { id: 'manager', group: 'who', text: 'Meet the nurse manager and the charge nurses' },
  { id: 'team', group: 'who', text: 'Know who is on the unit in a shift, and what each of them does' },
  { id: 'ask', group: 'who', text: 'Know whom to ask: pharmacy, respiratory therapy, educator' },
  { id: 'cohort', group: 'who', text: 'Meet the other residents of your cohort' },
  { id: 'schedule', group: 'how', text: 'Read the schedule, trade a shift and call out as it is done here' },
  { id: 'report', group: 'how', text: 'Go through one bedside report together' },
  { id: 'worse', group: 'how', text: 'Call a rapid response once in a drill, or talk it through' },
  { id: 'records', group: 'how', text: 'Log in to the record, and chart one shift together' },
  { id: 'medicines', group: 'how', text: 'Take medicines out of the cabinet together, with all its checks' },
  { id: 'incident', group: 'how', text: 'Know how a safety event is reported, and what happens then' },
  { id: 'walk', group: 'inside', text: 'Walk the unit: exits, supply room, break room, lockers' },
  { id: 'emergency', group: 'inside', text: 'Find the crash cart, and try the equipment out' },
  { id: 'policies', group: 'inside', text: 'Find the policies, and the days of the residency' },
  { id: 'breather', group: 'inside', text: 'Know where to eat, to rest and to be left in peace' },
  { id: 'neighbours', group: 'outside', text: 'Visit a unit that patients come from, and one they go to' },
  { id: 'services', group: 'outside', text: 'Know case management, home health and the clinics' },
  { id: 'families', group: 'outside', text: 'Know how families reach the unit, and who tells them what' },
]

const usual: Readonly<Record<ProgramType, readonly OrientationPoint[]>> = {
  career: [],
  'preceptorship-core': preceptorship,
  'preceptorship-gold': preceptorship,
  residency,
  peer: [],
}
