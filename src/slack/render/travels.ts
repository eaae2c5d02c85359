/** Whether an identifier can go through Slack and come back as it is; cut or cleaned, it would name something else. */
export function travels(identifier: string, max: number): boolean {
  return identifier.trim() !== '' && identifier.length <= max && identifier.isWellFormed()
}
