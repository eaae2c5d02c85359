import { digestRefused, strangersInChannel } from '../../core/digest/channel-messages.ts'
import { channelDigest } from '../../core/digest/messages.ts'
import { nextDigest, slotNow } from '../../core/digest/slot.ts'
import { audit } from '../../store/audit.ts'
import {
  type DueDigest,
  dueDigests,
  lastPublished,
  publish,
  setNextDigest,
  takeDigest,
} from '../../store/digest.ts'
import { fingerprint } from '../../store/fingerprint.ts'
import { queue } from '../../store/outbox.ts'
import { programsById, type StoredProgram } from '../../store/programs.ts'
import type { Scope } from '../../store/scope.ts'
import { inOrganization, type World } from '../world.ts'
import { type ChannelVerdict, lookAtChannel } from './look-at-channel.ts'
import { readDigest } from './read-digest.ts'
import { tellCoordinators } from './tell-coordinators.ts'

/** What became of a due digest; `waiting`: the platform does not answer, the next beat tries again. */
export type Posted = 'posted' | 'refused' | 'too-late' | 'waiting' | 'not-due'

/** Posts the digest of every program for which it is due, once each, whoever else is at it. One that fails holds up no other. */
export async function postDigests(world: World, organizationId: string): Promise<void> {
  const due = await inOrganization(world, organizationId, dueDigests)
  for (const one of due) {
    try {
      await postDue(world, organizationId, one)
    } catch (cause) {
      world.log.error({ organizationId, programId: one.programId, err: cause }, 'a digest was not posted')
    }
  }
}

/** Posts one digest that is due. The channel is looked at before the transaction. */
export async function postDue(world: World, organizationId: string, due: DueDigest): Promise<Posted> {
  const [stored] = await inOrganization(world, organizationId, (scope) =>
    programsById(scope, [due.programId]),
  )
  if (!stored) return 'not-due'
  const late = slotNow(stored.program, { dueAt: due.dueAt, now: world.now() })
  const verdict = late.tooLate ? undefined : await lookAtChannel(world, organizationId, stored.program)
  if (verdict?.fit === 'unknown') return 'waiting'

  return inOrganization(world, organizationId, async (scope) => {
    if (!(await takeDigest(scope, due))) return 'not-due'
    await setNextDigest(scope, stored.id, nextDigest(stored.program, scope.now))
    if (!verdict) return skip(scope, stored, late.slot)
    if (!verdict.fit) return refuse(scope, stored, verdict)
    await nameStrangers(scope, stored, verdict)
    return post(scope, stored, { verdict, ...late })
  })
}

type Fit = Extract<ChannelVerdict, { fit: true }>

async function post(
  scope: Scope,
  stored: StoredProgram,
  { verdict, slot, expiresAt }: { verdict: Fit; slot: Temporal.Instant; expiresAt: Temporal.Instant },
): Promise<Posted> {
  const { id, program } = stored
  if (!program.digest) return 'not-due'
  const digest = await readDigest(scope, stored)
  const shows = verdict.strangers.accounts.length > 0 ? 'counts' : 'rows'
  await queue(scope, [
    {
      key: `digest:${id}:${slot}`,
      platform: program.digest.platform,
      to: { workspace: verdict.workspace, channel: program.digest.channel },
      kind: 'send',
      repeat: 'once',
      message: channelDigest(digest, shows),
      expiresAt,
    },
  ])
  await publish(scope, id, { slot, figures: digest.figures })
  await audit(scope, {
    actor: 'rounds',
    action: 'digest.post',
    subject: id,
    details: { slot: slot.toString(), shows },
  })
  return 'posted'
}

async function skip(scope: Scope, { id }: StoredProgram, slot: Temporal.Instant): Promise<Posted> {
  await audit(scope, {
    actor: 'rounds',
    action: 'digest.skip',
    subject: id,
    details: { slot: slot.toString() },
  })
  return 'too-late'
}

/** The coordinators are told once, and once more if the channel was fitting in between. */
async function refuse(
  scope: Scope,
  { id, program }: StoredProgram,
  verdict: Extract<ChannelVerdict, { fit: false }>,
): Promise<Posted> {
  const { digest } = program
  const { why, name } = verdict
  if (digest) {
    const last = await lastPublished(scope, id)
    const episode = fingerprint([digest.channel, why, last?.slot.toString() ?? ''])
    await tellCoordinators(scope, program, {
      key: `digest:refused:${id}:${episode}`,
      message: digestRefused({
        program,
        platform: digest.platform,
        why,
        ...(name !== undefined && { channel: name }),
      }),
    })
  }
  await audit(scope, { actor: 'rounds', action: 'digest.refuse', subject: id, details: { why } })
  return 'refused'
}

async function nameStrangers(
  scope: Scope,
  { id, program }: StoredProgram,
  { name, strangers }: Fit,
): Promise<void> {
  const { accounts, names, unknown } = strangers
  if (accounts.length === 0) return
  await tellCoordinators(scope, program, {
    key: `digest:members:${id}:${fingerprint(accounts)}`,
    message: strangersInChannel({ program: { id, name: program.name }, channel: name, names, unknown }),
  })
}
