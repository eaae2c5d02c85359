import { beforeAll, describe, expect, test } from 'vitest'
import { onPress, onSubmit } from '../../src/app/deeds.ts'
import { type Cast, casts, plain } from '../../src/catalogue/cast.ts'
import { collect } from '../../src/catalogue/collect.ts'
import { buttonsOf, isKnownVerb, type Recorder, type Shown } from '../../src/catalogue/recorder.ts'
import { commands } from '../../src/core/message/commands.ts'
import type { Block, Button, Message } from '../../src/core/message/message.ts'
import { readCommand } from '../../src/core/message/read-command.ts'
import { refuseMessage, refuseView } from '../../src/playground/slack/check-payloads.ts'
import { isTooLarge, wrongInActivity } from '../../src/playground/teams/check-activity.ts'
import { wrongInCard } from '../../src/playground/teams/check-card.ts'
import { renderForm, withErrors } from '../../src/slack/render/form.ts'
import { renderMessage } from '../../src/slack/render/message.ts'
import { renderHome, renderWindow } from '../../src/slack/render/view.ts'
import { messageActivity, messageCard } from '../../src/teams/render/card.ts'
import { formDialog } from '../../src/teams/render/dialog.ts'
import { freshDatabase } from '../support/database.ts'
import { complaintsAbout } from '../teams/render/parse-card.ts'
import { interpretedBySlack, interpretedByTeams } from './literal.ts'
import { gradeOf, medianOf } from './reading-level.ts'
import { unusedWords } from './unused-words.ts'

/** A story is a long one: thousands of deeds, each a transaction. */
const STORY_MS = 240_000

/** The story in plain words is told once for all tests of this file. */
let inPlainWords: Promise<{ readonly story: Recorder; readonly unused: readonly string[] }> | undefined

function tellPlainly() {
  inPlainWords ??= (async () => {
    const told: Recorder[] = []
    const unused = await unusedWords(async () => told.push(await collect(plain, freshDatabase)))
    const [story] = told
    if (!story) throw new Error('nothing was told')
    return { story, unused }
  })()
  return inPlainWords
}

async function tell(cast: Cast): Promise<Recorder> {
  return cast === plain ? (await tellPlainly()).story : await collect(cast, freshDatabase)
}

describe.each(casts)('with words that are $kind', (cast) => {
  let story: Recorder
  beforeAll(async () => {
    story = await tell(cast)
  }, STORY_MS)

  test('every message and form stays inside what Slack takes, wherever it is shown', () => {
    expect(complaints(story, refusalsOfSlack)).toEqual([])
  })

  test('every message and form is read by Microsoft’s own renderer and stays under 80 KB', () => {
    expect(complaints(story, (one) => cardsOf(one).flatMap(complaintsAbout))).toEqual([])
    expect(
      complaints(story, (one) =>
        cardsOf(one)
          .map(bytesOf)
          .filter((bytes) => bytes > 80_000),
      ),
    ).toEqual([])
  })

  test('every message and form stays inside what Teams takes, wherever it is shown', () => {
    expect(complaints(story, refusalsOfTeams)).toEqual([])
  })

  test('what people wrote is shown as it is, never read as markup', () => {
    expect(complaints(story, (one) => interpretedBySlack(slackPayloads(one)))).toEqual([])
    expect(complaints(story, (one) => interpretedByTeams(cardsOf(one)))).toEqual([])
  })

  test('what a lock screen shows holds no words of anybody, and names nobody who did not act', () => {
    const { words, title, milestone, mentor, mentee, coordinator } = cast
    const own = [words, title, milestone].map((text) => text.slice(0, 30))
    const names = [mentor, mentee, coordinator]

    const telling = (one: Shown) => {
      const preview = one.message?.preview ?? ''
      return [...own, ...(one.sent ? names : [])].filter((text) => preview.includes(text))
    }

    expect(complaints(story, telling)).toEqual([])
  })

  test('every button and form asks for something that Rounds does', () => {
    const unknown = (one: Shown) => [
      ...buttonsIn(one).filter((button) => !isHandled(button)),
      ...(one.form && !(one.form.verb in onSubmit) ? [one.form.verb] : []),
    ]

    expect(complaints(story, unknown)).toEqual([])
  })
})

describe('in plain words', () => {
  let story: Recorder
  let unused: readonly string[]
  beforeAll(async () => {
    const told = await tellPlainly()
    story = told.story
    unused = told.unused
  }, STORY_MS)

  test('the story shows every message that a feature has words for', () => {
    expect(unused).toEqual([])
  })

  test('the story leaves out nothing that Rounds does', () => {
    const offered = new Set(story.shown.flatMap(buttonsIn).map(({ verb }) => verb))
    const asked = new Set(story.shown.flatMap(({ form }) => (form ? [form.verb] : [])))
    const typed = new Set(
      story.commanded.map(readCommand).map((read) => ('words' in read ? read.words : read.kind)),
    )

    expect(Object.keys(onPress).filter((verb) => !offered.has(verb))).toEqual([])
    expect(Object.keys(onSubmit).filter((verb) => !asked.has(verb) || !story.submitted.has(verb))).toEqual([])
    expect(commands.map(({ words }) => words).filter((words) => !typed.has(words))).toEqual([])
  })

  test('a press that answers with a form says so beforehand', () => {
    const unmarked = story.presses.filter(({ button, answer }) => answer === 'form' && !button.opensForm)

    expect(unmarked.map(({ name, button }) => `${name}: ${button.label}`)).toEqual([])
  })

  test('a button that announces a form opens one', () => {
    const opened = new Set(
      story.presses.filter(({ answer }) => answer === 'form').map(({ button }) => nameOf(button)),
    )
    const marked = story.shown.flatMap(buttonsIn).filter(({ opensForm }) => opensForm)

    expect(new Set(marked.map(nameOf)).difference(opened)).toEqual(new Set())
  })

  test('titles and buttons stay within the 24 characters that fit a window of Slack', () => {
    const long = (one: Shown) =>
      [
        ...(one.form ? [one.form.title, one.form.submit] : []),
        ...buttonsIn(one).map(({ label }) => label),
      ].filter((text) => text.length > 24)

    expect(complaints(story, long)).toEqual([])
  })

  test('what Rounds says is read with ease: by most after six years of school, by all after twelve', () => {
    const { mentor, mentee, coordinator, program, words, title } = plain
    const names = [mentor, mentee, coordinator].flatMap((name) => [name, name.split(' ')[0] ?? name])
    const unread = [program, words, title, ...names, 'Rounds', 'Slack', 'Microsoft Teams']
    const grades = story.shown.flatMap(({ name, message }) => {
      const grade = message && gradeOf(message, unread)
      return grade === undefined ? [] : [{ name, grade }]
    })

    expect(medianOf(grades.map(({ grade }) => grade))).toBeLessThanOrEqual(6)
    expect(grades.filter(({ grade }) => grade > 12)).toEqual([])
  })

  test('a message is one screen; only lists that were asked for are longer', () => {
    const longer = story.shown.filter(({ message }) => message && message.blocks.length > 12)

    expect(longer.map(({ message }) => message?.preview).filter((preview) => !isList(preview))).toEqual([])
  })

  test('a file is handed over in a message that is sent to one person, never in an answer', () => {
    const shown = story.shown.filter(({ message, sent }) => !sent && hasFile(message))

    expect(shown.map(({ name }) => name)).toEqual([])
  })

  test('a message has one thing to press first', () => {
    const primary = ({ message }: Shown) =>
      (message?.blocks ?? []).filter(
        (block) => block.kind === 'buttons' && block.buttons.filter((one) => 'tone' in one).length > 1,
      )

    expect(complaints(story, primary)).toEqual([])
  })
})

const isList = (preview = '') =>
  /digest|needs attention|What is kept|What I can do|More of your|Mentors to choose|airs to review/.test(
    preview,
  )

function complaints(story: Recorder, about: (one: Shown) => readonly unknown[]): string[] {
  return story.shown.flatMap((one) => about(one).map((what) => `${one.name}: ${JSON.stringify(what)}`))
}

function refusalsOfSlack(one: Shown): unknown[] {
  const { message, form, errors } = one
  const refusals = message
    ? [
        refuseMessage(renderMessage(message)),
        refuseMessage(renderMessage(withSlackFiles(message))),
        refuseView(renderWindow(message)),
        refuseView(renderHome(message)),
      ]
    : []
  if (form)
    refusals.push(refuseView(renderForm(form)), refuseView(renderForm(withErrors(form, errors ?? {}))))
  return refusals.filter((refusal) => refusal !== undefined)
}

function slackPayloads({ message, form, errors }: Shown): unknown[] {
  return [
    ...(message ? [renderMessage(withSlackFiles(message)), renderWindow(message)] : []),
    ...(form ? [renderForm(form), renderForm(withErrors(form, errors ?? {}))] : []),
  ]
}

function hasFile(message: Message | undefined): boolean {
  return message?.blocks.some(({ kind }) => kind === 'file') ?? false
}

/** The message as it leaves for Slack: its charts drawn, its files uploaded. */
function withSlackFiles(message: Message): Message {
  const blocks = message.blocks.map((block): Block => {
    if (block.kind === 'chart') return { ...block, picture: 'F0123456' }
    return block.kind === 'file' ? { ...block, link: 'https://h.slack.com/files/U1/F1/a.ics' } : block
  })
  return { ...message, blocks }
}

/** The same as it leaves for Teams, with a picture as large as they are. */
function withTeamsPictures(message: Message): Message {
  const picture = `data:image/png;base64,${'A'.repeat(36_000)}`
  const blocks = message.blocks.map((block) => (block.kind === 'chart' ? { ...block, picture } : block))
  return { ...message, blocks }
}

/** What Teams would not take, in a chat or in a dialog. */
function refusalsOfTeams({ message, form, errors }: Shown): readonly string[] {
  return [
    ...(message ? refusalsOfMessage(message) : []),
    ...(form ? wrongInCard(formDialog(form, errors).card.content, 'dialog') : []),
  ]
}

function refusalsOfMessage(message: Message): readonly string[] {
  const activity = { ...messageActivity(withTeamsPictures(message)) }
  return [
    ...wrongInActivity(activity),
    ...wrongInCard(messageCard(message, 'dialog').content, 'dialog'),
    ...(isTooLarge(activity) ? ['too large'] : []),
  ]
}

function cardsOf({ message, form, errors }: Shown): unknown[] {
  return [
    ...(message ? messageActivity(withTeamsPictures(message)).attachments.map(({ content }) => content) : []),
    ...(message ? [messageCard(message, 'dialog').content] : []),
    ...(form ? [formDialog(form, errors).card.content] : []),
  ]
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value))
}

function buttonsIn({ message, form }: Shown): Button[] {
  const inForm = (form?.parts ?? []).flatMap((part) => (part.kind === 'words' ? [part.block] : []))
  const all: Message = { preview: '', blocks: [...(message?.blocks ?? []), ...inForm] }
  return buttonsOf(all)
}

function isHandled({ verb, about }: Button): boolean {
  if (verb !== 'command.run') return isKnownVerb(verb)
  return ['command', 'overview', 'admin-menu'].includes(readCommand(about ?? '').kind)
}

function nameOf({ verb, about }: Button): string {
  return verb === 'command.run' ? `${verb} ${about}` : verb
}
