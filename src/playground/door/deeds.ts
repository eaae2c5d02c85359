import { describeFault } from '../../fault.ts'
import { type Listener, reply } from '../../http/server.ts'
import type { Deed, DeedAnswer, PersonDeed, VisitorDeed } from '../wire.ts'
import type { Behind } from './behind.ts'
import { refusalOfContent } from './deed-content.ts'
import { deedSchema } from './deed-schema.ts'
import { refuse } from './guard.ts'
import { jsonBody } from './json-body.ts'
import { createLanes } from './lanes.ts'
import { doInSlack } from './slack-deeds.ts'
import { accountOf } from './states.ts'
import { doInTeams } from './teams-deeds.ts'
import { unknownAccount } from './unknown.ts'
import { doAsVisitor } from './visitor-deeds.ts'

interface Around {
  /** Undefined while none is there. */
  readonly hospital: () => Behind | undefined
  /** Something may have changed by a deed. */
  readonly changed: () => void
  readonly reset: (to: 'demonstration' | 'nothing') => Promise<void>
}

/**
 * Does what a page asks for, through the platforms' own doors: 200 with what became of it, also where its content was
 * refused; 400 for what is no deed at all. One after the other for each account.
 */
export function answerDeeds(around: Around): Listener {
  const lanes = createLanes()
  let resetting = false

  async function carryOut(deed: Exclude<Deed, { deed: 'reset' }>): Promise<DeedAnswer> {
    const refusal = refusalOfContent(deed)
    if (refusal !== undefined) return refused(refusal)
    const hospital = around.hospital()
    if (hospital === undefined) return refused(notThere)
    const work = () => {
      if (around.hospital() !== hospital) return Promise.resolve(refused(notThere))
      return attempt(hospital, deed)
    }
    return (
      (await lanes.enter(laneOf(deed), work)) ??
      refused('One at a time: the last ones are still on their way.')
    )
  }

  async function attempt(hospital: Behind, deed: Exclude<Deed, { deed: 'reset' }>): Promise<DeedAnswer> {
    try {
      return await (isOfPerson(deed) ? doAsPerson(hospital, deed) : doAsVisitor(hospital, deed))
    } catch (error) {
      hospital.running.world.log.error({ err: error, deed: deed.deed }, 'a deed of the playground failed')
      return refused(describeFault(error))
    } finally {
      around.changed()
    }
  }

  /** The answer goes first: the server that gives it ends with the life that is reset. */
  function reset(to: 'demonstration' | 'nothing'): DeedAnswer {
    if (resetting) return refused('The hospital is beginning anew already: one moment.')
    const log = around.hospital()?.running.world.log
    resetting = true
    setImmediate(() => {
      around
        .reset(to)
        .catch((error: unknown) => log?.error({ err: error }, 'the playground could not be reset'))
        .finally(() => {
          resetting = false
        })
    })
    return { ok: true, said: 'The hospital begins anew.' }
  }

  return async (request, response) => {
    const body = await jsonBody(request)
    if (!body.ok) return refuse(response, body.status, body.reason)
    const { data: deed } = deedSchema.safeParse(body.value)
    if (deed === undefined) return refuse(response, 400, 'The playground does not know this deed.')
    const answer = deed.deed === 'reset' ? reset(deed.to) : await carryOut(deed)
    reply(response, 200, { ...answer })
  }
}

const notThere = 'The hospital is just starting: try again in a moment.'

function refused(reason: string): DeedAnswer {
  return { ok: false, reason }
}

async function doAsPerson(hospital: Behind, deed: PersonDeed): Promise<DeedAnswer> {
  const refusal = unknownAccount(hospital, deed.who)
  if (refusal) return refusal
  const { platform, user } = accountOf(deed.who)
  const { slack, teams } = hospital.stage
  return platform === 'slack' ? await doInSlack(slack, user, deed) : await doInTeams(teams, user, deed)
}

function isOfPerson(deed: Deed): deed is PersonDeed {
  return 'who' in deed && deed.deed !== 'gone'
}

/** What a visitor brings goes one at a time; the clock, and whatever is switched, waits for nobody. */
function laneOf(deed: PersonDeed | VisitorDeed): string {
  if (isOfPerson(deed)) return deed.who
  const brings = deed.deed === 'pair' || deed.deed.startsWith('bring-')
  return brings ? 'bring' : `visitor ${deed.deed}`
}
