/**
 * One sentence about a failure that nobody expected. Messages of databases and platforms quote what they were given,
 * secrets among it: of those only the kind and the code are told. Our own errors, which are plain ones, say what to do.
 */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return 'Something went wrong, and nothing was left half done.'
  const code = 'code' in error ? String(error.code) : undefined
  if (code !== undefined && unreachable.has(code)) {
    return `The database does not answer (${code}): see that it runs, and that DATABASE_URL names it.`
  }
  if (code !== undefined && refusedByDatabase.has(code)) {
    return `The database refuses us (${code}): see user, password and name in DATABASE_URL.`
  }
  if (error.constructor === Error && code === undefined) return error.message
  return `Something went wrong (${[error.name, code].filter(Boolean).join(' ')}), and nothing was left half done.`
}

const unreachable = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'ETIMEDOUT',
  'ECONNRESET',
  'EAI_AGAIN',
  'EHOSTUNREACH',
])
// invalid_authorization_specification, invalid_password, invalid_catalog_name (PostgreSQL, appendix A).
const refusedByDatabase = new Set(['28000', '28P01', '3D000'])
