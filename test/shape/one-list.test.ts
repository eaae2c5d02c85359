import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onCommand, onPress, onSubmit } from '../../src/app/deeds.ts'
import type { Hospital } from '../../src/catalogue/hospital.ts'
import { commandMenu, commands } from '../../src/core/message/commands.ts'
import { readCommand } from '../../src/core/message/read-command.ts'
import type { Person } from '../../src/core/people/person.ts'
import { slackManifest } from '../../src/slack/manifest.ts'
import { teamsManifest } from '../../src/teams/manifest.ts'
import { openHospital, wordsIn } from '../support/hospital.ts'

/** The words of PRODUCT, *Commands*. */
const everybodys =
  'help join profile hours checkin goal progress plan met meet agreement briefing tell ask reflect thanks find offer intro resources pause resume rematch leave privacy export'
const coordinators = 'import match review digest report nudge announce'
const product = [
  ...everybodys.split(' '),
  'forget me',
  ...coordinators.split(' ').map((word) => `admin ${word}`),
]
/** The ten of Teams’ menu. */
const ten = 'checkin goal progress plan met meet reflect pause privacy help'.split(' ')

const known: readonly string[] = commands.map(({ words }) => words)
const later = product.filter((words) => !known.includes(words))

let hospital: Hospital
let coordinator: Person
beforeAll(async () => {
  hospital = await openHospital()
  coordinator = await hospital.person()
  await hospital.program({ coordinators: [coordinator.email] })
})
afterAll(() => hospital.close())

test('Rounds knows the commands of the product and no others', () => {
  expect(known.filter((words) => !product.includes(words))).toEqual([])
  expect(product.map((words) => readCommand(words).kind)).toEqual(
    product.map((words) => (known.includes(words) ? 'command' : 'later')),
  )
})

test('each command, the overview and the menu of coordinators have their line in the table, and nothing else has', () => {
  expect(Object.keys(onCommand).toSorted()).toEqual([...known, 'overview', 'admin'].toSorted())
})

test('help lists each command once, to type and to press', async () => {
  const help = await hospital.as(coordinator).command('help')
  const blocks = help.kind === 'show' ? help.message.blocks : []

  const listed = blocks.flatMap((block) => (block.kind === 'list' ? block.items : []))
  const labels = blocks.flatMap((block) =>
    block.kind === 'buttons' ? block.buttons.map(({ label }) => label) : [],
  )
  expect(listed.map((item) => (typeof item === 'string' ? item : item[0]?.text))).toEqual(known)
  expect(labels).toEqual(known.filter((words) => words !== 'help'))
})

test('help shows the commands of coordinators to coordinators alone', async () => {
  const help = await hospital.as(await hospital.person()).command('help')

  expect(wordsIn(help)).not.toContain('admin')
})

test('both manifests show the commands of Teams’ ten that exist, in that order', () => {
  const menu = commandMenu.map(({ words }) => words)
  const written = JSON.parse(readFileSync('manifest/slack.json', 'utf8'))
  const [bot] = teamsManifest({
    appId: '11111111-2222-4333-8444-555555555555',
    publicUrl: 'https://rounds.example.org',
    version: '1.0.0',
    commands: commandMenu.map(({ words, summary }) => ({ title: words, description: summary })),
  }).bots

  expect(menu).toEqual(ten.filter((words) => known.includes(words)))
  expect(written.features.slash_commands[0].usage_hint.split(' | ')).toEqual(menu)
  expect(bot?.commandLists[0]?.commands.map(({ title }) => title)).toEqual(menu)
})

test('a command of a later release says that it is not available yet, and no manifest or help names it', async () => {
  const help = wordsIn(await hospital.as(coordinator).command('help')).split('\n')
  const manifest = JSON.stringify(slackManifest({ socketMode: true, commandHint: menuHint() })).toLowerCase()

  for (const words of later) {
    const answer = await hospital.as(coordinator).command(words)

    expect(wordsIn(answer)).toContain(`“${words}” is not available yet.`)
    expect(help).not.toContain(words)
    expect(manifest).not.toContain(`| ${words}`)
  }
  expect(later.length).toBeGreaterThan(0)
})

test('Slack’s listener table hears the one command of the manifest', () => {
  const table = readFileSync('src/slack/listen.ts', 'utf8')
  const heard = [...table.matchAll(/app\.command\(([^,]+)/g)].map(
    ([, name]) => new RegExp(`const ${name} = '([^']+)'`).exec(table)?.[1],
  )
  const { features } = slackManifest({ socketMode: true, commandHint: menuHint() })

  expect(heard).toEqual(features.slash_commands.map(({ command }) => command))
})

test('verbs are an area and what is done there', () => {
  const verbs = [...Object.keys(onPress), ...Object.keys(onSubmit)]

  expect(verbs.filter((verb) => !/^[a-z]+\.[a-z]+(-[a-z]+)*$/.test(verb))).toEqual([])
  expect(new Set(verbs).size).toBe(verbs.length)
})

function menuHint(): string {
  return commandMenu.map(({ words }) => words).join(' | ')
}
