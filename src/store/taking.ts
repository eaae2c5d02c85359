/** How many rows are taken at once, and who is told which, before anything of them is opened. */
export interface Taking {
  readonly limit: number
  readonly took: (ids: readonly string[]) => void
}
