import type { AccountKey, Someone } from '../../wire.ts'

export interface Group {
  readonly title: 'Coordinators' | 'Pairs' | 'Everybody else'
  /** Who belongs together stands together: each an account alone, or those of a pair. */
  readonly clusters: readonly (readonly Someone[])[]
}

/** Coordinators first, then the pairs, each next to each other, then the others; empty groups are left out. */
export function groupPeople(people: readonly Someone[]): readonly Group[] {
  const others = people.filter(({ coordinates }) => !coordinates)
  const paired = others.filter(({ pairedWith }) => pairedWith.length > 0)
  const groups: readonly Group[] = [
    { title: 'Coordinators', clusters: people.filter(({ coordinates }) => coordinates).map(alone) },
    { title: 'Pairs', clusters: clustersOf(paired) },
    {
      title: 'Everybody else',
      clusters: others.filter(({ pairedWith }) => pairedWith.length === 0).map(alone),
    },
  ]
  return groups.filter(({ clusters }) => clusters.length > 0)
}

function alone(someone: Someone): readonly Someone[] {
  return [someone]
}

function clustersOf(paired: readonly Someone[]): readonly (readonly Someone[])[] {
  const byKey = new Map(paired.map((someone) => [someone.key, someone]))
  const placed = new Set<AccountKey>()
  return paired.flatMap((someone) => {
    if (placed.has(someone.key)) return []
    return [gather(someone, { byKey, placed })]
  })
}

interface Gathering {
  readonly byKey: ReadonlyMap<AccountKey, Someone>
  readonly placed: Set<AccountKey>
}

/** Everybody who is reached from one to the next: a mentor of three makes four. */
function gather(first: Someone, { byKey, placed }: Gathering): readonly Someone[] {
  const cluster: Someone[] = []
  const waiting = [first]
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (placed.has(next.key)) continue
    placed.add(next.key)
    cluster.push(next)
    waiting.push(...next.pairedWith.flatMap((key) => byKey.get(key) ?? []))
  }
  return cluster
}

/** As many as a page can show at once; `hidden`: how many more there are. */
export function firstOf(
  groups: readonly Group[],
  most: number,
): { readonly groups: readonly Group[]; readonly hidden: number } {
  let room = most
  let hidden = 0
  const cut = groups.map(({ title, clusters }) => {
    const fitting = clusters.filter((cluster) => {
      room -= cluster.length
      if (room < 0) hidden += cluster.length
      return room >= 0
    })
    return { title, clusters: fitting }
  })
  return { groups: cut.filter(({ clusters }) => clusters.length > 0), hidden }
}

/** Those in whose name or line each word stands, whatever the case and the accents. */
export function searchPeople(people: readonly Someone[], wanted: string): readonly Someone[] {
  const words = plain(wanted).split(/\s+/).filter(Boolean)
  if (words.length === 0) return people
  return people.filter(({ name, line, key }) => {
    const text = plain(`${name} ${line} ${key.slice(0, key.indexOf(':'))}`)
    return words.every((word) => text.includes(word))
  })
}

const UNDECOMPOSED: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', ı: 'i' }

function plain(text: string): string {
  return text
    .slice(0, 500)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[łøđßæı]/g, (letter) => UNDECOMPOSED[letter] ?? letter)
}
