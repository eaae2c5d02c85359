/** The value where it is an object, else an empty one. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

/** What stands at this path of a JSON value, undefined where there is nothing. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce((inner, key) => record(inner)[key], value)
}

/** The list at this path of a JSON value, empty where there is none. */
export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = at(value, ...path)
  return Array.isArray(found) ? found : []
}
