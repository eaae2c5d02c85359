import type { z } from 'zod'
import { type Orientation, type OrientationPoint, orientationGroups } from './orientation.ts'
import { address, choosing, list, mapping, oneOf, shortId, words } from './written.ts'

/** A group is one question of a form, whose options Slack takes by tens. */
const MOST_IN_A_GROUP = 10

const point = mapping({
  id: shortId,
  group: oneOf(orientationGroups),
  text: words(75),
  link: address.optional(),
  by: words(60).optional(),
}).transform(
  ({ link, by, ...rest }): OrientationPoint => ({ ...rest, ...(link && { link }), ...(by && { by }) }),
)

const points = list(point, MOST_IN_A_GROUP * orientationGroups.length).transform((read, context) => {
  read.forEach((one, index) => {
    const problem = clashOf(one, read.slice(0, index))
    if (problem) context.addIssue({ code: 'custom', path: [index], message: problem })
  })
  return read
})

function clashOf({ id, group }: OrientationPoint, earlier: readonly OrientationPoint[]): string | undefined {
  if (earlier.some((other) => other.id === id)) return `there is already a point with the id ${id}`
  const full = earlier.filter((other) => other.group === group).length >= MOST_IN_A_GROUP
  return full ? `a group holds at most ${MOST_IN_A_GROUP} points` : undefined
}

/** `default`, `none`, or the points themselves. */
export const orientation: z.ZodType<Orientation> = choosing<Orientation>((input) =>
  Array.isArray(input)
    ? points
    : oneOf(['default', 'none']).transform((word): Orientation => (word === 'none' ? [] : word)),
)
