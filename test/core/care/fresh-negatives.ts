import { each, fill, grouped, type JudgedText, judge, nhsNumbers } from './fresh-corpus.ts'

/** Grouped 3-3-4 and passing the NHS check, as one in eleven American telephone numbers is. */
const LIKE_NHS = nhsNumbers(617_555_013, 1_000_003, 60)

const UK_PHONES = each(`
07700 900123 | 07700900456 | 07700 900 789 | +44 7700 900123 | +447700900321 | 0044 7700 900123
020 7946 0018 | 02079460018 | (020) 7946 0345 | +44 20 7946 0958 | +44 (0)20 7946 0777 | 0113 496 0123
0131 496 0888 | 01632 960123 | 01632-960-456 | 0161 4960 111 | 028 9649 6012 | 029 2018 0555 | 0800 555 0111
0300 123 4567 | 111 | 999 | 0845 46 47
`)
const US_PHONES = each(`
617-555-0134 | (212) 555-0187 | +1 617 555 0134 | 1-800-555-0199 | 617.555.0171 | (415) 555-0142
+1 (312) 555-0110 | 1 212 555 0155 | +16175550134 | (646)555-0198 | 917-555-0107 | 1.305.555.0166
303 555 0122 | 555-0134 | 6175550100
`)
const SAID_PHONES = LIKE_NHS.flatMap((number, at) => {
  const dashed = grouped(number, '-')
  const spaced = grouped(number, ' ')
  const bracketed = `(${number.slice(0, 3)}) ${number.slice(3, 6)}-${number.slice(6)}`

  return [dashed, spaced, bracketed, `+1 ${spaced}`, `+1-${dashed}`, `1-${dashed}`].slice(
    at % 6,
    (at % 6) + 1,
  )
})
const PHONE_TEXTS = each(`
call me on % | My mobile is % | ring % after eight | text % if you run late | phone: % | Tel. % | cell %
You can reach me at % (cell) | Call % and ask for the education office | The switchboard is %
my number is %, call any evening | phone number % for the library | WhatsApp % | fax %
Bookings by phone on % | dial % ext. 4471 | Occupational health: tel % | Helpline %
`)

const SMALL = ['4471', '2093', '0118', '7655', '60213', '1234', '889', '5501', '3017', '24680']
const SMALL_TEXTS = each(`
bleep % | Bleep me on % | pager % | page % for the med reg | ext % | ext. % | extension % | x%
fast bleep % | dect phone % | door code %# | room % | Room L% | Lecture theatre %, level 2 | locker %
bay 4, locker % | asset tag % | PO box % | version % of the policy | the bus % from the station
`)

const STAFF_IDS = each(`
20481122 | 1029384 | 88201934 | E204418 | 00819273 | 7301142 | 55219070 | 9812347 | 4471902 | 31415926
`)
const STAFF_TEXTS = each(`
staff id % | Staff number: % | staff no. % | payroll number % | my payroll no is % | employee ID %
Employee # % | assignment number % | ESR number % | GMC % | GMC number: % | GMC no. % | NPI %
license number % | RN license # % | licence no. % | smartcard % | badge number % | badge % | Datix %
Datix number % | incident number % | Incident ref % | INC% | ticket % | IT ticket #% | helpdesk call %
order number % | Order no: % | PO % | invoice % | requisition number % | vacancy ref % | job reference %
course code % | student number % | cost centre % | meeting ID: % | Zoom % | Teams meeting id % passcode abc
study number % | IRAS % | serial number % | lot number % | batch no. % | pump serial no %
union membership number % | RCN member number % | parking permit % | library card %
`)
const CODES = each(`
NMC PIN 18A0432E | NMC pin: 09I2345S | my PIN is 21C1187W | HCPC PH104482 | HCPC number PA33871
HCPC no. OT 71120 | DEA AB1234563 | DEA number BS9876543 | NPI 1234567893 | NPI: 1093817465
NPI number 1548273312 | GPhC 2071234 | GDC 104482 | state license RN2345678 | WHO form 4471-B
ORCID 0000-0002-1825-0097 | ISBN 978-0-323-08989-2 | ISBN 0-7020-4760-X | ISBN 9780702077081
ISBN-10 0198702345 | doi 10.1136/bmj.m4471 | PMID 31415926 | PMID: 30482012 | NG51 | CG103 and NG253
NCT04472013 | EudraCT 2019-001234-28 | sort code 20-44-71 | account 20-44-71 12345678 | Unit 4B, Ward 12
bed 12 on ward 7 | Bay C bed 3 | Building 44, Room 3.017 | Theatre 11 | OR 14 | Level 2, Block C | ICU bed 9
4 West, bed 22 | Tower 5 North | LS9 7TF | SE1 7EH | SW17 0QT | Boston MA 02114 | 02115-1234 | 10016-4744
ZIP 77030 | eircode D08 NHY1 | https://nhs.example/learn?id=9434765919x | https://rounds.example/p/4471902
www.england.nhs.example/2024/03/12 | anna.brown12@nhs.example | a.patient.listener@example.org
patient.experience@trust.example | ICD-10 I21.9 | CPT 99213 | OPCS W37.1 | SNOMED 22298006
T 37.4 P 88 BP 120/80 | NEWS2 7 at 02:15 | GCS 14/15 | K+ 5.9, Na 128, Hb 71 | troponin 14 then 880
lactate 4.1 | CRP 212 WCC 18.4 | platelets 88 | HbA1c 48 mmol/mol | INR 2.5 | pH 7.21 pCO2 8.9 BE -6.2
eGFR 34 | 5 mg in 50 ml at 3 ml/h | 1 g IV qds | 0.9% saline 1000 ml | heparin 5000 units
40 units of insulin | £27,055 to £32,934 | $48,500.00 | $1,250 | €120 | 12.5% | 98 % | 110% occupancy
28 beds, 31 bodies | bed state 412/418 | 1:8 ratio | 37.5 hours | 22.5 hrs | Band 5 to band 6 | AfC 6 | PGY2
1st, 2nd and 3rd shifts | 2 x 12.5 h | 4,471,902 appointments | 1 234 567 people | a trust of 18,000
the 2019/20 report | IP 10.20.30.40 | v2026.11.3 | #4471
`)

const DATES = each(`
12/03/2026 | 3/12/26 | 12.03.2026 | 2026-03-12 | 12 March 2026 | March 12, 2026 | 12th March | 12 Mar 26
1/2 | Mon 14/9 | 19/11/1998 | 01/09/1987
`)
const DATE_TEXTS = each(`
Appraisal on % | appraisal due % | revalidation date % | ALS course % | rota from % | I start nights on %
on call % | next meeting % | qualified % | registered since % | started here on % | annual leave from %
deadline % | Exam date: % | mandatory training expires % | date of joining % | date of incident %
date of admission audit: % | Ward opened % | date: % | Due date % for the audit
`)
const TIMES = each(`
07:30–20:00 | 0730-2000 | 19.30 | 7am to 3pm | 7a-7p | 12:15 | half past six | 07:00 on 12/03 | 2000h
23:59:59
`)
const TIME_TEXTS = ['shift %', 'long day %', 'handover at %', 'I am free %', 'night shift % then off']

const TEAMS = each(`
Experience | Safety | Flow | Liaison | Advice and Liaison Service | Transport | Access | Advocate | Services
Relations | Care Technician | Care Assistant | Financial Services | Placement | Registration | Navigator
Engagement | Education | Information | Pathway | Choice | Records | Blood Management | Handling | Mobility
Observer | Sitter | Dining | Quality | Involvement | Representative | Partnership | Logistics | Throughput
Outcomes | Feedback | Ombudsman | Discharge | Administration | Contact Centre
`)
const TEAM_TEXTS = each(`
Patient % Lead | I work as a Patient % Coordinator | Head of Patient % | Patient % team
Patient % Manager Anna Brown | my mentor is from patient % | Goal: shadow the Patient % Team
PATIENT % OFFICE | Meet Patient % Officer Tunde Bakare on Tuesday | Deputy Director, Patient %
`)

const STAFF_NAMES = each(`
Grace | Sarah | Tom | Omar | Priya | Anna | Chidi | Mei | José | Aoife | Dr Singh | Sister Adeyemi
Nurse Amina | Mrs Hughes | Will | Mark | May | Faith | Joy | Prof. Lindqvist | Kwame | Fatima | Dr. O’Neill
Sr. Maria Santos | Charge Nurse Bello
`)
const STAFF_NEAR_PATIENT = each(`
my mentor % was patient | % was so patient with me | be patient, % | Thanks for being patient, %!
Thank you for being so patient. % helped too | patient and % | a tricky patient. % showed me how to listen
I told the patient that % would come back | a patient asked % for help | the patient thanked % and me
with the patient, I watched % explain the plan | % and the patient laughed | the patient from %’s clinic
I am not patient; % is | Is the patient ready? % asked me twice | stay patient — % says it gets easier
more patient than % | as patient as % | patient with % | the patient saw % first
I discussed the patient with % | Patient safety lead % came to teaching | Patient flow: % covers nights
the patient, % and I made a plan | a patient told % about it | the patient’s consultant, %, was kind
one patient, two nurses, and % on the phone | patients like % because she listens | % is a patient listener
I need to become patient, like %
`)

const AFTER_PATIENT = each(`
will be moved tomorrow | may decline | Will Be Moved | May Say No | Comes First | Always Comes First
care is why I stay | centred care | Centred Care | -centered rounds | -facing roles | numbers are up
lists are long | load today was 9 | count 28 | A and patient B | X | 1 of 3 | no. 3 on the list | UK leaflet
education in English | who speaks Somali | Monday, discharge Tuesday | in ICU | on Nightingale Ward
at St Thomas | on CPAP | with COPD | with Parkinson’s disease | with Down syndrome | needing MRI
under Cardiology | from Poland | of mine | handover | Handover: A Guide | Stories | Voices Day
Group Directions | Reported Outcome Measures | Participation Group | Initiated Follow Up
Safety Incident Response Framework | Safety Day | Priority Programme | First programme | Portal | App
Record | Knows Best | falls | Falls Audit | Dignity | And Public Involvement | & Family Advisory Council
And Carer Race Equality Framework | Zero | acuity | Acuity Tool | turnover | Satisfaction Survey
complaints | confidentiality | Confidentiality Policy | Identifiable Data | Rights | Consent | Leaflets
Wristbands | ID Bands | Notes | Mix | Teaching | Communication | Moving and Handling | Group 2 | Tower
Entrance | Line | Monitors | Lifts | Meals | Property | Hotel | Lounge | Activity Coordinator | Led Rounds
Specific Directions | Controlled Analgesia | listening | people make good mentors | enough | but firm
and kind | though tired | is a virtue | I was not
`)
const BEFORE_PATIENT = each(`
Patient % | the patient % | I learned this: patient % | My goal: Patient % | Every Patient % – notes
`)

const MENTORING = each(`
I want to feel confident leading a ward round by June | Could we talk about how to say no to extra shifts?
Thank you for staying late with me | My goal is to pass the OSCE at the first try
I felt stupid when the consultant asked me in front of everyone | Let’s meet in the canteen at 12:15
Apply for the band 6 post in theatres | Read the sepsis guideline before the next meeting
I cried in the sluice and nobody noticed | Ask Amina about the leadership course
My mentor is called Grace Mensah and she is wonderful | Shadow Dr Patel in clinic
Introduce me to Sister Julie Hart please | I was born in Lagos and trained in Leeds
I was born for this job | My birthday is 12 March | date of birth of the new unit | Born leaders are rare
I do not know my hospital number yet | Where do I find the MRN on the screen?
Never write an NHS number here | The SSN field confused me | We practised asking for name and date of birth
Checking DOB and MRN before transfusion | MRN and wristband must match | two identifiers: name, DOB
Social security was on the news | Hospital at Home starts in 2027 | Hospital 2 has better parking
Number 10 and the hospital | St Mary’s Hospital, 4471 beds? | Is the NHS number of vacancies 40,000?
NHS 75 celebrations | NHS 111 call handling | NHS England 2024/25 priorities | NHS jobs ref 180-24-4471
NHSmail 2 | The NHS has 1.4 million staff | Record numbers of nurses left in 2023
a record number of applicants, 1200 | the chart shows 1400 falls | unit 7 and unit 9 merge
Unit 12 has 24 beds | the number of patients was 31 on 4 wards | patients: 28, nurses: 4
the hospital, number 3 in the league | hospital number one priority is sleep
I looked after 12 patients on my own | Patients Association conference | Patients Know Best training
In-patient Unit | Outpatient Anna Ward | inpatient Psychiatry | Impatient Tom again
Our out-patient Clinic 4 | Being Patient With Yourself | HOW TO STAY PATIENT ON NIGHTS
Patient. Kind. Honest. | Patient, kind, and honest | Kind and patient Mentor wanted | A patient Mentor
a very patient Sister taught me | The most patient Consultant I know | the patient Nurse Practitioner role
As a patient Teacher, she excels | Patient Mentors Needed | patient Mentoring works
I saw a patient Tuesday | We had a patient Christmas Eve | No patient January to March
patient Friday on call
`)
const MENTORING_ENDS = ['', '.', ' :)', ' What do you think?', ' — thanks']

const FAILING = LIKE_NHS.map((number) => `${number.slice(0, 9)}${(Number(number.slice(9)) + 3) % 10}`)

/** Texts that point to no patient. */
export const FRESH_NEGATIVES: readonly JudgedText[] = judge(
  [
    ...fill(PHONE_TEXTS, UK_PHONES, 8),
    ...fill(PHONE_TEXTS, US_PHONES, 6),
    ...fill(PHONE_TEXTS, SAID_PHONES, 5),
    ...UK_PHONES,
    ...US_PHONES,
    ...fill(SMALL_TEXTS, SMALL, 5),
    ...fill(STAFF_TEXTS, STAFF_IDS, 5),
    ...CODES,
    ...fill(['see %', 'I noted %, then went home', 'Patient safety: %'], CODES, 12),
    ...fill(DATE_TEXTS, DATES, 5),
    ...fill(TIME_TEXTS, TIMES, 6),
    ...fill(TEAM_TEXTS, TEAMS, 12),
    ...fill(STAFF_NEAR_PATIENT, STAFF_NAMES, 8),
    ...fill(BEFORE_PATIENT, AFTER_PATIENT, 25),
    ...MENTORING.flatMap((text) => MENTORING_ENDS.slice(0, 2).map((end) => text + end)),
    ...fill(['%', 'my reference %', 'about % or so'], FAILING, 10),
  ],
  'pass',
)
