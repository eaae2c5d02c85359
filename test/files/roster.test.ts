import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readRoster } from '../../src/files/roster.ts'

const header = 'email,name,role'
const amira = 'amira.haddad@stmarys.example,Amira Haddad,mentor'
const tom = 'tom.okafor@stmarys.example,Tom Okafor,mentee'

function read(text: string) {
  return readRoster(new TextEncoder().encode(text))
}

function file(...lines: readonly string[]) {
  return read(`${lines.join('\n')}\n`)
}

function errors(...lines: readonly string[]) {
  return file(...lines).errors.map(({ line, column, problem }) => `${line} ${column}: ${problem}`)
}

describe('habits of spreadsheets', () => {
  const expected = [
    { line: 2, email: 'amira.haddad@stmarys.example', name: 'Amira Haddad', role: 'mentor' },
    { line: 3, email: 'tom.okafor@stmarys.example', name: 'Tom Okafor', role: 'mentee' },
  ]

  test.each([
    ['a byte order mark', `\uFEFF${header}\n${amira}\n${tom}\n`],
    ['Windows line ends', `${header}\r\n${amira}\r\n${tom}\r\n`],
    ['line ends of old Macs', `${header}\r${amira}\r${tom}\r`],
    ['no last line end', `${header}\n${amira}\n${tom}`],
    ['semicolons', `${header}\n${amira}\n${tom}\n`.replaceAll(',', ';')],
    ['every cell in quotes', `${header}\n${amira}\n${tom}\n`.replace(/[^,\n]+/g, '"$&"')],
    ['spaces around cells', `${header}\n${amira}\n${tom}\n`.replaceAll(',', ' , ')],
    ['the header in capitals', `${header.toUpperCase()}\n${amira}\n${tom}\n`],
    ['empty columns at the end', `${header},,\n${amira},,\n${tom},,\n`],
    ['empty rows at the end', `${header}\n${amira}\n${tom}\n,,\n\n,,\n`],
    ['e-mail addresses in capitals', `${header}\n${amira.replace('amira.haddad', 'Amira.HADDAD')}\n${tom}\n`],
  ])('%s', (_, text) => {
    const { rows, errors: found, ignoredColumns } = read(text)

    expect(found).toEqual([])
    expect(ignoredColumns).toEqual([])
    expect(rows).toMatchObject(expected)
  })

  test('columns stand in any order', () => {
    expect(file('Role,Name,Email', 'mentor,Amira Haddad,amira@stmarys.example').rows).toMatchObject([
      { email: 'amira@stmarys.example', role: 'mentor' },
    ])
  })

  test('a line that names the separator is no row', () => {
    const { rows } = file('sep=;', 'email;name;role', 'amira@stmarys.example;Amira;mentor')

    expect(rows).toMatchObject([{ line: 3, name: 'Amira' }])
  })

  test('lists are separated by semicolons, and by bars in a semicolon file', () => {
    const withCommas = file(`${header},sites`, `${amira},North; West ;`)
    const withSemicolons = file(
      'email;name;role;sites',
      'amira@stmarys.example;Amira;mentor;North|West, the old one',
    )

    expect(withCommas.rows).toMatchObject([{ sites: ['North', 'West'] }])
    expect(withSemicolons.rows).toMatchObject([{ sites: ['North', 'West, the old one'] }])
  })

  test('the apostrophe before what looks like a formula is taken off', () => {
    const { rows } = file(`${header},specialty,area`, `${amira},'=A1+B1,'tis well`)

    expect(rows).toMatchObject([{ specialty: '=A1+B1', area: "'tis well" }])
  })

  test('a line break inside quotes belongs to the cell', () => {
    expect(read(`${header},area\r\n${amira},"North\r\nand West"\r\n`).rows).toMatchObject([
      { area: 'North\nand West' },
    ])
  })
})

describe('a file of another kind is said in one sentence', () => {
  test('Windows-1252', () => {
    const bytes = new Uint8Array([...new TextEncoder().encode(`${header}\na@b.example,Zo`), 0xeb, 0x2c, 0x0a])

    expect(readRoster(bytes)).toMatchObject({
      rows: [],
      errors: [
        {
          line: 1,
          problem:
            'this file is not saved as UTF-8 but, as it seems, as Windows-1252 (ANSI): in Excel save it as “CSV UTF-8 (comma delimited)”',
        },
      ],
    })
  })

  test.each([
    ['UTF-16 with its mark', [0xff, 0xfe, 0x65, 0x00], /UTF-16/],
    ['UTF-16 without its mark', [0x65, 0x00, 0x6d, 0x00], /UTF-16/],
    ['a workbook', [0x50, 0x4b, 0x03, 0x04], /Excel workbook/],
    ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0], /Excel workbook/],
    ['nothing', [], /empty/],
    ['only line ends', [0x0a, 0x0a], /empty/],
  ])('%s', (_, bytes, expected) => {
    const roster = readRoster(new Uint8Array(bytes))

    expect(roster.rows).toEqual([])
    expect(roster.errors[0]?.problem).toMatch(expected)
  })

  test('columns separated by tabs', () => {
    expect(file('email\tname\trole').errors).toMatchObject([{ problem: expect.stringContaining('tabs') }])
  })

  test('more than 20,000 rows, or 10 MB', () => {
    const rows = Array.from({ length: 20_001 }, (_, index) => `a${index}@b.example,A,mentor`)

    expect(file(header, ...rows).errors).toMatchObject([
      { problem: 'this file has more than 20000 rows: split it into smaller files' },
    ])
    expect(read('x'.repeat(10 * 1024 * 1024 + 1)).errors).toMatchObject([
      { problem: 'this file is larger than 10 MB' },
    ])
  })
})

test.each([
  ['columns without end', 'a,'.repeat(2_000_000)],
  ['a quotation mark that swallows the file', `${header}\n"${'x,\n'.repeat(1_000_000)}`],
  ['rows of nothing', `${header}\n${',,\n'.repeat(500_000)}`],
  ['lines of nothing', `${header}\n${'\n'.repeat(5_000_000)}`],
  ['rows that are too short, without end', `${header}\n${'a\n'.repeat(3_000_000)}`],
  ['one row without end', `${header}\n${'"a",'.repeat(500_000)}`],
])('%s are read within seconds, and told in few words', (_, text) => {
  const { rows, errors: found } = read(text)

  expect(rows).toEqual([])
  expect(found.length).toBeLessThan(4)
})

describe('columns', () => {
  test('that Rounds does not know are ignored and reported, with the one that was perhaps meant', () => {
    const { rows, ignoredColumns } = file(`${header},proffesion,shoe size`, `${amira},nurse,42`)

    expect(rows).toHaveLength(1)
    expect(ignoredColumns).toEqual([{ column: 'proffesion', meant: 'profession' }, { column: 'shoe size' }])
  })

  test('that are required and missing are all named', () => {
    expect(errors('e-mail,grade', 'a@b.example,5')).toEqual([
      '1 email: this column is required, and missing: rename “e-mail” to email',
      '1 name: this column is required, and missing',
      '1 role: this column is required, and missing',
    ])
  })

  test('that stand there twice are refused', () => {
    expect(errors(`${header},Grade,grade`, `${amira},5,6`)).toEqual([
      '1 grade: this column stands here twice',
    ])
  })
})

describe('rows', () => {
  test('every bad cell is told with line and column, and the good rows stand', () => {
    const roster = file(
      `${header},grade,registered_on`,
      `${amira},five,03/04/2019`,
      `${tom},5,2019-04-03`,
      'no address,,boss,6,2019-04-03',
    )

    expect(roster.rows).toMatchObject([{ line: 3 }])
    expect(roster.errors.map(({ line, column }) => `${line} ${column}`)).toEqual([
      '2 grade',
      '2 registered_on',
      '4 email',
      '4 name',
      '4 role',
    ])
  })

  test('an address that stands in two rows is refused in the second', () => {
    const roster = file(header, amira, tom, amira.replace('amira', 'AMIRA'))

    expect(roster.rows).toMatchObject([{ line: 2 }, { line: 3 }])
    expect(roster.errors).toEqual([{ line: 4, column: 'email', problem: 'this stands already in line 2' }])
  })

  test('lines are counted right after quoted line breaks', () => {
    const found = errors(
      `${header},"area"`,
      `${amira},"one\r\ntwo\n\nfour"`,
      '',
      `${tom.replace('mentee', 'boss')},"x\ny"`,
      'bad,Bad,mentor,z',
    )

    expect(found.map((error) => error.split(':')[0])).toEqual(['7 role', '9 email'])
  })

  test('a row with more cells than the header is told, not shifted', () => {
    const roster = file(header, 'a@b.example,Haddad, Amira,mentor')

    expect(roster.rows).toEqual([])
    expect(roster.errors).toMatchObject([
      { line: 2, problem: expect.stringContaining('4 cells, the header 3') },
    ])
  })

  test.each([
    ['a quotation mark that is never closed', `${tom}\n"x@y.example,X,mentor`, '4'],
    ['a quotation mark inside a cell', 'x@y.example,Grace "Gigi" Hall,mentor', '3'],
    ['text after a closing quotation mark', 'x@y.example,"Grace" Hall,mentor', '3'],
  ])('%s is told with the line of its row', (_, lines, line) => {
    expect(errors(header, amira, lines)).toEqual([
      expect.stringMatching(new RegExp(`^${line} undefined: .*quotation mark`)),
    ])
  })
})

const shown = fc
  .string({
    unit: fc.constantFrom('a', 'é', '語', ' ', '"', "'", ',', ';', '|', '\n', '=', '-', '@'),
    minLength: 1,
    maxLength: 30,
  })
  .map((text) => text.trim())
  .filter((text) => text !== '')
const listed = fc.array(
  shown.map((text) => text.replace(/[;|]/g, '').trim()).filter((text) => text !== ''),
  { minLength: 1, maxLength: 4 },
)

test('any rows survive the way through a CSV, with commas and with semicolons', () => {
  const person = fc.record({ area: shown, specialty: fc.option(shown, { nil: undefined }), sites: listed })
  const people = fc.array(person, { maxLength: 12 })

  fc.assert(
    fc.property(
      people,
      fc.constantFrom([',', ';'], [';', '|']),
      ([...expected], [separator = '', listSeparator = '']) => {
        const rows = expected.map(({ area, specialty = '', sites }, index) =>
          [`p${index}@b.example`, 'P', 'both', area, specialty, sites.join(listSeparator)]
            .map(cell)
            .join(separator),
        )
        const head = ['email', 'name', 'role', 'area', 'specialty', 'sites'].join(separator)

        const roster = read([head, ...rows].join('\r\n'))

        expect(roster.errors).toEqual([])
        expect(roster.rows.map(({ area, specialty, sites }) => ({ area, specialty, sites }))).toEqual(
          expected,
        )
      },
    ),
  )
})

/** As files that Rounds writes have it: formulas escaped, everything quoted. */
function cell(text: string): string {
  const safe = /^'*[=+\-@]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}

test('any bytes at all end in rows or in words', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const { rows, errors: found } = readRoster(bytes)

      expect(rows.length + found.length).toBeGreaterThan(0)
    }),
  )
})
