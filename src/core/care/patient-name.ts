import type { Finding } from './finding.ts'
import { maskName } from './mask.ts'
import { PERSON_NAMES, WORDS_TOO } from './person-names.ts'
import { ROLE_WORDS } from './role-words.ts'

/** "be patient, Tom": the word that praises a person and not the one who is ill. */
const PRAISE =
  '(?:be|been|being|am|so|very|more|most|less|too|stay|remain|keep|really|quite|rather|always|never|incredibly|extremely|' +
  'wonderfully|unfailingly|endlessly|amazingly|infinitely|kind and|calm and|gentle and|warm and)'
const SAYS_NAME =
  "['’]?s (?:full |first |last |given |family )?(?:name|surname)(?: is| was)?|,? (?:named|called|name|known as|name is|" +
  'is called|is named|was called|was named|by the name of|whose name (?:is|was))'
const WORD = "\\p{L}[\\p{L}'’.-]*"
const PATIENT = new RegExp(
  `(?<![\\p{L}\\p{N}-]|(?<!\\p{L})${PRAISE} )(?<noun>patients?|pts?\\.?)(?<says>${SAYS_NAME})?` +
    `(?<mark>:\\s*|,|(?<=(?:^|\\n)patient)\\n)?(?: is| was)?(?: -)? ?(?<open>["'“”‘’(*_[]*)(?<next>(?<![\\p{L}\\p{N}])${WORD}(?:,? ${WORD}){0,5})`,
  'giu',
)
const IN_BED =
  /(?<!\p{L})patient in (?:the )?(?:bed|bay|room|side room|cubicle|chair) ?\w{0,4},? (?<next>(?:mr|mrs|ms|miss|mx)\.? \p{L}[\p{L}'’-]*)/giu

const TITLE =
  /^(?<title>mr (?:&|and) mrs|mr|mrs|ms|miss|mx|baby girl|baby boy|baby|little|master|mister|missus|mme|madame|monsieur|señora|señor|senora|senor|sra|frau|herr|rev|reverend)\.? (?<name>\p{L}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’-]+)?)/iu
/** "Patient MS Nurse", "Patient Master Index". */
const WORD_TOO = /^(?:MS|[Mm]aster|[Bb]aby|[Ll]ittle)$/u
/** "patients miss appointments", "a patient little thing". */
const OFTEN_WORD = /^(?:miss|master|baby|little)$/u
const STAFF_TITLE =
  /^(?:[Dd]r|Doctor|Prof|Professor|Sister|Sir|Father|Lady|Lord)\.? (?<name>\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?)/u
/** "She was", "they're always": what comes next praises. */
const DESCRIBES =
  /(?:\b(?:is|are|was|were)|(?<!\p{L})(?:he|she|it|that|who|you|they|we|i)['’](?:s|re|m)) (?:\p{L}+ )?$/iu
/** "Listen to the patient, Leila keeps telling me". */
const ONE_WHO_SAYS =
  /^\p{L}+ (?:always |once |never |often )?(?:says?|said|keeps|kept|tells|told|reminds|reminded|thinks|taught|advised|suggested|explained|wrote|would say|used to)(?!\p{L})/u
const SOMEBODY_AND_I = /^[^.!?,]{0,40} and (?:i|me|we|us)(?!\p{L})/iu
const ENDS_HERE = /^(?:$|[,.)!?;:]|['’]s|\s(?:is|was|has|had|who)(?!\p{L}))/u

const INITIALS = /^(?:\p{Lu}\.?|\p{Lu}\.(?:\p{Lu}\.?){1,2})$/u
const TWO_INITIALS = /^\p{Lu}{2}$/u
/** "Patient A", "the patient I saw": letters that are words of their own. */
const LETTER_WORD = /^[AI]$/u
const NAME_WORD = /^(?:\p{Lu}[\p{L}'’-]*\p{Ll}|\p{Lu}{3,}|\p{Lu}(?:['’]|Mc|Mac)?\p{Lu}\p{Ll}+|\p{Lo}{2,})$/u
const OTHER_SCRIPT = /^\p{Lo}{2,}$/u
/** Given names that are words or months: "patient Grace Adeyemi", yet "patient may" and "Patient Hope Garden". */
const GIVEN_WORD =
  /^(?:Amber|April|August|Christian|Faith|Grace|Grant|Guy|Hope|Joy|June|Mark|May|Mercy|Patience|Rose|Summer|Trust|Will)$/u
/** Surnames that are words of a hospital: "patient Eirwen Cook", yet "Patient Arrival Hall". */
const SURNAME_WORD =
  /^(?:Baker|Banks|Bell|Berry|Bishop|Black|Blue|Brown|Butler|Carpenter|Church|Cole|Cook|Cross|Day|Dean|Field|Fields|Fisher|Flowers|Ford|Fox|French|Frost|Gates|Good|Grant|Green|Hardy|Holland|Hall|Hill|Hunt|Hunter|Hope|Hood|Judge|Kay|Key|King|Knight|Lake|Lane|Little|Long|Lord|Love|Major|Marsh|Marshall|May|Noble|North|Page|Parish|Pike|Pope|Porter|Potter|Price|Rice|Rich|Rivers|Rose|Savage|Sharp|Shepherd|Short|Singer|Small|Smart|Snow|Spring|Steel|Stone|Street|Strong|Summers|Swan|Sweet|Taylor|Turner|Walker|Walls|Ward|Waters|Wells|West|White|Winter|Wise|Wood|Woods|Young)$/u
/** "patient TED stockings", "patient ESI": three capitals are rather an abbreviation. */
const SHORT_CAPITALS = /^\p{Lu}{2,3}$/u
/** "Florence Nightingale Ward": named after a person. */
const NAMED_PLACE =
  /^(?:\p{Lu}[^\s,]* ){2}(?:Ward|Hospital|Wing|Building|Infirmary|Clinic|Suite|Tower|Unit|Centre|Center|Scale|Score)(?!\p{L}| ?\d)/u
const PARTICLE =
  /^(?:da|das|de|del|della|dela|den|der|di|do|dos|du|la|le|van|von|zu|bin|bint|ibn|ben|ap|ab|al|el|e|y|ter|ten|san|st)$/iu
const LEADING_PARTICLE = /^(?:van|von|de|den|der|del|della|di|da|dos|le|al|el|bin|bint|ibn|ben|ap|ter|ten)$/iu
const NOUN_ENDING = new RegExp(
  '(?:tion|sion|ment|ity|ology|ness|ics|ship|able|ware|ical|\\p{L}{4}ance|\\p{L}{3}(?:ing|ed)|' +
    '\\p{L}{3}(?:board|book|card|sheet|desk|room|port|work|time|flow|point|line|list|care|base|guide|form|plan|walk|watch|tech|chart|track|link|way))s?$',
  'iu',
)
/** A plural, a language, an adverb: a name that is on no list seldom ends so. */
const UNLIKE_A_NAME = /(?:s|ish|ese|ian|\p{L}{4}ist|\p{L}{3}(?<!ind)er|\p{L}{3}or|ly|ful|al|ive|ous)$/iu

const ACTS =
  /^(?:is|was|has|had|who|whose|needs|wants|says|said|does|did|will|would|could|can|may|might|should|feels|felt|keeps|kept|asks|told|gave|gets|got|went|came|comes|goes|fell|lost|died|dies|taught|made|left|ate|slept|sat|stood|woke|broke|hit|bit|put|sent|began|became|took|threw|spoke|knew|thought|saw|found|held|wept|again|today|yesterday|tonight|twice|and|\p{Ll}{2,}ed)$/u
const MET_BY_VERB =
  /(?<!\p{L})(?:saw|met|lost|told|asked|fed|left|lifted|helped|called|gave|sent|showed|thanked) $/iu
const MET =
  /(?<!\p{L})(?:my|our|his|her|their|your|this|that|to|with|about|for|from|by|of|over|after|around|without|beside|and|saw|see|met|lost|told|asked|fed|when|like|left|found|lifted|\p{L}{2,}ed|\p{L}{2,}ing) $/iu

/** Where a name may stand: what is before, which words follow "patient", and what comes after them. */
interface Place {
  readonly noun: string
  readonly says: string
  readonly mark: string
  /** A bracket or a quotation mark before the words. */
  readonly open: string
  readonly before: string
  readonly next: string
  readonly after: string
}

/** "patient" followed by a person's name: with a title or initials, a common name, or capitalised words of no role. */
export function* findPatientNames(text: string): Generator<Finding> {
  for (const match of text.matchAll(PATIENT)) {
    const name = nameAt(placeOf(text, match))
    if (name !== undefined) yield finding(name)
  }
  for (const { groups } of text.matchAll(IN_BED)) {
    const name = titledName(groups?.['next'] ?? '')
    if (name !== undefined) yield finding(name)
  }
}

function placeOf(text: string, match: RegExpExecArray): Place {
  const { noun = '', says = '', mark = '', open = '', next = '' } = match.groups ?? {}
  const end = match.index + match[0].length
  return {
    noun,
    says,
    mark,
    open,
    next,
    before: text.slice(Math.max(0, match.index - 30), match.index),
    after: text.slice(end - next.length, end + 60),
  }
}

function nameAt(place: Place): string | undefined {
  if ((place.mark === ',' && isNoApposition(place)) || isAside(place)) return undefined
  const titled = titledName(place.after) ?? staffTitledName(place)
  if (titled !== undefined) return titled
  const words = wordsOf(place)
  if (NAMED_PLACE.test(place.after)) return undefined
  return (
    initialledName(words) ??
    listedName(words) ??
    halfKnownName(words) ??
    givenWordName(words, place) ??
    capitalisedName(words, place) ??
    particleName(words) ??
    loneName(words, place)
  )
}

/** In "PATIENT TOM HILL" capitals say nothing, so the words are read as if written in small letters. */
function wordsOf({ noun, next }: Place): string[] {
  const words = next.split(/,? /u).map(bareWord)
  return noun === 'PATIENT' ? words.map((word) => word.slice(0, 1) + word.slice(1).toLowerCase()) : words
}

/** "She was patient, Sarah says", "the patient, Anna and I", "patients, Sarah": a comma before somebody else. */
function isNoApposition({ noun, before, after }: Place): boolean {
  return (
    DESCRIBES.test(before) ||
    ONE_WHO_SAYS.test(after) ||
    SOMEBODY_AND_I.test(after) ||
    (/s$/iu.test(noun) && !/^(?:mr|ms|dr)/iu.test(after))
  )
}

/** "The mentor was patient (Mrs Pereira always is)". */
function isAside({ open, before }: Place): boolean {
  return open.startsWith('(') && DESCRIBES.test(before)
}

function titledName(next: string): string | undefined {
  const { title = '', name = '' } = TITLE.exec(next)?.groups ?? {}
  const [surname = ''] = name.split(' ')
  if (surname === '' || (WORD_TOO.test(title) && isNoName(bareWord(surname)))) return undefined
  return OFTEN_WORD.test(title) && !/^\p{Lu}/u.test(surname) && !isListed(bareWord(surname))
    ? undefined
    : bareWord(name)
}

/** Doctors fall ill, too, but "the patient Dr Singh referred" is about the doctor. */
function staffTitledName({ before, after, mark, says }: Place): string | undefined {
  const match = STAFF_TITLE.exec(after)
  const certain = says === '' && mark !== ',' && !/(?:,|(?<!\p{L})and) $/iu.test(before)
  return match !== null && certain && ENDS_HERE.test(after.slice(match[0].length))
    ? match.groups?.['name']
    : undefined
}

function initialledName(words: readonly string[]): string | undefined {
  const count = words.findIndex((word) => !INITIALS.test(word) && !TWO_INITIALS.test(word))
  const surname = words[count]
  if (count < 1 || surname === undefined || !NAME_WORD.test(surname)) return undefined
  const [first = ''] = words
  if (isNoName(surname) && !first.includes('.')) return undefined
  const doubtful = count === 1 && (LETTER_WORD.test(first) || TWO_INITIALS.test(first))
  if (isNoName(first) && !LETTER_WORD.test(first)) return undefined
  return doubtful && !isListed(surname) ? undefined : words.slice(0, count + 1).join(' ')
}

function listedName([first = '', second = '']: readonly string[]): string | undefined {
  if (!isListed(first)) return undefined
  return NAME_WORD.test(second) && !isNoName(second) ? `${first} ${second}` : first
}

/** "Perera, S.", "sunil thapa": one half of the name is on the list, or both have the shape of a name. */
function halfKnownName([first = '', second = '']: readonly string[]): string | undefined {
  if (isNoName(first)) return undefined
  const initial = NAME_WORD.test(first) && INITIALS.test(second) && !LETTER_WORD.test(second)
  const small =
    /^(?!\p{L}*(?:ed|ing|ly|s)$)\p{Ll}{4,}$/u.test(first) && /^\p{Ll}/u.test(second) && isListed(second)
  return initial || small ? `${first} ${second}` : undefined
}

function givenWordName([first = '', second = '']: readonly string[], { noun }: Place): string | undefined {
  if (!(GIVEN_WORD.test(first) && NAME_WORD.test(second)) || isNoName(second)) return undefined
  return isListed(second) || /^p/u.test(noun) ? `${first} ${second}` : undefined
}

/** Two names of which the list knows nothing; in a heading, where every word has a capital, they are rather words. */
function capitalisedName(words: readonly string[], { noun, next }: Place): string | undefined {
  const [first = '', ...rest] = words
  const particles = rest.findIndex((word) => !PARTICLE.test(word))
  const surname = rest[particles] ?? ''
  const whole = [first, ...rest.slice(0, particles + 1)]
  if (!(NAME_WORD.test(first) && NAME_WORD.test(surname)) || isNoName(first) || SHORT_CAPITALS.test(first)) {
    return undefined
  }
  const wordToo = SURNAME_WORD.test(surname) && /^p/u.test(noun)
  if (isNoName(surname) && !wordToo) return undefined
  const following = rest[particles + 1] ?? ''
  const heading = /^\p{Lu}/u.test(noun) && /^\p{Lu}\p{Ll}/u.test(following) && !next.includes(`${surname},`)
  return heading && !isListed(surname) && !isListed(following) ? undefined : whole.join(' ')
}

/** "Patient van der Merwe, Pieter". */
function particleName(words: readonly string[]): string | undefined {
  const count = words.findIndex((word) => !LEADING_PARTICLE.test(word))
  const surname = words[count] ?? ''
  const known = count > 0 && NAME_WORD.test(surname) && !isNoName(surname)
  return known ? words.slice(0, count + 1).join(' ') : undefined
}

/** One name of which the list knows nothing: "my patient Zofia needs time", "a patient named Zofia". */
function loneName([first = '', second = '']: readonly string[], place: Place): string | undefined {
  if (OTHER_SCRIPT.test(first)) return first
  if (!/^\p{Lu}\p{L}*\p{Ll}$/u.test(first) || isNoName(first) || first.length < 3) return undefined
  const named = /name(?:d|$| (?:is|was)$)/iu.test(place.says) || isOneCalled(place)
  if (named) return first
  const plain = place.says === '' && place.mark !== ',' && /^p(?:atien)?t\.?$/u.test(place.noun)
  return plain && !UNLIKE_A_NAME.test(first) && actsOrIsMet(first, second, place) ? first : undefined
}

/** "patient Zofia was", "patient Zofia's", "I saw patient Zofia": people do something, or something is done to them. */
function actsOrIsMet(first: string, second: string, { before, after }: Place): boolean {
  if (ACTS.test(second) || /^['’]s(?!\p{L})/u.test(after.slice(first.length))) return true
  if (/^\p{Ll}/u.test(second)) return MET_BY_VERB.test(before)
  return MET.test(before) && (second === '' || after.startsWith(',', first.length))
}

/** "A patient called Wiremu", and not "the patient called Security". */
function isOneCalled({ before, says }: Place): boolean {
  return /called$/iu.test(says) && /(?<!\p{L})(?:an?|another|one|some) (?:\p{L}+ )?$/iu.test(before)
}

function bareWord(word: string): string {
  return word.replace(/['’]s$|(?<!(?:^|\.)\p{Lu})['’.-]+$/u, '')
}

function isListed(word: string): boolean {
  if (SHORT_CAPITALS.test(word)) return false
  const small = word.toLowerCase()
  if (ROLE_WORDS.has(small) || (word === small && WORDS_TOO.has(small))) return false
  return small.split('-').every((part) => PERSON_NAMES.has(part)) || PERSON_NAMES.has(small)
}

function isNoName(word: string): boolean {
  if (PERSON_NAMES.has(word.toLowerCase())) return ROLE_WORDS.has(word.toLowerCase())
  return NOUN_ENDING.test(word) || word.split('-').some((part) => ROLE_WORDS.has(part.toLowerCase()))
}

function finding(name: string): Finding {
  return { kind: 'patient-name', verdict: 'refuse', masked: maskName(name) }
}
