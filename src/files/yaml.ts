import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  type YAMLError,
  type YAMLMap,
} from 'yaml'

/** What a YAML file says: every single value as the text that stands there, empty ones left out. */
interface YamlMapping {
  readonly [key: string]: YamlContent
}
type YamlContent = string | readonly YamlContent[] | YamlMapping

/** The keys and list positions that lead to a place. */
type Path = readonly (string | number)[]

interface Problem {
  readonly line: number
  readonly problem: string
}

export type Yaml =
  /** `lineOf` gives the line of a place, or of the nearest place around it that stands in the file. */
  | { readonly content: YamlMapping; readonly lineOf: (path: Path) => number }
  | { readonly problems: readonly Problem[] }

const LIMIT_VALUES = 5000

/**
 * Reads the plain part of YAML that people write by hand: mappings, lists and text. YAML's guesses about what a
 * value might be (numbers, dates, `no`) are switched off; anchors, aliases, tags and second documents are refused.
 */
export function readYaml(text: string): Yaml {
  const lines = new LineCounter()
  // Duplicate keys are found below: the parser compares each key with every other.
  const options = { schema: 'failsafe', lineCounter: lines, uniqueKeys: false, prettyErrors: false } as const
  const { errors, contents } = parseDocument(text, options)
  if (errors.length > 0) return { problems: firstOfEachLine(errors.map((error) => faultAt(error, lines))) }
  if (!isMap(contents)) return onlyProblem('there is no program here: write “key: value” lines')

  const reading: Reading = { lines, places: new Map(), problems: [], values: 0 }
  const content = mappingOf(contents, [], reading)
  if (reading.values > LIMIT_VALUES) return onlyProblem(`this file holds more than ${LIMIT_VALUES} values`)
  if (reading.problems.length > 0) return { problems: reading.problems }
  return { content, lineOf: (path) => lineIn(reading.places, path) }
}

function onlyProblem(problem: string): Yaml {
  return { problems: [{ line: 1, problem }] }
}

function faultAt({ code, message, pos }: YAMLError, lines: LineCounter): Problem {
  return { line: lines.linePos(pos[0]).line, problem: faults[code] ?? `this is not YAML: ${message}` }
}

/** What follows on the same line is mostly the same fault again. */
function firstOfEachLine(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ line }, index) => problems[index - 1]?.line !== line)
}

interface Reading {
  readonly lines: LineCounter
  readonly places: Map<string, number>
  readonly problems: Problem[]
  values: number
}

const faults: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'a tab indents this line: use spaces',
  MULTIPLE_DOCS: 'a second document starts here: one file holds one program',
  BLOCK_AS_IMPLICIT_KEY: 'a second colon stands on this line: put the text in quotes',
  MULTILINE_IMPLICIT_KEY: 'this line is no “key: value”: perhaps the space after the colon is missing',
  MISSING_CHAR: 'a colon, comma, bracket or closing quote is missing here',
  BAD_SCALAR_START: 'a text cannot start with this character: put it in quotes',
  BAD_INDENT: 'this line is not indented like its neighbours, or a bracket before it is not closed',
  RESOURCE_EXHAUSTION: 'this is nested too deeply',
}

/** Undefined where nothing is written, or where it was refused. */
function contentOf(node: unknown, path: Path, reading: Reading): YamlContent | undefined {
  reading.values += 1
  if (!isNode(node) || reading.values > LIMIT_VALUES) return undefined
  const notPlain = notPlainBecause(node)
  if (notPlain) return refuse(node, notPlain, reading)
  if (isMap(node)) return mappingOf(node, path, reading)
  if (isSeq(node)) return node.items.flatMap((item, index) => itemOf(item, [...path, index], reading))
  return isScalar(node) ? textOf(node) : undefined
}

function notPlainBecause(node: Node): string | undefined {
  if (isAlias(node))
    return 'a value that starts with * stands for another: write it out, or put the text in quotes'
  if (node.anchor)
    return 'a value that starts with & gets a name: leave the name out, or put the text in quotes'
  if (node.tag) return 'a value that starts with ! has a tag: leave the tag out, or put the text in quotes'
  return undefined
}

function mappingOf(map: YAMLMap<unknown, unknown>, path: Path, reading: Reading): YamlMapping {
  const entries = new Map<string, YamlContent | undefined>()
  for (const { key, value } of map.items) {
    const name = isScalar(key) && !notPlainBecause(key) ? String(key.value) : undefined
    if (name === undefined) refuse(isNode(key) ? key : map, 'a key is one plain word', reading)
    else if (entries.has(name)) refuse(key, `${name.slice(0, 60)} stands here for the second time`, reading)
    else {
      reading.places.set(JSON.stringify([...path, name]), lineOf(key, reading))
      entries.set(name, contentOf(value, [...path, name], reading))
    }
  }
  return Object.fromEntries([...entries].filter(hasContent))
}

function hasContent(entry: [string, YamlContent | undefined]): entry is [string, YamlContent] {
  return entry[1] !== undefined
}

function itemOf(node: unknown, path: Path, reading: Reading): readonly YamlContent[] {
  reading.places.set(JSON.stringify(path), lineOf(node, reading))
  const content = contentOf(node, path, reading)
  if (content === undefined && isScalar(node)) refuse(node, 'this item of the list is empty', reading)
  return content === undefined ? [] : [content]
}

/** Without quotes, nothing and the words that YAML has for nothing are nothing. */
function textOf({ type, value }: Scalar): string | undefined {
  const text = String(value)
  return type === 'PLAIN' && ['', '~', 'null'].includes(text) ? undefined : text
}

function refuse(node: unknown, problem: string, reading: Reading): undefined {
  reading.problems.push({ line: lineOf(node, reading), problem })
}

function lineOf(node: unknown, { lines }: Reading): number {
  return isNode(node) && node.range ? lines.linePos(node.range[0]).line : 1
}

function lineIn(places: ReadonlyMap<string, number>, path: Path): number {
  const line = places.get(JSON.stringify(path))
  return line ?? (path.length === 0 ? 1 : lineIn(places, path.slice(0, -1)))
}
