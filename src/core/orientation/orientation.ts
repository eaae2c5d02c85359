import { type OrientationGroup, type OrientationPoint, orientationGroups } from '../program/orientation.ts'

/** A point with whether the two have ticked it off. */
export interface ListedPoint extends OrientationPoint {
  readonly isDone: boolean
}

interface ListedGroup {
  readonly group: OrientationGroup
  readonly points: readonly ListedPoint[]
}

/** The list as it stands: groups without a point are left out, ticks of points that the program has no more do not count. */
export interface OrientationList {
  readonly groups: readonly ListedGroup[]
  readonly done: number
  readonly total: number
}

export function listOf(points: readonly OrientationPoint[], ticked: ReadonlySet<string>): OrientationList {
  const listed = points.map((point) => ({ ...point, isDone: ticked.has(point.id) }))
  const groups = orientationGroups.map((group) => ({
    group,
    points: listed.filter((point) => point.group === group),
  }))
  return {
    groups: groups.filter((one) => one.points.length > 0),
    done: listed.filter(({ isDone }) => isDone).length,
    total: listed.length,
  }
}

export function isFinished({ done, total }: OrientationList): boolean {
  return total > 0 && done === total
}

/**
 * What somebody changed on a form: only what they ticked or took back themselves, so that a tick that the other set
 * meanwhile stays. `shown`: what was ticked when the form was opened.
 */
export function changesIn(
  shown: readonly string[],
  chosen: readonly string[],
): { readonly ticked: readonly string[]; readonly takenBack: readonly string[] } {
  return {
    ticked: chosen.filter((id) => !shown.includes(id)),
    takenBack: shown.filter((id) => !chosen.includes(id)),
  }
}
