/** As many texts as that have names at most: each keeps some 30 kB in every connection. */
const most = 400
const mostParameters = 50

interface Statement {
  readonly sql: string
  readonly args: readonly unknown[]
}

/**
 * Gives each statement the name under which a connection keeps it prepared, so that the database reads and plans a text
 * once a connection instead of every time; '' is none. A text whose parameters are as many as its rows seldom comes
 * again. One that asks for all columns would be refused as soon as a migration of a newer release has added one.
 */
export function nameStatements(): (statement: Statement) => string {
  const names = new Map<string, string>()
  return ({ sql, args }) => {
    const known = names.get(sql)
    if (known !== undefined) return known
    if (names.size === most || args.length === 0 || args.length > mostParameters) return ''
    const name = asksForAllColumns(sql) ? '' : `rounds_${names.size}`
    names.set(sql, name)
    return name
  }
}

function asksForAllColumns(sql: string): boolean {
  return /(?<!count\()\*/i.test(sql)
}
