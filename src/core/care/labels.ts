/**
 * Words that may stand between a label and its value, as in "NHS number for this patient is". A value is *labelled*
 * when only these and punctuation lie between.
 */
const LINK =
  'is|was|are|be|being|has|it|its|s|the|this|that|of|for|as|follows|reads|read|shows|says|given|recorded|listed|written|' +
  'patient|patients|pt|his|her|their|my|our|number|numbers|no|num|nr|id|ref|here|ending|ends|in|and|with|under|or|below|on file'
const LINKS = new RegExp(`^(?:[^\\p{L}\\p{N}]|(?:${LINK})(?![\\p{L}\\p{N}]))*`, 'iu')
/** "Her DOB, I am fairly sure, is": said by the way, between a label and its value. */
const ASIDE = /^\s?(?:\([^()\d\n]{1,40}\)|,[^,.;:\d\n]{1,40},)/u
const REACH = 90
const LINKS_BACK =
  /^(?:[^\p{L}\p{N}]|(?:is|was|s|being|the|this|thats?|which|as|for|his|her|their|my|our)(?![\p{L}\p{N}]))*/iu

/** Every place of a label (a global pattern) with the text right after it, link words taken off. */
export function* afterLabels(
  text: string,
  pattern: RegExp,
): Generator<{ at: number; label: string; after: string }> {
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length
    const next = text.slice(end, end + REACH)
    yield { at: match.index, label: match[0], after: next.replace(ASIDE, '').replace(LINKS, '') }
  }
}

/** Whether only link words and a label of this kind follow, as in "943 476 5919 is his NHS number". */
export function labelFollows(text: string, label: RegExp): boolean {
  const after = text.slice(0, REACH).replace(LINKS_BACK, '')
  return after.search(label) === 0
}

/** What makes a number one of staff, a telephone, a book or a room for a call, not of a patient. */
const OTHER_THING =
  'phone|phones|telephone|tel|mobile|mob|cell|cellphone|call|calling|ring|ringing|text|txt|texting|dial|dialling|fax|' +
  'bleep|bleeps|beep|pager|page|ext|extn|extension|contact|whatsapp|sms|switchboard|helpline|hotline|landline|line|' +
  'voicemail|signal|reach|facetime|' +
  'zoom|teams|webex|meeting|conference|webinar|passcode|isbn(?:-1[03])?|doi|issn|orcid|order|invoice|po|ticket|requisition|vacancy|' +
  'course|booking|staff|payroll|employee|assignment|badge|gmc|nmc|hcpc|gdc|gphc|npi|licen[cs]e|registration|asset|' +
  'serial|barcode|office|reception|jobs?|tracking|parcel|catalogue|sort code|account|' +
  '(?:incident|datix|study|trial|part|stock|model|policy|grant|report|audit|complaint) (?:number|no|ref|reference|id|code)|' +
  '(?:my|our|desk|direct|work|home|office|ward|personal|emergency|main) (?:number|no)'
const OTHER_LINK =
  'is|are|was|s|me|us|him|them|her|my|our|your|the|on|at|via|using|by|number|numbers|no|num|id|code|ref|reference|back|' +
  'ward|office|desk|direct|please|if|needed|urgent|urgently|it|or|and|a|anytime|in|personal|work|home|new|joining|' +
  'link|nurse|charge|sister|team|purchase|up|card|pin|member|any ?time|today|tonight|tomorrow|then|out|hours|day|night'
const OTHER_BEFORE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${OTHER_THING})(?:[^\\p{L}\\p{N}]|(?<![\\p{L}\\p{N}])(?:${OTHER_LINK})(?![\\p{L}\\p{N}]))*(?:\\+?1[-. ])?$`,
  'iu',
)
/** "Ring the ward clerk on", "my mentor's number is", "T:". */
const WHOM_TO_CALL =
  /(?<!\p{L})(?:(?:call|ring|phone|text|dial|reach|contact|bleep|page|get)(?: \p{L}+){1,4} (?:on|at)|(?:mentor|mentee|preceptor|colleague|manager|coordinator|secretary|matron|sister)(?:['’]?s)? (?:number|no)(?: is)?|[tm](?=:))[^\p{L}\p{N}]*$/iu
const DIALLING_CODE = /(?:\+\d{0,3}[ ().0-]*|(?<!\d)00\d{1,3}[ .-]|(?<!\d)1[-.])$/u
const INSIDE_LINK = /(?:https?:|www\.|\/\/)\S*$/iu
const OTHER_AFTER =
  /^[^\p{L}\p{N}]{0,2}(?:(?:ext|extn|extension|x)[. ]{0,2}\d|(?:\(|(?:is|s) (?:\p{L}+ ){0,3}|- ?)(?:phone|mobile|cell|tel|telephone|bleep|pager|fax|landline|switchboard|helpline|line|desk)(?!\p{L}))/iu

/** Whether the words around a number say that it belongs to a telephone, a member of staff or a thing. */
export function isOtherNumber(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 60), start)
  return (
    DIALLING_CODE.test(before) ||
    INSIDE_LINK.test(before) ||
    OTHER_BEFORE.test(before) ||
    WHOM_TO_CALL.test(before) ||
    OTHER_AFTER.test(text.slice(end, end + 50))
  )
}
