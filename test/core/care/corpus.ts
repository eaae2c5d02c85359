import { HARD_NEGATIVES, OTHER_NUMBER_TEMPLATES } from './hard-negatives.ts'
import { HARD_POSITIVES } from './hard-positives.ts'

/** Sentences as nurses, mentors and mentees write them, judged by hand: which point to a patient and which do not. */
export interface LabelledText {
  readonly text: string
  readonly expect: 'refuse' | 'ask' | 'pass'
}

/** The ten-digit number with these first nine digits, or undefined where no check digit fits. */
export function nhsNumberFrom(nine: string): string | undefined {
  const sum = Array.from(nine).reduce((total, digit, at) => total + Number(digit) * (10 - at), 0)
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? undefined : `${nine}${check}`
}

function validNumbers(first: number, count: number): string[] {
  const numbers: string[] = []
  for (let nine = first; numbers.length < count; nine += 7_193_117) {
    const number = nhsNumberFrom(String(nine))
    if (number !== undefined) numbers.push(number)
  }
  return numbers
}

const inGroups = (number: string, gap: string) =>
  [number.slice(0, 3), number.slice(3, 6), number.slice(6)].join(gap)

/** Every template with every value in the place of `#`. */
function fill(expect: LabelledText['expect'], templates: readonly string[], values: readonly string[]) {
  return templates.flatMap((template) =>
    values.map((value): LabelledText => ({ text: template.replace('#', value), expect })),
  )
}

const NUMBERS = validNumbers(400_123_456, 24)
const GAPS = [' ', '-', '.', '/', '\u00a0', '\u2009', ' - ', '\u2013', '\u200b', '\u202f', '_', '\u2011']
const grouped = NUMBERS.map((number, at) => inGroups(number, GAPS[at % GAPS.length] ?? ' '))
const fullWidth = NUMBERS.slice(0, 3).map((number) =>
  number.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
)
const spaced = NUMBERS.slice(3, 6).map((number) => Array.from(number).join(' '))
const hidden = NUMBERS.slice(6, 9).map((number) => Array.from(number).join('\u200b'))

const GROUPED_TEMPLATES = [
  'We talked about # and how the discharge went wrong.',
  'My learning this fortnight: # taught me to escalate earlier (sepsis six).',
  '# in bay 2 deteriorated overnight, I was on my own',
  'Can we reflect on the lady in bed 4, #?',
]
const LABELLED_TEMPLATES = [
  'NHS number # had a fall on my shift',
  'I wrote the incident up, NHS No. #, and felt awful.',
  'nhs no: #',
  'The patient (NHS #) declined bloods, I want to talk about capacity',
  'Her N.H.S. number is #',
  'could you look at nhs# please',
  'I struggled with the care plan for # (NHS number)',
  'The NHS number of the gentleman in side room 2 is #, can we debrief?',
  '# is his NHS number',
  'CHI number # - the family complained',
]
const RECORD_TEMPLATES = [
  'MRN # was transferred late and I blame myself',
  'Reflecting on the arrest last night (MRN: #).',
  'medical record number # - need to discuss the drug error',
  'Hospital number # was on the wrong list',
  'hosp no. #, third admission this month',
  'Hospital No: # refused the NG tube',
  'Patient ID # shouted at me and I froze',
  'pt no # went to theatre without consent form',
  '# is her MRN if you want to look',
  'M.R.N. #',
  'the mrn for this patient is #',
  'I documented under the wrong hospital number, #, and owned up',
]
const RECORDS = ['1234567', 'A123456', 'RXK456789', '00-12-34-56', '88 41 02', '1045678901']
const SOCIAL_SECURITY_TEMPLATES = [
  'His SSN is #',
  'Registration asked for the social security number # twice',
  'ss# #',
  'I saw # written on the whiteboard',
  'Soc Sec No: #, he was upset about it',
]
const SOCIAL_SECURITY = ['123-45-6789', '078 05 1120', '219.09.9999', '457\u201355\u20135462', '536/22/8726']
const BIRTH_TEMPLATES = [
  'DOB # came in with chest pain',
  'date of birth: #',
  'The patient, d.o.b. #, was confused',
]
const BIRTHS = [
  '12/03/1948',
  '3.4.51',
  '1948-03-12',
  '12 March 1948',
  'March 12, 1948',
  '12th Sept 1948',
  '12031948',
]
const NAME_TEMPLATES = [
  'I looked after patient # last night',
  'Patient # taught me a lot about dignity.',
  'the family of my patient # thanked me',
  'A patient named # would not take her tablets',
]
const NAMES = [
  'John Smith',
  'Mrs Okafor',
  'Margaret',
  'Mr. Patel',
  'SMITH, John',
  'Ewa Kowalczyk',
  "Siobhan O'Neill",
]

export const POSITIVES: readonly LabelledText[] = [
  ...HARD_POSITIVES.map((text): LabelledText => ({ text, expect: 'refuse' })),
  ...fill('refuse', GROUPED_TEMPLATES, grouped),
  ...fill('refuse', LABELLED_TEMPLATES, [
    ...NUMBERS.slice(0, 8),
    ...grouped.slice(8, 20),
    ...fullWidth,
    ...hidden,
  ]),
  ...fill('refuse', LABELLED_TEMPLATES.slice(0, 6), spaced),
  ...fill(
    'refuse',
    RECORD_TEMPLATES.filter((template) => !template.startsWith('#')),
    RECORDS,
  ),
  ...fill(
    'refuse',
    ['# is her MRN if you want to look', '# (hospital number) again'],
    ['1234567', 'A123456', '88410'],
  ),
  ...fill('refuse', SOCIAL_SECURITY_TEMPLATES, SOCIAL_SECURITY),
  ...fill(
    'refuse',
    ['SSN #', 'social security no. #', '# is his social security number'],
    ['123456789', '536228726'],
  ),
  ...fill('refuse', BIRTH_TEMPLATES, BIRTHS),
  ...fill('refuse', NAME_TEMPLATES, NAMES),
  ...fill(
    'ask',
    ['I keep thinking about #', '# was my first arrest', 'see #, thanks', '#'],
    [...NUMBERS, ...fullWidth, ...hidden],
  ),
]

const PHONES = [
  '07700 900123',
  '07700900123',
  '020 7946 0958',
  '0113 496 0123',
  '+44 7700 900123',
  '+44 20 7946 0958',
  '+44 (0)20 7946 0958',
  '(555) 123-4567',
  '555-123-4567',
  '(212) 555-0187',
  '+1 212 555 0187',
  '212-555-0187',
  '1-800-555-0199',
  '0800 123 4567',
  '00353 1 496 0123',
  '111',
]
const PHONE_TEMPLATES = [
  'Call me on # if the shift changes',
  'My mobile is #',
  'You can reach me at # after nights',
  'Ward phone: #, ask for the nurse in charge',
  'Ring # and they will put you through to my mentor',
  'My number is # by the way',
  'the hospital number is # and then ask for switchboard',
  '# is my new number',
]
/** Telephone numbers that happen to pass the NHS check: only the words around can tell. */
const PASSING = validNumbers(212_600_100, 12)
const passingPhones = PASSING.flatMap((number) => [inGroups(number, ' '), inGroups(number, '-')])
const PASSING_TEMPLATES = [
  'Call me on # if the shift changes',
  'cell: #',
  'Text or ring me at #, any time after 3pm',
  'Zoom meeting ID: # for our session on Friday',
  'my number is #',
  'Bleep #',
  'You can dial # for the preceptorship team',
  'reach me on +1 #',
]
const FAILING = ['943 476 5918', '943-476-5917', '4010232138', '401 023 2138', '123 456 7890', '9876543211']
const FAILING_TEMPLATES = [
  'the asset # was broken',
  'ref #',
  'NHS number #',
  'PO number # for the training',
  '#',
]
const STAFF_TEMPLATES = [
  'My NMC PIN is #',
  'NMC # due for revalidation in March',
  'my GMC number is #',
  'staff ID #',
  'payroll number # has moved to the new trust',
  'employee no. #, band 5',
  'Bleep # when you are free',
  'ext #',
  'I am on bleep # until eight',
]
const STAFF_NUMBERS = ['12A3456E', '98I7654O', '7654321', '1234567', '2231', '45678', '0042', '123456789']
const DATE_TEMPLATES = [
  'We met on # for 45 minutes',
  'Next meeting #, in the quiet room',
  'I finish my preceptorship on #',
  'my revalidation date is #',
]
const DATES = [
  '22/11/2026',
  '2026-11-22',
  '22 November 2026',
  '22.11.26 14:30',
  'Nov 22, 2026 at 09:15',
  '22-11-2026',
]
const ROLE_TEMPLATES = [
  'I shadowed the # team this week',
  'My goal is to join the # group by June',
  'She is # lead on our site now',
  'The # meeting was the best thing I went to',
  '# was the theme of our away day',
  'Can you introduce me to someone in #?',
]
const ROLES = [
  'Patient Safety',
  'Patient Experience',
  'Patient Flow',
  'Patient Liaison',
  'Patient Advice and Liaison Service',
  'patient safety',
  'Patient Group Directions',
  'Patient Knows Best',
  'Patient Transport Service',
  'patient handling',
  'Patient Education',
  'PATIENT SAFETY',
  'Patient and Public Involvement',
  'Patient Blood Management',
  'Outpatient Pharmacy',
  'Patient Services',
  'patient Access',
]
const PLAIN = [
  'I love working in the NHS and my number one goal is to run a clinic.',
  'NHS number matching is part of our admission checklist, I learned why.',
  'Always check the NHS number, date of birth and MRN on the wristband.',
  'I forgot to check the hospital number on the label, and nobody was harmed.',
  'MRN mix-ups came up 3 times in our audit of 120 notes.',
  'The MRN in 2026 will move to eight digits.',
  'We had 28 patients and 3 nurses on ward 12B.',
  'Patient numbers: 12000 a year, up from 9500.',
  'My patient was so kind that I cried in the sluice.',
  'My patient. Sarah from the team helped me to reflect on it.',
  'A patient on Ward 7 said thank you.',
  'Every patient may ask for a chaperone; every patient will be heard.',
  'I asked the patient. Dr Patel then explained the plan.',
  'Patient I looked after went home today!',
  'Be patient Monday is coming.',
  'Please be patient with me, I am on nights.',
  'Please be patient, Sister Okafor said.',
  'BP 120/80, HR 98, sats 94% on 2 litres: I can now say when to escalate.',
  'NEWS2 went from 3 to 7 in 4 hours and I called the outreach team.',
  'I drew up 1000 ml over 8 hours and had my calculation checked.',
  'Morphine 10 mg in 10 ml, 2.5 mg an hour, is what I practised.',
  'Read ISBN 978-0-7020-7965-8 for the drug calculations.',
  'The book is ISBN 0306406152, chapter 4.',
  'ISBN-10: 0-306-40615-2',
  'The grant is \u00a31,234,567,890 for ten years, they say.',
  'Learning module https://learn.example.org/course/1700000019 took an hour.',
  'See https://example.org/a/4010232137 for the policy.',
  'DATIX W123456 is closed, I got feedback.',
  'My score went 3 4 3 4 5 over five weeks.',
  'Minutes: 30 45 60 30 15, so 180 in all.',
  'I did 12 hours x 3, 37.5 a week in the end.',
  'The ward is J07 and the bay is 3, room 101-2.',
  'Rota: 07:00-19:30, 19:00-07:30, 08:00-16:00',
  'I qualified in 2024 and started on 01/09/2024.',
  'My son was born on 12 March 2020, so I work three days.',
  'Date of birth is one of the three checks I now do without fail.',
  'OSCE station 4 of 10: 85%, passed!',
  'HCPC registration PH123456 is renewed',
  'My mentor Margaret Jones has been great.',
  'John Smith from pharmacy showed me the patient information leaflets.',
  'Goal 2: 60% drafted the protocol, 3 of 5 milestones.',
  'I would like to learn from the inpatient Diabetes Team.',
  'Social security came up in our discharge planning talk.',
  'We counted 120, 340 and 1200 visits in three months.',
  'Job ref 123-4567-89 at band 6 closes on Friday.',
  'Postcode SW1A 1AA, second floor, ask for Moira.',
  'hospital number 3 on the list of placements is my favourite',
]

export const NEGATIVES: readonly LabelledText[] = [
  ...[...HARD_NEGATIVES, ...PLAIN].map((text): LabelledText => ({ text, expect: 'pass' })),
  ...fill('pass', OTHER_NUMBER_TEMPLATES, [...PASSING, ...passingPhones]),
  ...fill('pass', PHONE_TEMPLATES, PHONES),
  ...fill('pass', PASSING_TEMPLATES, passingPhones),
  ...fill('pass', FAILING_TEMPLATES, FAILING),
  ...fill('pass', STAFF_TEMPLATES, STAFF_NUMBERS),
  ...fill('pass', DATE_TEMPLATES, DATES),
  ...fill('pass', ROLE_TEMPLATES, ROLES),
]
