import type { Command } from 'commander'
import { tell } from './answer.ts'

/** Commands of later releases: they answer, and stay out of help. */
const later = ['org', 'report', 'keys', 'backup', 'restore', 'retention']

export function addLater(rounds: Command): void {
  for (const name of later) {
    rounds
      .command(name, { hidden: true })
      .helpOption(false)
      .argument('[words...]')
      .allowUnknownOption()
      .action(() => tell({ refused: [`${name}: not available yet`] }, {}))
  }
}
