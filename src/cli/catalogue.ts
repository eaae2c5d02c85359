import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import type { Cast } from '../catalogue/cast.ts'
import type { Database } from '../catalogue/hospital.ts'
import type { Shown } from '../catalogue/recorder.ts'
import { describeFault } from '../fault.ts'
import type { Draw } from '../ports/pictures.ts'
import { type Answer, tell } from './answer.ts'

interface Told {
  readonly cast: string
  readonly pieces: readonly object[]
}

interface CatalogueOptions {
  readonly out: string
  readonly cast: readonly string[]
}

export function addCatalogue(rounds: Command): void {
  rounds
    .command('catalogue')
    .description('everything that the product can show, as Slack and as Teams show it: one page, and JSON')
    .requiredOption('--out <folder>', 'where to: catalogue.html and catalogue.json')
    .action(async (options: CatalogueOptions) => tell(await printCatalogue(options), {}))
}

async function printCatalogue({ out }: CatalogueOptions): Promise<Answer> {
  const { casts } = await import('../catalogue/cast.ts')
  const { printPage } = await import('../playground/catalogue/print-page.ts')
  const told = await onOwnServer((newDatabase) => tellAll(casts, newDatabase))
  await mkdir(out, { recursive: true })
  await writeFile(join(out, 'catalogue.json'), `${JSON.stringify(told, undefined, 1)}\n`)
  const pieces = told.reduce((sum, { pieces: some }) => sum + some.length, 0)
  const counted = `${pieces} messages and forms`
  try {
    await writeFile(join(out, 'catalogue.html'), await printPage(told.map(withoutNeutral)))
  } catch (fault) {
    const why = describeFault(fault)
    return { lines: [`${counted}: catalogue.json`], refused: [`The page could not be made: ${why}`] }
  }
  return { lines: [`${counted} in ${join(out, 'catalogue.html')} and catalogue.json`] }
}

/** One story after the other: each takes a dozen databases at once. */
async function tellAll(casts: readonly Cast[], newDatabase: () => Promise<Database>) {
  const { collect } = await import('../catalogue/collect.ts')
  const { createPainter } = await import('../files/chart.ts')
  const painter = createPainter()
  const draw: Draw = async (chart) =>
    `data:image/png;base64,${Buffer.from(await painter.paint(chart)).toString('base64')}`
  const told: Told[] = []
  for (const cast of casts) {
    const { shown } = await collect(cast, newDatabase)
    const pieces = await Promise.all(shown.map((one) => drawn(one, draw)))
    told.push({ cast: cast.kind, pieces })
  }
  return told
}

/** The page draws what the platforms are given; what that was made of would double its size. */
function withoutNeutral({ cast, pieces }: Told): Told {
  return { cast, pieces: pieces.map((piece) => ({ ...piece, neutral: undefined })) }
}

/** A message or form as each platform is given it. */
async function drawn({ name, message, form, errors }: Shown, draw: Draw): Promise<object> {
  const { renderForm, withErrors } = await import('../slack/render/form.ts')
  const { renderMessage } = await import('../slack/render/message.ts')
  const { messageCard } = await import('../teams/render/card.ts')
  const { formDialog } = await import('../teams/render/dialog.ts')
  if (message) {
    const { withPictures } = await import('../ports/pictures.ts')
    const illustrated = await withPictures(message, draw)
    const slack = { blocks: renderMessage(illustrated).blocks.map(withAddress) }
    const teams = messageCard(illustrated, 'chat').content
    return { name, kind: 'message', title: message.preview, slack, teams, neutral: message }
  }
  if (!form) return {}
  const view = renderForm(errors ? withErrors(form, errors) : form)
  const slack = { blocks: view.blocks, submit: view.submit?.text }
  const teams = formDialog(form, errors).card.content
  return { name, kind: 'form', title: form.title, slack, teams, neutral: form, ...(errors && { errors }) }
}

/** Slack is given pictures as files of its own, which a page on a disk cannot fetch. */
function withAddress(block: object): object {
  if (!('slack_file' in block)) return block
  const { slack_file: file, ...picture } = block
  return { ...picture, image_url: Object(file).id }
}

/** A server of its own, that leaves nothing behind. */
async function onOwnServer<Result>(
  work: (newDatabase: () => Promise<Database>) => Promise<Result>,
): Promise<Result> {
  const { openDatabases, throwAway } = await import('../catalogue/databases.ts')
  const { openEmbedded } = await import('../store/embedded.ts')
  const dataDir = await mkdtemp(join(tmpdir(), 'rounds-catalogue-'))
  const server = await openEmbedded({ dataDir, settings: throwAway })
  try {
    const databases = await openDatabases(server.url)
    return await work(databases.fresh)
  } finally {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
