import { Command, CommanderError } from 'commander'
import { describeFault } from '../fault.ts'
import { addCatalogue } from './catalogue.ts'
import { addDigest } from './digest.ts'
import { addDoctor } from './doctor.ts'
import { addDue } from './due.ts'
import { addLater } from './later.ts'
import { addManifest } from './manifest.ts'
import { addMatch } from './match.ts'
import { addMigrate } from './migrate.ts'
import { addPair } from './pair.ts'
import { addPeople } from './people.ts'
import { addProgram } from './program.ts'
import { addExport, addForget } from './record.ts'
import { addServe } from './serve.ts'

const wrongUsage = 2

/** What a command needs is loaded when it runs, so that `--help` answers at once. */
function commandLine(): Command {
  const rounds = new Command('rounds')
    .description('Rounds, a mentoring bot for hospitals in Slack and Microsoft Teams')
    .exitOverride()
    .showHelpAfterError('(--help tells more)')
    .helpCommand(false)
    // `match` and `match solve` both have an option --scores: each its own.
    .enablePositionalOptions()
  const add = [
    addServe,
    addMigrate,
    addProgram,
    addPeople,
    addPair,
    addMatch,
    addDue,
    addDigest,
    addCatalogue,
    addExport,
    addForget,
    addManifest,
    addDoctor,
    addLater,
  ]
  for (const command of add) command(rounds)
  return rounds
}

/** Runs `rounds` with these words, says what comes of it, and sets the exit code. */
export async function runCommandLine(words: readonly string[]): Promise<void> {
  try {
    await commandLine().parseAsync(words, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : wrongUsage
    } else {
      process.stderr.write(`${describeFault(error)}\n`)
      process.exitCode = 1
    }
  }
}
