import { each, fill, grouped, type JudgedText, judge, nhsNumbers } from './fresh-corpus.ts'

/**
 * Written after the guard was mended by the first fresh corpus, with other names, numbers and turns of phrase. At the
 * first try 95.5% of these were noticed, and 0.3% of the others held up.
 */
const NUMBERS = nhsNumbers(612_904_733, 5_571_049, 40)
const IN_THREES = NUMBERS.map((number, at) => grouped(number, [' ', '-', ' - ', '.', '  '][at % 5] ?? ' '))

const THREES_TEXTS = each(`
Could not sleep after %. Was it my fault? | We discharged % without his inhaler
Agenda: 1. % 2. my portfolio | sent the wrong leaflet to % :( | Q: how would you have told the family of %?
For next time – % – ask about the buzzer
`)
const LABELLED_TEXTS = each(`
NHS no % | NHS Number is: % | (NHS no. %) | nhs number:% | the nhs number I copied was %, sorry
% is the NHS number | NHS number for the gentleman: %
`)

const HOSPITAL_TEXTS = each(`
MRN - 6620148 | Look up mrn:00457731 for me | MRN no 3390127 | Her MRN (7781230) was on the wrong wristband
mrn is 5520193 | MRNs 4410098 and 4410099 got swapped | Wrote MRN#8820315 on my hand | Patient MRN 2209145
MRN of the fall: 7719025 | Epic MRN 90041276 | Medical Record Number: 00-44-81-92 | med record number 773412
Medical record # 6128834 | Hospital number: M772013 | Hospital no R0419928 | hosp no. 882731
Hosp num 4419203 | Hospital Number 0391882K
the hospital number on the form, 771820, belonged to somebody else | Hospital number = T4418820
Patient ID: 88120345 | patient identifier 6620193 | Patient No 7730012 | patient's number 5590213
pt ID 7718203 | Chart # 553012 | case note number 6671829 | Casenotes no: 4419283
7718293 is her hospital number | 6620148 (MRN) | The record was 5510293 (hospital number)
`)
const SOCIAL_TEXTS = each(`
SSN 401-22-8837 | ssn is 331 40 2219 | the man's SSN: 244-81-0932 | Social Security No. 518-66-1203
soc sec # 601-33-9912 | social security 377-18-4402 | SSN#228514490
insurance asked for his social security number, 416-20-7781, and I read it out aloud
I saw 530-19-2284 on a sticky note | SSN (262-47-1180) | 341-09-2276 was on the whiteboard
S.S.N. 274-55-1093
`)
const BIRTH_TEXTS = each(`
DOB 7/4/39 | DOB = 30-11-1952 | D.O.B: 30/11/1952 | dob 4 July 1939 | DOB: 07-04-1939, fell twice
Dob 1.9.1961 | DOB 19610901 | date of birth 1st September 1961 | date of birth was September 1, 1961
Date Of Birth – 01/09/61 | Birthdate 9/1/1961 | birth date: 1961-09-01 | 01/09/1961 (DOB)
with a date of birth of 30 Nov 1952 | DOB 30NOV1952 | DOB: Nov 30th, 1952 | D O B 30/11/1952
patient born 30/11/1952
`)

const NAMES = each(`
Tigist Bekele | Niamh Gallagher | Bjarne Solheim | Nino Beridze | Wiremu Parata | Leilani Kahale
Chaminda Perera | Sunil Thapa | Nurul Hidayah | Budi Santoso | Batbayar Ganzorig | Itziar Etxeberria
Sigrún Jónsdóttir | Ani Petrosyan | Marija Borg | Delroy Grant | Ebele Nwachukwu | Oleksiy Shevchenko
Blerim Hoxha | Mirjana Jovanović | Tuulikki Virtanen | Rasa Kazlauskienė | Phạm Văn Đức | Park Ji-woo
Chan Tai Man | Zhao Xiaoyan | Sanae Kobayashi | Ruqayyah Siddiqa | Abdulkarim El-Masri | Xóchitl Ramírez
Raúl Peña Nieto | Ottoline Fairweather | Jean-Baptiste Moreau | Maud Ashworth | Bertie Higginbottom
Manpreet Dhillon | Kaveh Rostami | Tesfaye Alemu | Saoirse Ní Bhriain | Mario van der Merwe
`)
const NAME_TEXTS = each(`
Sat with patient % until the end | patient: %, bay 2 | Is it ok to hug a patient? Patient % asked me
my patient, %, swore at me | Our patient % has no visitors | The patient is % | patient’s name: %
handed patient % over badly
`)
const TITLED_TEXTS = each(`
patient Mr Etxeberria | Patient mrs higginbottom | my patient Ms. Beridze
the patient Miss Fairweather, 81, | patient MR KAHALE | patient Mrs Nwachukwu-Grant said so
this patient, Mr. Thapa, wants to leave | patient Mrs. P. Ashworth | Patient Mr & Mrs Hoxha
patient Mx Virtanen | patient T. Alemu | patient B.K. Thapa | patient P Kobayashi | patient Perera, S.
patient M. Borg’s wound
`)
const SINGLE_TEXTS = each(`
my patient Tigist is 24 and alone | when patient Maud died I cried | the patient Bjarne thanked me
patient Raúl would not eat | A patient called Wiremu taught me a word | patient named Leilani
Patient Elsie again | patient Gladys kept ringing | Patient Stanley hit me | patient Amina’s mother
my patient Sunil! | patient Ivan, 52 | Patient: Ebele | patient Rosa (COPD) | patient Keith
`)
const SMALL_TEXTS = each(`
patient george wilson | my patient anna kowalska | patient sunil thapa fell | saw patient brian o’neill
patient mrs dhillon | patient carlos | lost patient margaret hill last night | patient hassan omar was rude
patient tigist bekele | patient elsie
`)

export const SECOND_POSITIVES: readonly JudgedText[] = [
  ...judge(fill(THREES_TEXTS, IN_THREES, 4), 'refuse'),
  ...judge(fill(LABELLED_TEXTS, [...NUMBERS, ...IN_THREES].reverse(), 4), 'refuse'),
  ...judge([...HOSPITAL_TEXTS, ...SOCIAL_TEXTS, ...BIRTH_TEXTS], 'refuse'),
  ...judge(fill(NAME_TEXTS, NAMES, 5), 'refuse'),
  ...judge([...TITLED_TEXTS, ...SINGLE_TEXTS, ...SMALL_TEXTS], 'refuse'),
  ...judge(fill(['I meant %', '% I think', 'row 3: %'], NUMBERS.slice(9), 3), 'ask'),
]
