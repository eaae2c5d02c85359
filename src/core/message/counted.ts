const number = new Intl.NumberFormat('en-GB')

/** How many, with the noun that fits: `1 pair`, `9,990 pairs`. `many`: where it is more than an s. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${number.format(count)} ${count === 1 ? one : many}`
}
