// Writes the Prisma client into src/store/generated. Prisma's command line would first download a
// schema engine that generating does not use; hospitals block such downloads, so it is pointed at a
// file that exists and is never run.
import { spawnSync } from 'node:child_process'

const { status } = spawnSync(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
})
process.exitCode = status ?? 1
