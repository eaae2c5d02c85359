/**
 * One line of a CSV with commas. What a spreadsheet would take for a formula gets an apostrophe, which `readCsv` takes
 * off again.
 */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(cellOf).join(',')}\n`
}

function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = /^'*[=+\-@]/.test(value) ? `'${value}` : value
  return /[",;\n\r]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
