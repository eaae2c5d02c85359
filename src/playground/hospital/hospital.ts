import type { Running } from '../../serve.ts'
import type {
  AccountKey,
  ClockState,
  Fault,
  Happening,
  HospitalState,
  Platform,
  ProgramLine,
  Someone,
} from '../wire.ts'
import type { Stage } from './stage.ts'

/** One life of the hospital: its platforms, its clock, the bot that serves it, and what happened. */
export interface Hospital {
  /** Another after a reset, the same after a restart. */
  readonly run: string
  readonly stage: Stage
  readonly running: Running
  people(): readonly Someone[]
  programs(): readonly ProgramLine[]
  /** Messages in the outbox that have not been sent yet. */
  waiting(): number
  faults(): HospitalState['faults']
  clock(): ClockState
  /** Only ever grows within a run. */
  readonly timeline: readonly Happening[]
  /** Calls `listener` whenever something of the above, or a message, has changed, until the returned function is called. */
  watch(listener: () => void): () => void
  /** Moves on. Resolves once the clock has arrived: undefined, or a reason where it was refused. */
  advance(to: Advance): Promise<string | undefined>
  /** Whether people who are on no page live their own lives. */
  setAlive(on: boolean): void
  setFault(platform: Platform, fault: Fault | 'none'): void
  /** The account is deactivated (Slack) or blocks the bot (Teams); or is back. */
  setGone(who: AccountKey, gone: boolean): Promise<void>
  bringProgram(file: Buffer): Promise<Brought>
  /** Into the program of this slug. */
  bringPeople(program: string, file: Buffer): Promise<Brought>
  /** Two of a program, each by e-mail address or name. */
  pair(program: string, mentor: string, mentee: string): Promise<Brought>
  /** People on an open page are played by whoever sits there; the others live their own lives. */
  playedBy(watched: () => ReadonlySet<AccountKey>): void
}

/** How far: by a span of the hospital's calendar, to what is due next, or to an instant (ISO 8601). */
export type Advance = { readonly by: 'hour' | 'day' | 'week' | 'next' } | { readonly at: string }

/** What became of something that a visitor brought; a refusal leaves everything as it was. */
export type Brought =
  | { readonly ok: true; readonly said: string }
  | { readonly ok: false; readonly reason: string; readonly problems?: readonly string[] }
