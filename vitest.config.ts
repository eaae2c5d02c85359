import { configDefaults, defineConfig } from 'vitest/config'
import { CountReporter } from './test/support/count-reporter.ts'

/**
 * Files that change nothing outside their own hospitals and values: they run one after another in a process that has
 * loaded the product already, which halves what they cost. What lends itself the process, or starts servers and
 * programs, has a process of its own.
 */
const together = ['core', 'app', 'files', 'teams', 'slack', 'playground/{page,slack,teams}'].map(
  (folder) => `test/${folder}/**/*.test.ts`,
)

// A machine under load answers late: what is waited for may take its time.
const patience = { testTimeout: 20_000, hookTimeout: 60_000, expect: { poll: { timeout: 10_000 } } }

export default defineConfig({
  test: {
    reporters: ['default', new CountReporter()],
    globalSetup: ['test/support/compiled-code.ts', 'test/support/database-server.ts'],
    maxWorkers: 2,
    projects: [
      { test: { ...patience, name: 'together', include: together, isolate: false } },
      {
        test: {
          ...patience,
          name: 'alone',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...together],
        },
      },
    ],
  },
})
