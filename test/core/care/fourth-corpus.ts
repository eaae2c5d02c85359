import { each, fill, grouped, type JudgedText, judge, nhsNumbers } from './fresh-corpus.ts'

/** Written after the guard was mended by the third: at the first try 98.6% were noticed, and none of the others held up. */
const NUMBERS = nhsNumbers(453_019_286, 9_771_233, 40)
const GROUPED = NUMBERS.map((number, at) => grouped(number, [' ', '-', ' '][at % 3] ?? ' '))

const NAMED = each(`
patient Rhiannon Beddoes | Patient Fionnuala Breathnach | patient Hamish Galbraith | the patient Ffion Prosser was calm | patient Cuthbert Blenkinsop | Patient Araminta Fotheringay fell | my patient Oluwadara Fashola | patient Chinonso Umeh | patient Efua Quartey asked for water | patient, Lindiwe Khumalo, cried
patient Tapiwa Chirwa | patient named Fartun Geedi | Patient: Nimco Jama | patient (Zeinab Elhassan) | patient Hamza Bouzid's son | patient Leila Benali again | Patient Yacine Cherif | patient Parveen Bashir | Patient Abdul Mannan Talukder | patient Sumathi Natarajan | the patient is Harinder Bhogal | patient called Kiranjot Mangat
patient Dinesh Rajapaksa | patient Pasang Lhamo | Patient Thiri Aye | patient Niran Suwan | patient Đặng Thị Hương | patient Teoh Hui Min | patient Ho Ka-shing | patient Sun Jianhua | patient Hitomi Nakagawa | Patient Bae Soo-jin refused | patient Rizalino Magsaysay | patient Sefina Tuilagi | patient Hinemoa Tamihana
patient Matthias Köhler | patient Annelore Pfeiffer | patient Tore Haugen | patient Åke Nyström | patient Wouter van Dijk | patient Fabrizio Esposito | patient Despina Karagianni | patient Kemal Özdemir | patient Ludmila Černá | patient Bożena Wiśniewska | patient Viorel Stoica | patient Ferenc Szűcs | patient Natallia Kavaliova | patient Menucha Feldman
patient Consuelo Villalobos | patient Adão Teixeira | Patient Latrice Broussard | patient Jebediah Crowe | patient Kai Nakoa | patient Mary Beth Sullivan | patient Ruby-Mae Tucker | patient Tyrese Grant | patient William St. Clair | patient Sinéad McGuinness | patient Iain MacGillivray | patient Mr Sithebe | Patient Mrs Blenkinsop-Hart | patient Ms Feldman
my patient Mr. Stoica is deaf | the patient Miss Prosser | patient mr khumalo | patient mrs o'dowd | patient MRS BENALI | patient Mr Hill-Jones | patient Mrs Black | patient Mrs Wood and I | Our patient, Mr Crowe, died | patient L. Broussard | patient T.K. Umeh | patient G Prosser | Patient Köhler, M. | patient HAUGEN, Tore | patient Haugen T
my patient Rhiannon has gone | when patient Hamish cried I left | I told patient Lindiwe off | our patient Ferenc is lonely | patient Zeinab needed me | I fed patient Hitomi | patient Harold | Patient Winifred said I was kind | a patient called Kemal hit me | patient Beryl's cat | my patient Ruby | patient Vera? | patient Frank kept falling | patient Ethel (89)
patient harold | patient william green | my patient beryl is dying | saw patient parveen bashir | patient mohamed ali | patient kevin o'dowd | patient ethel jones wept | lost patient leila | patient susan miller | patient jean taylor has cancer
`)
const REST = each(`
MRN 6610392 | mrn#5509182 | MRN: A-550918 | The MRN on it was 00771829 | MRN 12-88-03 | her mrn: 991827 | MRNs: 771829, 771830 | Hospital number 661203 | Hosp. no: B5510392 | hospital no is X104928 | hospital # 5510928 | HOSPITAL NUMBER: 0099182 | medical record number 4410-2291 | Medical Record Number 990182 | med. rec. no. 55102
patient ID 550918 | Patient ID no. 4419280 | Patient Number: 771029 | Pt number 881920 | chart #66102 | Chart no: 770192 | casenote number 5510293 | 5510928 is the MRN | 00918273 (hospital number) | with MRN ending 551092 | medical records number 881029
SSN 318-40-2291 | SSN - 318402291 | ssn 318 40 2291 | Social Security Number: 544-17-9920 | social security no 544179920 | SS number 207-33-1180 | 136-28-9904 | on the form: 136-28-9904 | his social security number is 136-28-9904 | SSN(422-60-3318) | Soc. Sec. No. 422-60-3318
DOB 17/06/1957 | DOB: 17.6.57 | dob=17-06-1957 | D.O.B. 17 June 1957 | Date of birth: 17th of June 1957 | date of birth June 17 1957 | DOB June 17, 1957 | her DOB (17/06/57) was wrong | date of birth is 06/17/1957 | Birth date 17 Jun 1957 | birthdate 06-17-57 | DOB 1957/06/17 | 17/06/1957 was his date of birth | the gentleman was born 17/06/1957 | DOB 17.06.1957 allergic to penicillin
`)
export const FOURTH_POSITIVES: readonly JudgedText[] = [
  ...judge(
    fill(
      each(
        'Why did % die? | % – complaint | Learning from % on nights | two falls, both % | (%) | What to write to %?',
      ),
      GROUPED,
      4,
    ),
    'refuse',
  ),
  ...judge(
    fill(
      each(
        'NHS number % | NHS no % | NHS num: % | nhs number was % | NHS Number (%) please | % (NHS number)',
      ),
      [...GROUPED, ...NUMBERS].reverse(),
      4,
    ),
    'refuse',
  ),
  ...judge([...NAMED, ...REST], 'refuse'),
  ...judge(fill(each('% ? | who is % | I copied % from the screen'), NUMBERS, 3), 'ask'),
]

const UNLUCKY = nhsNumbers(206_884_310, 4_400_057, 24).map((number) => grouped(number, '-'))
const PHONES = each(`
07975 777666 | +44 7975 777666 | 0115 496 0321 | (0117) 496 0654 | 020 3123 9876 | +44 20 3123 9876 | (503) 555-0119 | 503-555-0119 | +1 503 555 0119 | 503.555.0119 | 1-503-555-0119 | 0808 157 0192 | 01382 660111 ext 33445 | x33445
`)
const TEAMS = each(`
Experience | Safety | Flow | Liaison | Access | Advocacy | Transport | Relations | Services | Support | Navigation | Engagement | Involvement | Education | Pathway | Placement | Registration | Financial Services | Feedback | Safety and Quality | Partnerships | Reception | Bookings | Therapies | Wellbeing
`)
const STAFF = each(
  'Rhiannon | Dr Bhogal | Hamish | Sister Prosser | Nimco | Faith | Mr Haugen | Charge Nurse Umeh | April | Lindiwe',
)
const OTHER = each(`
Patient Safety Culture Week 2026 | Patient Experience Officer Hamish Galbraith | Patient Liaison Nurse Specialist | Patient Observation Policy | Patient Hand Hygiene | Patient Simulation Suite | Patient Menu Choices | Patient Care Technician II | Patient Care Manager, 5 West | Patient Business Services | Patient Access Representative | Patient Flow Matron Ffion Prosser | PATIENT SAFETY ALERT
Patient Rep Training | Patient Falls Champion | Patient Experience Midwife | Patient Service Associate | Patient Unit Coordinator | Patient Accounts Team | Patient Support Worker | Patient Pathway Navigator Leila | Patient Led Assessment | Patient Reported Outcomes | Patient Specific Goals | Patient Safety Fellow | Patient Safety Walkround | Patient Champion Award
The patient was kind | A Patient Is Not A Number | How Patient Should I Be? | The Patient In Front Of You | Patient Before Process | One Unhappy Patient | Patient Not Ready | Patient Asleep | Patient Refused | Patient Moved To Rehab | Patient Deteriorated Overnight | Patient Went Home | When Patient And Family Disagree | A Patient, A Person | Patient Or Customer | Best Patient Care | Great Patient Feedback | Impatient? Breathe
in-patient Physio | outpatient Hamish clinic | Inpatient Ward 9 | my patient list | 14 patients, 2 nurses | patients and Rhiannon | patients; Hamish too | the patient on Bevan Ward | a patient from Somalia | a patient in Resus | the patient with Type 2 | the patient by Window 3 | a patient on Tuesday | a patient Saturday night | patient B refused | Patient X in my essay | patient 7 | patient no. 4
I am more patient now | stay patient | Be patient, Hamish! | You were patient, thank you Rhiannon | was patient, Hamish said | be patient with Faith | as patient as Hamish | patient like Nimco | so patient, Lindiwe | patience, Leila | Hamish has been patient | patient listener Rhiannon | thanks for your patient help Hamish | my patient mentor Rhiannon | a patient teacher, Hamish | that patient colleague Nimco
Goal: mentor two students by May | I froze in the arrest | Could you look at my CV? | Thanks for today | Let us meet at 16:00 in the Costa | Revalidation due 31/10/2027 | ILS course 14.01.27 | shift 07:00-19:30 | rota 12/01–18/01 | off 24/12/26 to 02/01/27 | started 05/09/2022 | I was born in Accra | my son was born on 3 March 2026 | born in 1988 | NMC PIN 19K0021E | PIN 07L1199W | HCPC SL30219 | GPhC 2099182
DEA BH4471028 | NPI 1730188262 | license RN-551092 | ISBN 9780323672861 | ISBN-10: 0323672868 | ISBN 978-0-323-67286-1 | £33,706 | $78,500 | 3.5% | 62 % | Hb 83 | K 2.9 Mg 0.5 | lactate 7.1 | GTN 50 mg/50 ml | 1000 ml saline | 24 beds | 19/24 | G12 8QQ | NG7 2UH | PA 19104-4283 | OR 97239 | https://e.example/5510928/17-06-1957 | h.g@nhs.example | 10.0.0.21
MRN training | what is an MRN | the hospital number 3 bus | NHS number one | my SSN question for HR | DOB and name | record numbers, 4000 | unit number 4 | Hospital 7, level 3 | NHS 2030 | chart 12 | MRN 3 times wrong | Datix 551092 filed | a hospital, number 12 on the list | social security office | birth dates of projects
`)
export const FOURTH_NEGATIVES: readonly JudgedText[] = judge(
  [
    ...fill(
      each(
        'call % | mobile: % | please phone % | ring % before 8 | text me on % | my cell number is % | tel % | the ward’s phone is % | call the education team on % | contact %',
      ),
      [...UNLUCKY, ...PHONES],
      8,
    ),
    ...fill(
      each(
        'bleep % | pager % | staff ID % | staff no. % | payroll number: % | employee ID: % | Datix no % | incident no. % | ticket # % | order no. % | GMC: % | badge no % | room % | ext % | learner number % | asset % | serial no. % | job ref % | requisition % | room code % | personal number % | course no %',
      ),
      each('66102 | 5510928 | 00331 | 772910 | 20261103'),
      4,
    ),
    ...fill(
      each(
        'Patient % Manager | the Patient % office | Shadow patient % | Patient % – notes from Hamish | Associate Director of Patient % | patient % lead Rhiannon Beddoes',
      ),
      TEAMS,
      12,
    ),
    ...fill(
      each(
        'the patient and % | the patient asked for % | patient; % left | is patient, says % | my patient saw % | Patient safety – % | be patient, % | a patient told me % was kind | the patient’s nurse was % | I took the patient to %',
      ),
      STAFF,
      8,
    ),
    ...OTHER,
  ],
  'pass',
)
