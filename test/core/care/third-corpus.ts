import { each, fill, grouped, type JudgedText, judge, nhsNumbers } from './fresh-corpus.ts'

/** Written after the guard was mended by the second: at the first try 97.5% were noticed, and 1.5% of the others held up. */
const NUMBERS = nhsNumbers(708_133_901, 3_377_221, 40)
const GROUPED = NUMBERS.map((number, at) => grouped(number, [' ', '-'][at % 2] ?? ' '))

const NAMES = each(`
Eilidh Ferguson | Dafydd Pritchard | Caoimhe Brady | Barnaby Wetherall | Philippa Cholmondeley
Ignatius Mwale | Chipo Mutasa | Temwa Phiri | Adjoa Asante | Babajide Sanusi | Nkemdilim Obiora
Habib Diallo | Ayaan Warsame | Rahima Khatun | Shahnaz Akhtar | Venkatesh Iyer | Gurmeet Sahota
Lakshan Wijesinghe | Tshering Dolma | Aung Kyaw | Somchai Rattanakul | Nguyễn Văn Hùng | Lim Boon Keng
Cheung Siu Fong | Wang Xiuying | Takumi Ishikawa | Choi Eun-ji | Jhon Paulo Bautista | Tevita Fonua
Bruno Schäfer | Ulrike Baumgartner | Åsa Öberg | Joost de Vries | Chiara Dall’Oglio | Ilias Konstantinou
Emine Çelik | Radka Dvořáková | Szymon Zieliński | Gheorghe Dumitrescu | Aliaksandr Lukashevich
Shoshana Ben-David | Yousef Al Khatib | Marisol Quintanilla | Thiago de Souza | LaToya Washington
DeShawn Harris | Winona Begaye | Kekoa Kealoha | Peggy Ann Miller | Earl Thibodeaux
`)
const NAME_TEXTS = each(`
Patient % | I was with patient % when the alarm went | The patient (%) has nobody
Patient %, 67, chest pain | one patient, %, wrote me a card | patient named % refused me | Patient Name: %
patient %'s wife | my patient % and I got on | why did patient % fall?
`)
const SINGLES = each(`
my patient Eilidh was brave | when patient Dafydd died | saw patient Chipo twice
the patient Gurmeet taught me to listen | Patient Doreen cried | I lied to patient Arthur
our patient Caoimhe has gone home | a patient called Barnaby made me laugh | patient Walter!
patient Shahnaz, who had a stroke | Patient Mr Fonua | the patient Mrs Baumgartner hit her call bell
patient Ms Quintanilla | my patient mr iyer | patient Miss Öberg | patient Mrs White | Patient Mr. Young
patient Mr Bell’s notes | patient (Mr Ishikawa) | patient, Mrs Dumitrescu, fell | patient E. Çelik
patient D J Harris | patient Harris D | patient HARRIS, DeShawn | patient rahima khatun | patient arthur
patient walter jones was kind | my patient shahnaz akhtar | i had patient doreen hill | patient miller
patient Rose Begaye | patient Will Harris | patient Joy Asante
`)
const OTHERS = each(`
MRN 7710029 | mrn: 0099182 | MRN#: 5528-1190 | The mrn I wrote was 8819023 | MRN = A8819023
hospital number 774410 | Hospital No.: 0081123 | Hosp no W771204 | hospital number was H 882013
hospital ID number 5510293 for bed 3 | medical record number is 88190231 | Medical Record No 44-19-02
patient ID 661920 | patient ID# 661920 | Patient Number 90182231 | chart no. 771203 | Case note no. 551920
MRN is on the board: 6629103 | his MRN, 7719023, was missing | 5510293 was his MRN
MRN for that lady 8810293 | MR# 7718203 | MR number 6619203 | SSN 288-41-9037 | SSN: 288419037
ssn # 541 22 9008 | Social Security # 119-40-7732 | social security number: 663-18-2045 | SS# 402-19-8831
477-20-1946 | I typed 258-90-4417 into the chat | Her social is 601-18-3327 | SSN was 515-33-2020
DOB 5/9/1944 | DOB: 05.09.44 | dob 5th Sept 1944 | D.O.B. 1944-09-05 | date of birth 5 September 1944
date of birth: Sept. 5, 1944 | DOB is 09/05/1944 | her dob was 5-9-44 | birth date 9/5/44 | DOB(05/09/1944)
Date of Birth: 5 Sep 1944 | she was born on 5 September 1944 | the lady born 05/09/1944 | DOB 05 09 1944
Born: 05/09/1944
`)

export const THIRD_POSITIVES: readonly JudgedText[] = [
  ...judge(
    fill(
      ['I keep seeing % in my head', 'bed 9: %', 'Form for % lost', '[%]', 'was % right to complain?'],
      GROUPED,
      6,
    ),
    'refuse',
  ),
  ...judge(
    fill(
      ['NHS number %', 'nhs no.: %', 'NHS # %', 'With NHS number % written on my glove', 'His NHS number? %'],
      [...NUMBERS, ...GROUPED].reverse(),
      5,
    ),
    'refuse',
  ),
  ...judge(fill(NAME_TEXTS, NAMES, 5), 'refuse'),
  ...judge([...SINGLES, ...OTHERS], 'refuse'),
  ...judge(fill(['it was %', '% maybe', 'Saw % on the list'], NUMBERS, 4), 'ask'),
]

const UNLUCKY = nhsNumbers(415_220_118, 6_100_043, 30).map((number, at) =>
  at % 2 === 0 ? grouped(number, '-') : `(${number.slice(0, 3)}) ${number.slice(3, 6)}-${number.slice(6)}`,
)
const PHONES = each(`
07400 123456 | 0044 7400 123456 | 020 8123 4567 | 0118 496 0100 | (01223) 496011 | +44 1223 496011
312-555-0173 | (312) 555-0173 | +1 (312) 555-0173 | 312.555.0173 | 1-312-555-0173 | x4419 | 0800 555 111
`)
const IDS = ['77120', '8819023', '00412', '601928', '20260931', '4471120']
const TEAMS = each(`
Safety | Experience | Flow | Access | Advocacy | Liaison | Transport | Relations | Services | Care
Pathways | Information | Quality | Education | Voice | Journey | Logistics | Admissions | Support
Engagement | Handling | Outcomes | Discharge | Choice | Scheduling
`)
const STAFF = each(`
Eilidh | Dr Iyer | Sister Brady | Babajide | Joy | Mr Pritchard | Nurse Kim | Will | Yousef | Prof Asante
`)
const ORDINARY = each(`
Comes Before Paper | Shoes | Diaries | Gowns Project | Laundry | Kitchen | Wi-Fi | Wristband | Buzzer
Chairs | Slippers | Pillows | Televisions | Trolley | Hospitality | Garden | Library | Radio | Magazine
Podcast | Council Chair | Partner Council | Ombudsman | Charter Mark | Rights Act | fell | was lovely
is worse | said no | had died by Monday | on Ward 7 | at Addenbrooke’s | from Glasgow | in Theatre 3
with Crohn’s | on Warfarin | for MRI | after CABG | via Epic | who spoke Gaelic | May 2026 | Wednesday
A, B and C | Q3 survey | of Dr Iyer’s | whom Eilidh knew | Eid party | Diwali lunch | New Year | Sunday
`)

export const THIRD_NEGATIVES: readonly JudgedText[] = judge(
  [
    ...fill(
      each(`
Call me: % | my mobile’s % | text % | ring me at home, % | Cell: % | phone % for a chat
call switchboard, % | my mentor’s phone is % | Tel: % | ward telephone %
`),
      [...UNLUCKY, ...PHONES],
      7,
    ),
    ...PHONES,
    ...fill(
      each(`
bleep % | pager % | Staff no % | staff number % | payroll no. % | Datix % | incident % | ticket no %
order % | GMC no % | NPI number % | RN licence % | license #% | badge % | room % | extension % | course %
invoice #% | my assignment number is % | helpdesk ref % | locker % | IRAS ID % | Trust job ref %
policy no. % | PO-% | employee number: % | vacancy % | asset no %
`),
      IDS,
      3,
    ),
    ...fill(
      each(`
Patient % Lead | our Patient % team | patient % nurse | Join the Patient % Committee
Head of Patient %, Eilidh Ferguson | PATIENT % SERVICE
`),
      TEAMS,
      12,
    ),
    ...fill(['Patient %', 'the patient %', 'each patient % counts'], ORDINARY, 35),
    ...fill(
      each(`
% is patient | be patient with % | please be patient, % | patient; % was not | the patient rang % at home
a patient. % cried | the patient and % hugged | % calmed the patient | a patient whom % treated
the patient said % was kind | patient safety: % | patient, I think, is what % is | I showed the patient to %
patient care with % | Patient flow lead % starts Monday | she was patient, % less so
`),
      STAFF,
      6,
    ),
    ...each(`
rota 04/05/27–10/05/27 | appraisal 5/9/27 | ALS 05.09.2027 | qualified 5 Sept 2011 | I was born in 1980
born and bred in Hull | My twins were born on 5 May 2026 | ISBN 9781444341461 | ISBN 978-1-4443-4146-1
NMC PIN 11B0419E | HCPC PH99120 | DEA MK4419028 | CB2 0QQ | M13 9WL | IL 60612-3833 | Hb 71 K 6.1 | CRP 301
£41,659 | $101,000 | 87% | 32/30 beds | 40 mg od | 1.2 g tds | 0700-1500 | 12,400,100 visits
https://x.example/8819023 | e.f@trust.example | a record number of 120000 people waited
hospital number two is nearer | NHS number one fan | the MRN field | SSN is asked too often | DOB check
Hospital 5, floor 3 | Unit 12 rota | MRN 2 people mixed up | NHS Band 5 2026 | my hospital ID badge
`),
  ],
  'pass',
)
