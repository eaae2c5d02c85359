import type { Command } from 'commander'

export function addServe(rounds: Command): void {
  rounds
    .command('serve')
    .description('run Rounds, as npm start does')
    .action(async () => {
      const { main } = await import('../main.ts')
      await main()
    })
}
