const PREFIX = 'rounds.slack.'
const memory = new Map<string, string>()

/** What was kept under this name while this tab has been open, also over a reload; undefined when there is nothing. */
export function readKept(name: string): unknown {
  const written = readWritten(PREFIX + name)
  if (written === undefined) return undefined
  try {
    return JSON.parse(written)
  } catch {
    return undefined
  }
}

/** Keeps a value; undefined forgets it. */
export function keep(name: string, value: unknown): void {
  const key = PREFIX + name
  const written = value === undefined ? undefined : JSON.stringify(value)
  if (written === undefined) memory.delete(key)
  else memory.set(key, written)
  try {
    if (written === undefined) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, written)
  } catch {
    // Full or forbidden: it is kept until the page is left.
  }
}

/** Forgets everything whose name begins with `start`, except these names. */
export function forgetOthers(start: string, except: ReadonlySet<string>): void {
  for (const name of names()) {
    if (name.startsWith(start) && !except.has(name)) keep(name, undefined)
  }
}

function readWritten(key: string): string | undefined {
  const held = memory.get(key)
  if (held !== undefined) return held
  try {
    return sessionStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

function names(): string[] {
  const keys = new Set(memory.keys())
  try {
    for (let index = 0; index < sessionStorage.length; index += 1) keys.add(sessionStorage.key(index) ?? '')
  } catch {
    // Forbidden: there is only what is held.
  }
  return [...keys].filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length))
}
