/** Who plays, and what they write: the same story is told with each, so that every message is seen with every kind of words. */
export interface Cast {
  readonly kind: string
  readonly mentor: string
  readonly mentee: string
  readonly coordinator: string
  readonly program: string
  readonly title: string
  readonly milestone: string
  readonly unit: string
  /** A few words of somebody’s own. Private: no preview may hold them. */
  readonly words: string
  readonly question: string
  readonly options: readonly [string, string]
  readonly routes: { readonly patient_safety: string; readonly wellbeing: string; readonly speak_up: string }
}

/** What mentions, formats, links or computes where it is read as markup. */
const hostile = '<!channel> *bold* [x](http://evil.example) {{DATE(2027-01-04T09:00:00Z)}} <@U1>'

const routes = {
  patient_safety: 'Ring 5555, then Datix',
  wellbeing: 'https://example.org/care',
  speak_up: 'Freedom to Speak Up guardian, 5557',
}

export const plain: Cast = {
  kind: 'plain',
  mentor: 'Amira Haddad',
  mentee: 'Priya Shah',
  coordinator: 'Carla Jones',
  program: 'Career mentoring 2027',
  title: 'Lead a handover on my own',
  milestone: 'Lead one with Amira beside me',
  unit: 'shifts',
  words: 'I asked for help before it was late',
  question: 'How did the rota treat you?',
  options: ['Kindly', 'Not so kindly'],
  routes,
}

/** As long as each may be. */
const longest: Cast = {
  kind: 'longest',
  mentor: filled('Amira Wilhelmina Konstantinopoulou-Haddad ', 120),
  mentee: filled('Priyadarshini Shah-Featherstonehaugh ', 120),
  coordinator: filled('Carla Jones-Montgomery ', 120),
  program: filled('Career mentoring for everybody who is new here ', 120),
  title: filled('Lead a handover on my own, with all that belongs to it, ', 300),
  milestone: filled('Lead one with somebody beside me ', 200),
  unit: filled('shifts without a break ', 40),
  words: filled('I asked for help before it was late, and it came. ', 2000),
  question: filled('How did the rota treat you in the last weeks? ', 300),
  options: [filled('Kindly, all in all, ', 75), filled('Not so kindly, I must say, ', 75)],
  routes: {
    patient_safety: filled('Ring 5555, then Datix, then your matron ', 300),
    wellbeing: filled('The care line, day and night ', 300),
    speak_up: filled('The guardian, 5557 ', 300),
  },
}

/** Read as markup where a platform may, then right to left, without spaces, and signs that are several characters. */
const harmful: Cast = {
  kind: 'hostile, in many scripts',
  mentor: `${hostile} M أميرة حداد`,
  mentee: `${hostile} E 欧阳静怡`,
  coordinator: `${hostile} C 👩🏽‍⚕️🏳️‍🌈`,
  program: `P ${hostile} برنامج الإرشاد المهني 👨‍👩‍👧‍👦`,
  title: `T ${hostile} 独立完成一次交接班 🩺 :wave:`,
  milestone: `S ${hostile} أقوده مرة مع أميرة ✅`,
  unit: '*u* <!here> 班次 🌙',
  words: `W ${hostile} طلبت المساعدة في الوقت المناسب، 我及时请求了帮助 🎉 :tada:`,
  question: `Q ${hostile} 排班对你怎么样？ 😀`,
  options: ['*a* <@U1> [x](http://evil.example) 😀 جيد', '1) _b_ {{DATE()}} 😴 很累'],
  routes: { patient_safety: hostile, wellbeing: hostile, speak_up: hostile },
}

export const casts: readonly Cast[] = [plain, longest, harmful]

function filled(words: string, length: number): string {
  return words
    .repeat(Math.ceil(length / words.length))
    .slice(0, length)
    .trim()
}
