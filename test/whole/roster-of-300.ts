import type { Actor } from './actors.ts'
import type { Cast } from './stage.ts'

/** Somebody of a roster that is made up by counting. */
export interface Listed {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: 'mentor' | 'mentee'
}

const mentors = 100
const mentees = 200

const firstNames = 'Ada Ben Cleo Dan Eve Fay Gus Hal Ivy Jon Kit Lea Max Nan Oli Pia Quin Ros Sam Tess'.split(
  ' ',
)
const lastNames =
  'Archer Baker Carter Dyer Ellis Fisher Glover Hooper Iver Joiner Keeler Lister Mason Naylor Owen'.split(' ')

const professions = ['nurse', 'nurse', 'nurse', 'midwife', 'physiotherapist']
const specialties = ['acute medicine', 'surgery', 'elderly care', 'intensive care']
const skills = [
  'wound care',
  'triage',
  'ventilator care',
  'teaching',
  'dementia care',
  'debriefing',
  'cannulation',
]
const sites = ['North Wing', 'West Gate', 'Community Hub']
const hours = ['09:00,19:00', '08:00,16:00', '13:00,21:00']

export const listed: readonly Listed[] = Array.from({ length: mentors + mentees }, (_, n): Listed => {
  const name = `${firstNames[n % 20]} ${lastNames[Math.floor(n / 20)]}`
  const email = `${name.toLowerCase().replace(' ', '.')}@stmarys.example`
  return { id: String(n).padStart(3, '0'), name, email, role: n < mentors ? 'mentor' : 'mentee' }
})

/** Every other of them is on Slack, the others on Teams. */
export function platformOf({ id }: Pick<Listed, 'id'>): Actor['platform'] {
  return Number(id) % 2 === 0 ? 'slack' : 'teams'
}

export function accountOf(one: Pick<Listed, 'id'>): string {
  return platformOf(one) === 'slack' ? `U0ROSTER${one.id}` : `0a1b2c3d-0000-4000-8000-000000001${one.id}`
}

/** Coordinates in Slack. */
export const amira = { id: '900', name: 'Amira Haddad', email: 'amira.haddad@stmarys.example' }
/** Coordinates in Teams. */
export const tom = { id: '901', name: 'Tom Okafor', email: 'tom.okafor@stmarys.example' }

const everybody = [amira, tom, ...listed]
const on = (platform: Actor['platform']) =>
  everybody
    .filter((one) => platformOf(one) === platform)
    .map((one) => ({ id: accountOf(one), name: one.name, email: one.email, timeZone: 'Europe/London' }))

export const castOf300: Cast = { slackUsers: on('slack'), teamsPeople: on('teams') }

/** The roster as a coordinator has it: mentors of mixed capacity, from none to four. */
export const roster = `\uFEFF${[
  'email,name,role,profession,grade,specialty,sites,registered_on,trained_on,skills_offered,skills_sought,capacity,contact_from,contact_to,slack_user_id,teams_user_id',
  ...listed.map(rowOf),
].join('\r\n')}\r\n`

function rowOf(one: Listed, n: number): string {
  const isMentor = one.role === 'mentor'
  const some = [skills[n % 7], skills[(n * 3 + 1) % 7]].join(';')
  return [
    one.email,
    one.name,
    one.role,
    professions[n % 5],
    isMentor ? 6 + (n % 3) : 5,
    specialties[n % 4],
    sites[n % 3],
    isMentor ? `${2005 + (n % 12)}-09-15` : '2026-09-14',
    isMentor ? '2024-03-14' : '',
    isMentor ? some : '',
    isMentor ? '' : some,
    isMentor ? Math.floor(n / 5) % 5 : '',
    hours[n % 3],
    platformOf(one) === 'slack' ? `${accountOf(one)},` : `,${accountOf(one)}`,
  ].join(',')
}
