import { nhsNumberFrom } from './corpus.ts'

/** What the guard ought to say about a text of a corpus that was written without looking at the guard. */
export interface JudgedText {
  readonly text: string
  readonly expected: 'refuse' | 'ask' | 'pass'
}

/** Every template with its `%` replaced by the values in turn: each template meets `times` of them. */
export function fill(templates: readonly string[], values: readonly string[], times: number): string[] {
  return templates.flatMap((template, place) =>
    Array.from({ length: times }, (_, round) => {
      const value = values[(place * times + round) % values.length] ?? ''

      return template.replace('%', () => value)
    }),
  )
}

/** Texts written one after another with bars or line ends between. */
export function each(texts: string): string[] {
  return texts.trim().split(/\s*[|\n]\s*/u)
}

export function judge(texts: readonly string[], expected: JudgedText['expected']): JudgedText[] {
  return texts.map((text) => ({ text, expected }))
}

/** Ten-digit numbers that pass the NHS check, spread over the range in use. */
export function nhsNumbers(first: number, step: number, count: number): string[] {
  const found: string[] = []
  for (let nine = first; found.length < count; nine += step) {
    const number = nhsNumberFrom(String(nine))
    if (number !== undefined) {
      found.push(number)
    }
  }

  return found
}

export function grouped(number: string, between: string): string {
  return [number.slice(0, 3), number.slice(3, 6), number.slice(6)].join(between)
}

const BARE = nhsNumbers(401_827_364, 7_318_507, 70)
const SPACED = BARE.map((number) => grouped(number, ' '))
const DASHED = BARE.map((number) => grouped(number, '-'))
const DOTTED = BARE.map((number) => grouped(number, '.'))

const NHS_GROUPED = [
  'Saw % today and froze when she asked about her scan',
  '%',
  'my challenge: % keeps missing clinic, what would you do?',
  'Reflecting on % (fall on the stairs).',
  'Discharge letter for % went out late, I felt awful',
  'The lady in bed 4, %, taught me a lot about listening',
  'Goal: follow up % by Friday',
  '"%" was the one I told you about',
  'notes/%/bloods',
  'I wrote % on the wrong form.\nWhat should I do next time?',
]

const NHS_LABELLED = each(`
NHS number % | NHS No: % | nhs no. % came in again | NHS# % | her NHS number is % | NHS Number - %
Nhs num % if you want to look him up | the NHS number (%) was mistyped by me | NHS ID % | NHS:%
`)

const RECORDS = each(`
4471902 | 00819273 | K204418 | 1029384 | RX882013 | 55-21-907 | D0044219 | 730 1142 | 98123477 | E1204499
`)

const RECORD_LABELS = each(`
MRN % | MRN: % | mrn % again tonight | MRN# % | MRN #% | The MRN was % I think
Pt with MRN=% pulled her line | M.R.N. % | Medical record number % had two drug charts
medical record no. % | Med Rec # % | Hospital number % | hospital no. % | Hosp No: % | hosp. number %
Hospital Number is % | his hospital number's % | Hospital # % | patient ID % | Patient number: %
patient no. % | chart number % | Medical Record #: %
I still think about hospital number %, could I have done more?
`)

const SOCIAL = ['219-09-4471', '077-05-1342', '457-61-5460', '512-84-1907', '301-22-9043', '623-17-8840']
const SOCIAL_TEXTS = each(`
SSN % | ssn: % | SSN# % | Social security number % | her social security # is % | Social %
registered under % | He gave me his SSN (%) and I did not know where to put it
`)
const SOCIAL_SPACED = SOCIAL.map((number) => number.replaceAll('-', ' '))
const SOCIAL_BARE = SOCIAL.map((number) => number.replaceAll('-', ''))

const BIRTHS = each(`
12/03/1948 | 3/12/48 | 12.03.1948 | 12-03-1948 | 1948-03-12 | 12 March 1948 | March 12, 1948
12th March 1948 | 12 Mar 48 | Mar 12 1948 | 12MAR1948 | 12-Mar-1948
`)
const BIRTH_LABELS = each(`
DOB % | DOB: % | dob % came in with chest pain | D.O.B. % | d.o.b % | Date of birth % | date of birth: %
her date of birth is % | Date of Birth (%) | birth date % | birthdate: % | DoB - %
The man born on % never got his call back
`)

const FULL_NAMES = each(`
John Smith | Mary O’Connor | Siobhan O'Leary | Angus MacLeod | Gwen ap Rhys | Priya Raghunathan
Mohammed Al-Hashimi | Chukwuemeka Eze | Abena Owusu-Ansah | Li Wei | Kim Min-jun | Haruto Yamaguchi
Nguyễn Thị Lan | José Luis García | João da Silva | Giulia De Luca | Nikos Papadopoulos | Ayşe Yıldız
Dmitri Volkov | Zofia Wójcik | Rivka Goldstein | Maricel Dela Cruz | Farhad Mohammadi | Ioana Popescu
László Kovács | Hodan Abdi | Tariq Mahmood | Gurpreet Kaur | Shanice Campbell | Thandiwe Ndlovu
Aroha Ngata | Sven Lindqvist | Anneke van den Berg | Tyrone Jackson | Ming-Na Chen | Fatima bint Yusuf
`)
const FULL_NAME_TEXTS = each(`
patient % | Patient: % | I looked after patient % last night | My patient % refused the cannula
The patient, %, asked for a chaplain. | patient (%) fell | We lost patient %. I have not slept since
patient called % shouted at me | a patient named % thanked me | patient %'s family complained
Patient - % - needed an interpreter | patient name: % | the patient's name was %
`)

const SURNAMES = each(`
Jones | Okonkwo | Patel | Nguyen | Hernández | Kowalczyk | Ahmed | Chowdhury | McAllister | Park | Ferrari
Ibrahim | Tanaka | D'Souza | Novak | Brown | Wang | Haddad | Mbeki | Schmidt
`)
const TITLED_TEXTS = each(`
patient Mr % | Patient Mrs. % cried | my patient Ms % wants to go home | patient Miss %
the patient Mr. % would not let me in | patient mr % again | Patient Mrs %’s daughter rang | patient J. %
patient A K % | Patient R.T. % was moved | patient Dr %, a retired GP, corrected me
my patient, Mrs %, died on Sunday
`)

const FIRST_NAMES = each(`
Mary | Mohammed | Agnieszka | Chidi | Lakshmi | Wei | Carlos | Fatima | Declan | Yuki | Olga | Kwame | Ahmed
Bronwen | Sunita | Hassan | Doris | Tomasz | Guadalupe | Jamal
`)
const FIRST_NAME_TEXTS = each(`
patient % was upset with me | I think my patient % needs more time | Our patient % said thank you!
patient % (bed 7) taught me patience | When patient % arrested, I did not know what to do
`)

const LOWER_NAMES = each(`
john smith | mary jones | mohammed khan | priya patel | maria garcia | wei chen | fatima ali | david brown
siobhan kelly | jose martinez | aisha hussain | peter taylor | chloe evans | ahmed hassan | linda johnson
tom walker
`)
const LOWER_TEXTS = ['patient % fell', 'my patient % is going home', 'i saw patient % today', 'patient %']

const UPPER_NAMES = ['SMITH, John', 'SMITH John', 'JOHN SMITH', 'Smith, J.', 'OKAFOR, Ngozi', 'MARIA LOPEZ']

/** Texts with something of a patient in them, and numbers that have to be asked about. */
export const FRESH_POSITIVES: readonly JudgedText[] = [
  ...judge(fill(NHS_GROUPED, [...SPACED, ...DASHED.slice(10, 40), ...DOTTED.slice(50)], 6), 'refuse'),
  ...judge(fill(NHS_LABELLED, [...BARE, ...SPACED, ...DASHED], 6), 'refuse'),
  ...judge(fill(RECORD_LABELS, RECORDS, 4), 'refuse'),
  ...judge(fill(SOCIAL_TEXTS, SOCIAL, 3), 'refuse'),
  ...judge(fill(SOCIAL_TEXTS.slice(0, 5), [...SOCIAL_SPACED, ...SOCIAL_BARE], 3), 'refuse'),
  ...judge(fill(BIRTH_LABELS, BIRTHS, 5), 'refuse'),
  ...judge(fill(FULL_NAME_TEXTS, FULL_NAMES, 8), 'refuse'),
  ...judge(fill(TITLED_TEXTS, SURNAMES, 5), 'refuse'),
  ...judge(fill(FIRST_NAME_TEXTS, FIRST_NAMES, 4), 'refuse'),
  ...judge(fill(LOWER_TEXTS, LOWER_NAMES, 4), 'refuse'),
  ...judge(fill(['patient %', 'Patient % was moved'], UPPER_NAMES, 6), 'refuse'),
  ...judge(
    fill(['%', 'about % again', 'I mistyped % twice', 'see % please', 'I typed %.'], BARE.slice(20), 5),
    'ask',
  ),
]
