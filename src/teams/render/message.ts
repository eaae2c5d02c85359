import type { Block, Button, ChartBlock, LinkButton, Message, Text } from '../../core/message/message.ts'
import { type CardPart, cut, isOpenable, literal, richText, spansOf } from './text.ts'

/** Teams shows six actions in one row, Microsoft's renderer by itself five: what both take. */
const actionsInARow = 5
/** About what fits beside one another in a chat of Teams; a longer row is cut off at the edge of the card. */
const charactersInARow = 60
/** The width of a button around its label, in characters. */
const aroundALabel = 4
const longestLabel = 120

/** Whether the card stands in a chat or in a dialog, where a press can only travel as a submission. */
export type Stage = 'chat' | 'dialog'

/** The elements of a card's body for these blocks, in their order. */
export function renderBlocks(blocks: readonly Block[], stage: Stage): CardPart[] {
  const parts: CardPart[] = []
  let divide = false
  for (const block of blocks) {
    if (block.kind === 'divider') {
      divide = parts.length > 0
      continue
    }
    const [first, ...rest] = renderBlock(block, stage)
    if (first === undefined) continue
    parts.push(divide ? { ...first, separator: true, spacing: 'Medium' } : first, ...rest)
    divide = false
  }
  return parts
}

type Shown = Exclude<Block, { readonly kind: 'divider' }>

function renderBlock(block: Shown, stage: Stage): CardPart[] {
  switch (block.kind) {
    case 'heading':
      return richText(block.text, { size: 'Large', weight: 'Bolder' })
    case 'text':
      return richText(block.text)
    case 'note':
      return richText(block.text, { size: 'Small', isSubtle: true })
    case 'facts':
      return block.facts.map((fact) => row(richText(fact.label, { weight: 'Bolder' }), richText(fact.value)))
    case 'list':
      return renderList(block.items)
    case 'progress':
      return renderProgress(block)
    case 'buttons':
      return rowsOfActions(block.buttons, stage)
    case 'chart':
      return renderChart(block)
    case 'file':
      return richText(`${block.file.title} (${block.file.name})`, { size: 'Small', isSubtle: true })
  }
}

/** Items stand close together, so that a list is seen as one. */
function renderList(items: readonly Text[]): CardPart[] {
  const written = items.map(spansOf).filter((spans) => spans.some(({ text }) => literal(text).trim() !== ''))
  const [first = [], ...more] = written.map((spans) => richText([{ text: '• ' }, ...spans]))
  return [...first, ...more.flatMap(([head, ...rest]) => [{ ...head, spacing: 'Small' }, ...rest])]
}

/** A row of two columns. Not a FactSet: its values read Markdown. */
function row(label: CardPart[], value: CardPart[]): CardPart {
  return {
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [
      { type: 'Column', width: '1', items: label },
      { type: 'Column', width: '2', items: value },
    ],
  }
}

function renderProgress(block: Extract<Block, { readonly kind: 'progress' }>): CardPart[] {
  const filled = Math.round(Math.min(100, Math.max(0, block.percent)) / 10)
  const bar: Text = `${'▰'.repeat(filled)}${'▱'.repeat(10 - filled)}`
  return [
    ...richText([{ text: block.label, bold: true }]),
    ...richText([{ text: `${bar} ` }, { text: block.words }]).map((part) => ({ ...part, spacing: 'None' })),
  ]
}

function renderChart({ alt, picture }: ChartBlock): CardPart[] {
  if (picture === undefined) return richText(alt, { size: 'Small', isSubtle: true })
  return [{ type: 'Image', url: picture, altText: literal(alt), size: 'Stretch' }]
}

function rowsOfActions(buttons: readonly (Button | LinkButton)[], stage: Stage): CardPart[] {
  const rows: CardPart[][] = []
  let room = 0
  for (const button of buttons) {
    const action = actionOf(button, stage)
    if (action.length === 0) continue
    room -= button.label.length + aroundALabel
    const last = rows.at(-1)
    if (last && room >= 0 && last.length < actionsInARow) last.push(...action)
    else {
      rows.push([...action])
      room = charactersInARow - button.label.length - aroundALabel
    }
  }
  return rows.map((actions) => ({ type: 'ActionSet', actions }))
}

function actionOf(button: Button | LinkButton, stage: Stage): CardPart[] {
  const title = cut(literal(button.label), longestLabel)
  if ('link' in button) {
    return isOpenable(button.link) ? [{ type: 'Action.OpenUrl', title, url: button.link }] : []
  }
  const data = button.about === undefined ? {} : { about: button.about }
  if (stage === 'dialog') {
    const pressed = { press: true, verb: button.verb, ...data }
    return [{ type: 'Action.Submit', title, ...styleOf(button), associatedInputs: 'none', data: pressed }]
  }
  if (button.opensForm) {
    const opener = { msteams: { type: 'task/fetch' }, verb: button.verb, ...data }
    return [{ type: 'Action.Submit', title, ...styleOf(button), data: opener }]
  }
  return [{ type: 'Action.Execute', title, ...styleOf(button), verb: button.verb, data }]
}

function styleOf(button: Button): CardPart {
  if (button.tone === undefined) return {}
  return { style: button.tone === 'primary' ? 'positive' : 'destructive' }
}

/** The words of a message as one plain text, for the places that take no card. */
export function plainWords(message: Message): string {
  const lines = message.blocks.flatMap((block) => {
    if (block.kind === 'heading' || block.kind === 'text' || block.kind === 'note')
      return [wordsOf(block.text)]
    if (block.kind === 'list') return block.items.map(wordsOf)
    if (block.kind === 'facts') return block.facts.map((fact) => `${fact.label}: ${wordsOf(fact.value)}`)
    if (block.kind === 'chart') return [block.alt]
    return []
  })
  return lines.length > 0 ? lines.join('\n') : message.preview
}

function wordsOf(text: Text): string {
  return spansOf(text)
    .map((span) => span.text)
    .join('')
}
