import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findIdentifiers } from '../../../src/core/care/identifiers.ts'
import { passesNhsCheck } from '../../../src/core/care/nhs-number.ts'
import { type LabelledText, NEGATIVES, nhsNumberFrom, POSITIVES } from './corpus.ts'

const verdicts = (text: string) => findIdentifiers(text).map((finding) => finding.verdict)
const kinds = (text: string) => findIdentifiers(text).map((finding) => finding.kind)

const nineDigits = fc.integer({ min: 0, max: 999_999_999 }).map((nine) => String(nine).padStart(9, '0'))
const validNumber = nineDigits
  .map((nine) => nhsNumberFrom(nine) ?? '')
  .filter((number) => number !== '' && number !== '0000000000')
const invalidNumber = fc
  .tuple(nineDigits, fc.integer({ min: 0, max: 9 }))
  .map(([nine, last]) => `${nine}${last}`)
  .filter((number) => number !== nhsNumberFrom(number.slice(0, 9)))
const label = fc.constantFrom('NHS number ', 'NHS no. ', 'nhs: ', 'N.H.S. No: ', 'NHS number is ', 'NHS # ')
const separator = fc.constantFrom(
  '',
  ' ',
  '-',
  '.',
  '/',
  '\u00a0',
  '\u2009',
  '\u200b',
  '\u2011',
  ' - ',
  '\t',
  '\n',
)
const separators = fc.array(separator, { minLength: 9, maxLength: 9 })
const spacedOut = (number: string, gaps: readonly string[]) =>
  Array.from(number, (digit, at) => digit + (gaps[at] ?? '')).join('')

describe('the corpus', () => {
  const judged = (texts: readonly LabelledText[]) =>
    texts.filter(({ text, expect: wanted }) => verdictOf(text) !== wanted)
  const verdictOf = (text: string) => findIdentifiers(text)[0]?.verdict ?? 'pass'

  test('at least 99 of 100 sentences with a patient identifier are noticed', () => {
    const missed = judged(POSITIVES)

    const recall = 1 - missed.length / POSITIVES.length
    process.stdout.write(`identifiers: recall ${(100 * recall).toFixed(2)}% of ${POSITIVES.length}\n`)
    expect(POSITIVES.length).toBeGreaterThanOrEqual(120)
    expect(recall, JSON.stringify(missed, null, 1)).toBeGreaterThanOrEqual(0.99)
  })

  test('at most 5 of 1000 sentences without one are held up', () => {
    const alarms = judged(NEGATIVES)

    const rate = alarms.length / NEGATIVES.length
    process.stdout.write(`identifiers: false alarms ${(100 * rate).toFixed(2)}% of ${NEGATIVES.length}\n`)
    expect(NEGATIVES.length).toBeGreaterThanOrEqual(400)
    expect(rate, JSON.stringify(alarms, null, 1)).toBeLessThanOrEqual(0.005)
  })
})

describe('an NHS number', () => {
  test('is known by the check digit of the NHS Data Dictionary', () => {
    expect(passesNhsCheck('9434765919')).toBe(true)
    expect(passesNhsCheck('9434765918')).toBe(false)
    expect(passesNhsCheck('943476591')).toBe(false)
  })

  test('with a label is refused however it is spaced', () => {
    fc.assert(
      fc.property(label, validNumber, separators, (before, number, gaps) => {
        expect(verdicts(`Seen: ${before}${spacedOut(number, gaps)} today`)).toContain('refuse')
      }),
    )
  })

  test('that fails the check is not refused', () => {
    fc.assert(
      fc.property(label, invalidNumber, fc.constantFrom('', ' ', '-', '.'), (before, number, gap) => {
        const grouped = [number.slice(0, 3), number.slice(3, 6), number.slice(6)].join(gap)

        expect(findIdentifiers(`${before}${grouped}`)).toEqual([])
      }),
    )
  })

  test('grouped 3-3-4 is refused without a label, a bare one is asked about', () => {
    expect(verdicts('about 943 476 5919')).toEqual(['refuse'])
    expect(verdicts('about 9434765919')).toEqual(['ask'])
  })

  test('hidden by full-width digits, thin spaces or invisible characters is seen', () => {
    expect(verdicts('９４３ ４７６ ５９１９')).toEqual(['refuse'])
    expect(verdicts('943\u2009476\u202f5919')).toEqual(['refuse'])
    expect(verdicts('943\u200b476\u20605919')).toEqual(['refuse'])
    expect(verdicts('9\u00ad434765919')).toEqual(['ask'])
    expect(verdicts('٩٤٣ ٤٧٦ ٥٩١٩')).toEqual(['refuse'])
  })

  test('that follows a word for the telephone is taken for a telephone number', () => {
    expect(findIdentifiers('call me on 943 476 5919')).toEqual([])
    expect(findIdentifiers('+1 943 476 5919')).toEqual([])
    expect(verdicts('NHS number, not my phone: 943 476 5919 and NHS no 943 476 5919')).toContain('refuse')
  })

  test('asked about never hides another one that is certain', () => {
    const bare = Array.from({ length: 40 }, (_, at) => nhsNumberFrom(String(400_000_000 + at))).join(' , ')

    expect(verdicts(`${bare} and MRN 1234567`)[0]).toBe('refuse')
  })
})

describe('other identifiers', () => {
  test('a labelled hospital or medical record number of any value is refused', () => {
    expect(kinds('MRN 4010232138')).toEqual(['record-number'])
    expect(kinds('Hospital no: A123456')).toEqual(['record-number'])
    expect(findIdentifiers('A123456 was the asset')).toEqual([])
  })

  test('the telephone number of a hospital is no hospital number', () => {
    expect(findIdentifiers('the hospital number is 020 7946 0958')).toEqual([])
  })

  test.each(['123-45-6789', '123 45 6789', 'SSN 123456789'])(
    'the social security number %s is refused',
    (text) => {
      expect(kinds(text)).toEqual(['social-security-number'])
    },
  )

  test.each(['000-12-3456', '666-12-3456', '912-12-3456', '123-00-4567', '123-45-0000', '123456789'])(
    '%s is no social security number',
    (text) => {
      expect(findIdentifiers(text)).toEqual([])
    },
  )

  test('a date is refused only where it says that it is one of birth', () => {
    expect(kinds('DOB 12/03/1948')).toEqual(['birth-date'])
    expect(findIdentifiers('we met on 12/03/2026')).toEqual([])
  })

  test.each([
    ['hopsital nubmer 6526781', 'record-number'],
    ['date of brith 16/04/1960', 'birth-date'],
    ['the pateint Gordon Hale', 'patient-name'],
    ['Medcial record number 652678', 'record-number'],
    ['her DOB, I am fairly sure, is 30 Jan 1965', 'birth-date'],
    ['DOB (from the chart) 05-Apr-1974', 'birth-date'],
    ['the surgeon asked me for the DOB, and I said 17 Sep 1972', 'birth-date'],
    ['nhs nmbr 9434765919', 'nhs-number'],
  ])('a slip of the pen or a word by the way hides nothing: %s', (text, kind) => {
    expect(kinds(text)).toEqual([kind])
  })

  test.each([
    'the patent Gordon Hale holds',
    'the date of the berth 16/04/1960',
    'hospitals numbers 6526781',
  ])('a word of its own is no slip of the pen: %s', (text) => {
    expect(findIdentifiers(text)).toEqual([])
  })

  test('"patient" with a name is refused, with a role it is not', () => {
    expect(kinds('I cared for patient John Smith')).toEqual(['patient-name'])
    expect(findIdentifiers('I shadowed the Patient Safety Lead')).toEqual([])
  })
})

describe('what is shown of an identifier', () => {
  test('an NHS number keeps its first three and last two digits', () => {
    expect(findIdentifiers('943-476-5919')[0]?.masked).toBe('943 ••• ••19')
  })

  test('never more than five digits, and of a short number only two', () => {
    const number = fc.stringMatching(/^[0-9]{4,12}$/)
    const before = fc.constantFrom('MRN ', 'hospital number ', 'NHS number ', 'SSN ', 'DOB ', '')

    fc.assert(
      fc.property(before, number, (start, digits) => {
        for (const { masked } of findIdentifiers(start + digits)) {
          expect(masked.replace(/\D/g, '').length).toBeLessThanOrEqual(digits.length < 9 ? 2 : 5)
        }
      }),
    )
  })

  test('a name keeps its initials, a date nothing', () => {
    expect(findIdentifiers("patient John O'Neill")[0]?.masked).toBe("J••• O'•••••")
    expect(findIdentifiers('DOB 12/03/1948')[0]?.masked).toBe('••/••/••••')
  })
})

test.each([
  '1 ',
  '943 476 5919 ',
  'call 943 476 5919 ',
  '9434765919 ',
  'mrn ',
  'mrn 1',
  'nhs number is ',
  'patient ',
  'patient John ',
  'pateint ',
  'dob 1/',
  '1-1.1',
  '123-45-6789 ',
  'Aa ',
  '1\u0301',
  '\u200b',
  ' ',
])('100 kB of "%s" are judged at once', (piece) => {
  const hostile = piece.repeat(Math.ceil(100_000 / piece.length))
  findIdentifiers(hostile)

  const started = performance.now()
  findIdentifiers(hostile)

  expect(performance.now() - started).toBeLessThan(250)
})
