import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { admitText } from '../../../src/core/care/door.ts'

const rules = { maxLength: 200 }
const whyNot = (raw: string, maxLength = 200) => {
  const admission = admitText(raw, { maxLength })
  return admission.ok ? undefined : admission.why
}

describe('a text that comes in', () => {
  test('keeps its words, with plain line ends and nothing around them', () => {
    expect(admitText('  one\r\ntwo\rthree\u2028four\n\n ', rules)).toEqual({
      ok: true,
      text: 'one\ntwo\nthree\nfour',
    })
  })

  test('is composed, so that the same word is stored the same way', () => {
    expect(admitText('Zoe\u0308', rules)).toEqual({ ok: true, text: 'Zo\u00eb' })
  })

  test('loses marks that turn the direction of writing, and nothing else', () => {
    expect(admitText('a\u202eb\u2066c\u2069 \u05e9\u05dc\u05d5\u05dd', rules)).toEqual({
      ok: true,
      text: 'abc \u05e9\u05dc\u05d5\u05dd',
    })
  })

  test('passes the door a second time unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const first = admitText(raw, { maxLength: 1000 })

        if (first.ok) expect(admitText(first.text, { maxLength: 1000 })).toEqual(first)
      }),
    )
  })

  test('is well-formed and free of control characters whatever was typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
        (raw) => {
          const admission = admitText(raw, { maxLength: 1000 })

          if (admission.ok) {
            expect(admission.text.isWellFormed()).toBe(true)
            expect(admission.text).not.toMatch(/(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u)
          }
        },
      ),
    )
  })
})

describe('a text without words', () => {
  test.each(['', '   ', '\r\n\t', '\u200b\u200d', '\u202e\u202c', '\u3164', '\ufeff'])(
    '%j is empty',
    (raw) => {
      expect(whyNot(raw)).toEqual({ kind: 'empty' })
    },
  )
})

describe('the length of a text', () => {
  test('is counted in characters as people see them', () => {
    expect(whyNot('👩🏽‍⚕️'.repeat(10), 10)).toBeUndefined()
    expect(whyNot('👩🏽‍⚕️'.repeat(11), 10)).toEqual({ kind: 'too-long', by: 1, limit: 10 })
    expect(whyNot('abcdefghijkl', 10)).toEqual({ kind: 'too-long', by: 2, limit: 10 })
  })

  test('does not count the space around it', () => {
    expect(whyNot(`${' '.repeat(500)}short${' '.repeat(500)}`, 10)).toBeUndefined()
  })

  test('is bounded for towers of accents, which are one character each', () => {
    expect(whyNot(`a${'\u0301'.repeat(5000)}`, 10)).toMatchObject({ kind: 'too-long' })
  })
})

describe('a text with control characters', () => {
  test.each(['a\u0000b', 'a\u001b[31mb', 'a\u007fb', 'a\u009bb', 'a\ud800b', '\udc00'])(
    '%j is refused',
    (raw) => {
      expect(whyNot(raw)).toEqual({ kind: 'control-characters' })
    },
  )
})

describe('a text with a patient identifier', () => {
  test('is refused with the identifier masked', () => {
    expect(whyNot('NHS number 943 476 5919')).toEqual({
      kind: 'identifier',
      identifier: 'nhs-number',
      masked: '943 ••• ••19',
    })
  })

  test('is asked about where it may be something else, and comes in once that is confirmed', () => {
    expect(whyNot('see 9434765919')).toEqual({ kind: 'maybe-identifier', masked: '943 ••• ••19' })
    expect(admitText('see 9434765919', { ...rules, confirmed: true })).toEqual({
      ok: true,
      text: 'see 9434765919',
    })
  })

  test('stays out although confirmed where it is certain', () => {
    expect(admitText('9434765919, MRN 1234567', { ...rules, confirmed: true })).toMatchObject({
      ok: false,
      why: { kind: 'identifier', identifier: 'record-number' },
    })
  })
})
