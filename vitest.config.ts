import { defineConfig } from 'vitest/config'
import { CountReporter } from './test/support/count-reporter.ts'

export default defineConfig({
  test: {
    reporters: ['default', new CountReporter()],
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/compiled-code.ts', 'test/support/database-server.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
