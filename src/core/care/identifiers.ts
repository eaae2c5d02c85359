import { findBirthDates } from './birth-date.ts'
import type { Finding } from './finding.ts'
import { fold } from './fold.ts'
import { findNhsNumbers } from './nhs-number.ts'
import { findPatientNames } from './patient-name.ts'
import { findRecordNumbers } from './record-number.ts'
import { rightSlips } from './slips.ts'
import { findSocialSecurityNumbers } from './social-security.ts'

/** A text with this many is refused whatever else stands in it; hostile input costs no more. */
const ENOUGH = 10
const SEARCHES = [
  findNhsNumbers,
  findRecordNumbers,
  findSocialSecurityNumbers,
  findBirthDates,
  findPatientNames,
]

/**
 * What in a text points to a patient, each once, the certain ones first. Finds through full-width digits, exotic
 * spaces and invisible characters. Numbers of staff, telephones and books are left alone.
 */
export function findIdentifiers(text: string): Finding[] {
  const folded = rightSlips(fold(text))
  const found = new Map<string, Finding>()
  let refusals = 0
  for (const search of SEARCHES) {
    for (const finding of search(folded)) {
      const key = `${finding.verdict} ${finding.kind} ${finding.masked}`
      if (finding.verdict === 'refuse' && !found.has(key)) refusals += 1
      found.set(key, finding)
      if (refusals >= ENOUGH) return refusalsFirst(found)
    }
  }
  return refusalsFirst(found)
}

function refusalsFirst(found: ReadonlyMap<string, Finding>): Finding[] {
  const all = [...found.values()]
  const refused = all.filter((finding) => finding.verdict === 'refuse')
  const known = new Set(refused.map((finding) => finding.masked))
  const asked = all.filter((finding) => finding.verdict === 'ask' && !known.has(finding.masked))
  return [...refused, ...asked]
}
