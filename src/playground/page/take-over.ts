/**
 * What was told anew, made of the very parts that were told before wherever they are equal: so only what has changed is
 * drawn again. Both are JSON. Gives `before` itself where nothing has changed.
 */
export function takeOver<Told>(before: Told | undefined, told: Told): Told {
  return merge(before, told) as Told
}

function merge(before: unknown, told: unknown): unknown {
  if (Object.is(before, told)) return before
  if (Array.isArray(before) && Array.isArray(told)) return mergeLists(before, told)
  if (isRecord(before) && isRecord(told)) return mergeRecords(before, told)
  return told
}

/** In place, so that a long list costs nothing: what was parsed from an event belongs to nobody else. */
function mergeLists(before: readonly unknown[], told: unknown[]): readonly unknown[] {
  let same = before.length === told.length
  for (const [index, part] of told.entries()) {
    told[index] = merge(before[index], part)
    same &&= told[index] === before[index]
  }
  return same ? before : told
}

function mergeRecords(before: Record<string, unknown>, told: Record<string, unknown>): unknown {
  const names = Object.keys(told)
  let same = names.length === Object.keys(before).length
  for (const name of names) {
    told[name] = merge(before[name], told[name])
    same &&= Object.hasOwn(before, name) && told[name] === before[name]
  }
  return same ? before : told
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
