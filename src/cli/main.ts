// `npm run -s rounds -- …`
import { keepCompiledCode } from '../compile-cache.ts'

keepCompiledCode()
// Only now, so that its compiled code is kept as well.
const { runCommandLine } = await import('./command-line.ts')
await runCommandLine(process.argv.slice(2))
