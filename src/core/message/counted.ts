/** How many, with the noun that fits: `1 pair`, `3 pairs`. `many`: where it is more than an s. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
