import { each, fill, grouped, type JudgedText, judge, nhsNumbers } from './fresh-corpus.ts'

/** Telephone numbers that pass the NHS check, grouped as Americans group them. */
const UNLUCKY = nhsNumbers(303_441_207, 2_900_317, 30).map((number) => grouped(number, '-'))
const PHONES = each(`
07911 123456 | 07911123456 | +44 7911 123 456 | 0191 498 0123 | (0151) 496 0711 | 0203 936 1234
01865 741166 | +44(0)1865 741841 | (713) 555-0162 | 713-555-0162 | +1-713-555-0162 | 1 (713) 555 0162
713.555.0162 | 001 713 555 0162 | +353 1 809 3000 | +91 98765 43210 | 555-0162 ext 12
0161 276 1234 x 65432 | #6420 | 2222
`)
const PHONE_TEXTS = each(`
give me a ring on % | My cell is % | Text me: % | office phone % | the ward phone, %, is never answered
if lost call % | mobile number % | Phone % to swap | reach me on % until 9 | T: % | voicemail at %
desk phone % | You can call my mentor at % | HR hotline % | please ring % before you come
call the ward on %
`)

const NUMBERS = ['55120', '7201934', '90013', '20260412', '330912', '48811', '6650127', '10048']
const THING_TEXTS = each(`
bleep number % | my bleep’s % | pager no. % | on ext % | Staff ID #% | employee no. % | payroll %
clock number % | personnel number % | my staff number is % | GMC ref % | NMC reference % | Datix ref %
incident report % | SI number % | service desk ticket % | REQ% | change request % | purchase order %
PO number % | job ref % | eRostering code % | course ID % | learner ID % | module % | room booking %
invoice number % | grant % | ward budget % | cost code % | defib serial % | bed asset % | hoist number %
car park permit no % | conference id % | webinar ID: % | step count % | order # % | license no. %
audit number %
`)
const ODD = each(`
NMC PIN 03C0216E | PIN: 14G2219O | NMC: 98Y0123E | RN 2290145 (Texas) | NPI# 1679576722
my NPI is 1245319599 | DEA# FM1234563 | HCPC RA40112 | GMC 7123456 | ISBN: 9781119706120
ISBN 978 1 4051 6997 9 | ISBN-13: 978-0-19-968903-3 | B15 2TH | EH16 4SA | TX 77030-2707 | Ward 6B, bed 14
Room 2.114 | L3-0447 | Bay 2, beds 9–12 | Side room 4 | Tower B level 11 | Suite 1200
see https://intranet.example/policies/20481122 | http://a.example/?mrn= | jo.patient@trust.example
patient.flow@hospital.example | BP 92/54, HR 131, RR 28, sats 88% | Na 121 K 6.2 Cr 310 | Hb 64, plt 22
glucose 2.1 | pO2 7.9 on 15 L | 500 ml over 8 h | 2.5 mg/5 ml | 75 mcg/h | £38,682 | $92,000 a year | 4%
31/28 beds | day 3 of 5 | 0700-1930 | 19:15 to 07:45 | wk 14 | Q3 2026 | 14/02/2027 to 28/02/2027
AL 22.12.26–02.01.27 | ALS 3-4 March 2027 | appraisal 01/04/27 | PDR due 2027-04-01 | qualified 09/2019
since 15 September 2019 | I was born on 4 July 1990 in Cork
My daughter was born on 2 May 2026 so I am back in January | our ward was born on 1 April 2020
visa expires 12/12/2027 | PIN renewal 31/03/2027 | DBS issued 12.01.2025 | contract ends 30-06-2027
1,200 steps | 3 of 10 | score 27/30 | 10 000 people | 999 and 111 | 24/7 | NHS 24 | NHS number? never here
NHS pension 1995/2008 | NHS Constitution 2012 | NHS band 7 | NHS no longer pays for it
what does MRN stand for | MRN mix-ups | the SSN question | DOB and address please, we practised
date of birth wrong 12 times | hospital number 1 in the county | a record number of shifts: 14
record number of leavers, 1200 | unit number two is ours | Unit 3 | Hospital 12 | Hospital Radio 1350
medical records, room 4410 | chart 4 shows it | case 2 of my portfolio | case study number 3
`)

const AFTER = each(`
Flow Centre | Experience and Engagement Midwife | Safety Huddle | Safety Partner | Access Specialist II
Advocate Maria | Transport Porter Joe | Liaison Nurse Beth Carter | Services Director Ana Lopes
Support Volunteer | Business Manager | Pathway Coordinator Sam | Experience Week | Safety Learning Event
Stories at Board | Tracker | Whiteboard | Passport | Property Policy | Charter | Escort | Escorts Needed
Belongings | Buggy | Hub | Initiated Follow-Up Clinic | Education Lead | Notes Audit | Call Bell Project
Survey 2026 | Information Leaflet | Group Direction 12 | Specialties | Placement RN | Throughput Nurse
Bedside Handover | Leadership Walkround | Care Tech | Companion | Concierge | Ambassador Tom Reed
Family Liaison | Health Questionnaire | Reported Experience | Led Discharge | Cohorting | Acuity
Dependency Score | Hydration | Nutrition | Mouth Care | was rude | died | asked me why
would not stop crying | thanked the team | load is heavy | or family? | and relatives | in pain
with dementia | from A&E | on ITU | B waited | numbers doubled | Thursday | on Christmas Day
speaking Polish | under Dr Alemu | to theatre | via PALS
`)
const BEFORE = each(`
Patient % | patient % | about the patient % | Next: Patient % | I like that each patient %
`)

const PEOPLE = each(`
Ngaire | Bethan | Dr Osei | Sister Moran | Tunde | Mrs Alder | Hope | Guy | Prof Lim | Carmen | Faye
Ward Sister Jo
`)
const PEOPLE_TEXTS = each(`
% has been patient and honest | I wish I were as patient as % | Please be patient % is new
she is very patient, % agrees | so patient! % rocks | a patient fell and % ran | the patient wanted %
the patient’s nurse, %, cried | my patient went to see % | every patient knows % | patients love %
for patients, % is the face of the ward | ask % about patient safety | % leads patient flow
A patient hugged % today | No patient of %’s waits | the patient and % talked
between patient and % there was trust | be more patient. % | patient because % said so
`)
const TALK = each(`
I want to run a teaching session by March | Thanks, I needed that | Could we move to 15:30?
Goal: lead two handovers a week | I shouted at a student and feel bad | Plan: read one paper a week
My confidence was 3, now 6 | I would like to shadow in theatre 4 | You were right about the rota
Being Patient Is A Skill | The Patient Nurse: A Memoir | Patient And Proud | Learning To Be Patient
I was a patient once | I was a patient at Guy’s | Patient first, paperwork second
What Makes A Patient Feel Safe | Each Patient Has A Story | When A Patient Says No
Telling A Patient Bad News | Outpatient Rota | Day-patient Unit Team | inpatient Rehab at Woodlands
Patients First: Annual Report | No Patient Left Behind | Patient Or Person? | One Patient At A Time
The Doctor, The Patient And Balint | Dear Patient Letters project | Meet the Patient Day
Patient Watch Rota | Expert Patient Programme | Simulated Patient Training | Standardized Patient Actors
Patient 4 in my case study | Patient C consented
`)

export const SECOND_NEGATIVES: readonly JudgedText[] = judge(
  [
    ...fill(PHONE_TEXTS, PHONES, 6),
    ...fill(PHONE_TEXTS, UNLUCKY, 3),
    ...fill(THING_TEXTS, NUMBERS, 3),
    ...ODD,
    ...fill(BEFORE, AFTER, 30),
    ...fill(PEOPLE_TEXTS, PEOPLE, 5),
    ...TALK,
  ],
  'pass',
)
