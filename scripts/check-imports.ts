// Runs dependency-cruiser and fails also when it saw no modules: under a compiler it does not know
// it cruises nothing and reports success.
import { spawnSync } from 'node:child_process'

const { status, stdout } = spawnSync(
  process.execPath,
  [
    'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    '--config',
    '.dependency-cruiser.mjs',
    'src',
    'test',
  ],
  { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
)
process.stdout.write(stdout)
const cruised = Number(/(\d+) modules/.exec(stdout)?.[1] ?? 0)
if (cruised === 0) process.stderr.write('dependency-cruiser cruised no modules: its rules were not checked\n')
process.exitCode = cruised === 0 ? 1 : (status ?? 1)
