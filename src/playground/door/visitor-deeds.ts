import type { Brought } from '../hospital/hospital.ts'
import type { AccountKey, DeedAnswer, VisitorDeed } from '../wire.ts'
import type { Behind } from './behind.ts'
import { unknownAccount } from './unknown.ts'

/** What whoever sits before the page does to the hospital: its clock, its platforms, its people. */
export async function doAsVisitor(
  hospital: Behind,
  deed: Exclude<VisitorDeed, { deed: 'reset' }>,
): Promise<DeedAnswer> {
  switch (deed.deed) {
    case 'clock':
      return moved(await hospital.advance({ by: deed.by }))
    case 'clock-to':
      return moved(await hospital.advance({ at: deed.at }))
    case 'alive':
      hospital.setAlive(deed.on)
      return done
    case 'fault':
      hospital.setFault(deed.platform, deed.fault)
      return done
    case 'gone':
      return await setGone(hospital, deed.who, deed.gone)
    case 'bring-program':
      return brought(await hospital.bringProgram(Buffer.from(deed.base64, 'base64')))
    case 'bring-people':
      return brought(await hospital.bringPeople(deed.program, Buffer.from(deed.base64, 'base64')))
    case 'pair':
      return brought(await hospital.pair(deed.program, deed.mentor, deed.mentee))
  }
}

const done: DeedAnswer = { ok: true }

function moved(refusal: string | undefined): DeedAnswer {
  return refusal === undefined ? done : { ok: false, reason: refusal }
}

function brought(result: Brought): DeedAnswer {
  return result
}

async function setGone(hospital: Behind, who: AccountKey, gone: boolean): Promise<DeedAnswer> {
  const refusal = unknownAccount(hospital, who)
  if (refusal) return refusal
  await hospital.setGone(who, gone)
  return done
}
