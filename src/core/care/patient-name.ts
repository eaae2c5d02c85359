import type { Finding } from './finding.ts'
import { maskName } from './mask.ts'
import { PERSON_NAMES } from './person-names.ts'

const LINK =
  '(?:,? (?:named|called|name|known as|name is|is called|is named|by the name of|whose name (?:is|was)))?'
const PATIENT = new RegExp(
  `(?<![\\p{L}\\p{N}-]|(?<!\\p{L})(?:be|been|being|am|so|very|more|too|stay|really|quite|always) )(?:patients?|pts?\\.?)(?:'s name)?${LINK}[:,]?(?: is)?(?: -)? ?[("']?(?<next>(?<= |[("':])(?:\\p{L}[\\p{L}'’.-]*)(?:,? \\p{L}[\\p{L}'’.-]*){0,2})`,
  'giu',
)
const TITLED = /^(?:mr|mrs|ms|miss|mx|master)\.? (?<name>\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’-]+)?)/iu
const INITIAL = /^\p{Lu}{1,2}$/u
const NAME_WORD = /^(?:\p{Lu}[\p{L}'’-]*\p{Ll}|\p{Lu}{3,}|\p{Lu}(?:['’]|Mc|Mac)?\p{Lu}\p{Ll}+)$/u

/** Words that stand with a capital after "patient" and name a role, a service, a document or a day. */
const NO_NAME: ReadonlySet<string> = new Set(
  (
    'access accident accounting activity acuity admin administration administrator admission admissions advice advisory ' +
    'advocacy advocate advocates affairs aid allocation ambassador and app appointment appointments assessment assessments ' +
    'assistant assistants at aware bed blood board booking bookings buddy campaign care carer carers case catering centred ' +
    'centre centered centric champion champions charter choice clinic clinical coach collaborative comfort committee ' +
    'communication community companion complaints confidentiality connect contact coordination coordinator council ' +
    'counsellor day deterioration development dignity direct director directions discharge education educator engagement ' +
    'entertainment environment enablement experience experiences facing falls family feedback first flow focus follow ' +
    'forum gateway group groups handling handover handovers harm health home hoist hub identification identity ' +
    'improvement incident inclusion information initiated insight insights intake interviews involvement journey ' +
    'knows lead leadership leads learning led level liaison library line list lists logistics lounge management manager ' +
    'managers manual mealtime measures medication meeting monitoring movement moving navigation navigator navigators ' +
    'network nurse nurses nutrition observation observations officer ombudsman online operations outcome outcomes ' +
    'outreach panel participation partner partners partnership partnerships passport pathway pathways placement platform ' +
    'policy portal practice procedure program programme project property protection public quality records recovery ' +
    'referral registration relations relationship relationships report reported reporting representative representatives ' +
    'research response rights risk rounds safety satisfaction scheduler scheduling screening secretary self service ' +
    'services simulation social specialist stories story strategy support survey surveys team teams technology theatre ' +
    'therapy track tracker tracking trainer training transfer transfers transport transporter transportation travel ' +
    'treatment triage trust unit update user video virtual visit visits voice voices voluntary volunteer volunteers ward ' +
    'watch week welfare wellbeing ' +
    'association conference consent form forms record system systems product products tissue viability rehab chart ' +
    'charts notes note letter letters leaflet leaflets guide guidelines guideline audit audits toolkit tool tools data ' +
    'database file files index score scores scale hygiene pressure wound cancer stroke diabetes dementia palliative ' +
    'cardiac renal respiratory surgical medical mental maternity paediatric pediatric neonatal emergency critical ' +
    'intensive acute plan plans planning oncology pharmacy radiology study leader leaders chaperone rehabilitation ' +
    'national local regional international royal general centre equipment products waiting times time area areas zone ' +
    'early warning controlled own drug drugs device devices monitor monitors upgrade supply supplies trial trials lift ' +
    'sitter observer accounts financial finance bank call bell alarm meal meals menu diary diaries hotel hostel kitchen ' +
    'laundry linen gown gowns wristband wristbands label labels barcode scanner pump pumps shower toilet garden chapel ' +
    'chaplaincy spiritual wheelchair falls fall sepsis covid flu vaccine vaccination hand hands hour hours weekly daily ' +
    'monthly annual global world summer winter spring autumn week end life long term short new old open free high low ' +
    'red amber green blue black white yellow one two three zero big small full half last next best right left ' +
    'january february march april may june july august september october november december monday tuesday wednesday ' +
    'thursday friday saturday sunday mon tue wed thu fri sat sun ' +
    'hca hcas rn rns sn cna cnas np md sho registrar student students staff charge midwife midwives physio physiotherapist ' +
    'therapist pharmacist radiographer paramedic porter porters band grade shift bay side room floor building site ' +
    'nhs epic cerner datix ecg ekg mri xray icu itu hdu cqc nice nmc gmc rcn hcpc psirf news ews sbar pals ppi ppg pgd ' +
    'pgds vip covid er ed ae uk us usa england wales scotland london christmas easter ' +
    'a an i we he she they it you my our the this that these those when what who how why if in on of to for from with by as ' +
    'but or so then there here was were is are has had have will would could should can did does do not no yes also ' +
    'today yesterday tomorrow tonight after before during because while until since great good thanks thank dr ' +
    'doctor sister matron prof professor consultant mentor mentee reviewed died needed asked told said came went about'
  ).split(' '),
)

/** "patient" followed by a person's name: with a title, a known given name, or two capitalised words of no role. */
export function* findPatientNames(text: string): Generator<Finding> {
  for (const match of text.matchAll(PATIENT)) {
    const name = nameAtStart(match.groups)
    if (name !== undefined) yield { kind: 'patient-name', verdict: 'refuse', masked: maskName(name) }
  }
}

function nameAtStart({ next = '' }: Readonly<Record<string, string>> = {}): string | undefined {
  const { name: titled } = TITLED.exec(next)?.groups ?? {}
  if (titled !== undefined) return titled
  const words = next.split(/,? /u).slice(0, 2).map(bareWord)
  const [first = '', second = ''] = words
  if (isNoName(first)) return undefined
  const secondIsName = NAME_WORD.test(second) && !isNoName(second)
  if (PERSON_NAMES.has(first.toLowerCase())) return secondIsName ? `${first} ${second}` : first
  return (NAME_WORD.test(first) || INITIAL.test(first)) && secondIsName ? `${first} ${second}` : undefined
}

function bareWord(word: string): string {
  return word.replace(/['’]s$|['’.-]+$/u, '')
}

const NOUN_ENDING = /(?:tion|sion|ment|ity|ology|ness|ance|ics|ship|able|ware|ical)s?$/iu

function isNoName(word: string): boolean {
  return NOUN_ENDING.test(word) || word.split('-').some((part) => NO_NAME.has(part.toLowerCase()))
}
