import type { Reporter, TestModule } from 'vitest/node'

/** Says at the very end, alone on a line, how many tests passed and failed: for whoever reads only that. */
export class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    )
    const broken = modules.filter((module) => module.errors().length > 0).length + errors.length
    const failed = states.filter((state) => state === 'failed').length + broken
    const passed = states.filter((state) => state === 'passed').length
    process.on('exit', () => process.stdout.write(`${passed} passed, ${failed} failed\n`))
  }
}
