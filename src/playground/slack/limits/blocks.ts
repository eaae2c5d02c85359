import type { Payload } from '../payload.ts'
import { checkElement } from './elements.ts'
import { checkRichText } from './rich-text.ts'
import { checkTable } from './table.ts'
import { anyText, checkOptionalText, checkPicture, checkText } from './texts.ts'

export type Surface = 'message' | 'modal' | 'home'

const MARKDOWN_CHARACTERS = 12_000

interface Rules {
  /** Keys of its own, beside `type` and `block_id`. */
  readonly keys: readonly string[]
  readonly check: (block: Payload, surface: Surface) => void
  readonly on?: readonly Surface[]
}

const kinds: Readonly<Record<string, Rules>> = {
  divider: { keys: [], check: () => {} },
  header: { keys: ['text'], check: (block) => checkText(block.at('text'), 150) },
  section: { keys: ['text', 'fields', 'accessory', 'expand'], check: checkSection },
  context: { keys: ['elements'], check: checkContext },
  actions: { keys: ['elements'], check: checkActions },
  rich_text: { keys: ['elements'], check: checkRichText },
  image: { keys: ['image_url', 'slack_file', 'alt_text', 'title'], check: checkImage },
  input: {
    keys: ['label', 'element', 'hint', 'optional', 'dispatch_action'],
    check: checkInput,
    on: ['modal', 'home'],
  },
  alert: { keys: ['text', 'level'], check: checkAlert, on: ['modal'] },
  markdown: {
    keys: ['text'],
    check: (block) => block.at('text').isText(1, MARKDOWN_CHARACTERS),
    on: ['message'],
  },
  table: { keys: ['rows', 'column_settings'], check: checkTable, on: ['message'] },
}

/**
 * Notes what Slack would refuse in these blocks. Written from the Block Kit reference, apart from the renderer, so
 * that each proves the other. Kinds of blocks that no message of ours could hold are refused: `video`, `file`,
 * `card`, `carousel`, `container`, `data_table`, `context_actions`.
 */
export function checkBlocks(blocks: Payload, surface: Surface): void {
  if (!Array.isArray(blocks.value)) blocks.wrong('must be a list')
  blocks.counts(surface === 'message' ? 1 : 0, surface === 'message' ? 50 : 100)
  for (const block of blocks.each()) checkBlock(block, surface)
  areUnique(blocks.each().map((block) => block.at('block_id')))
  checkFocus(blocks)
  checkOfAKind(blocks)
}

function checkBlock(block: Payload, surface: Surface): void {
  const rules = kinds[String(block.at('type').value)]
  if (rules === undefined || rules.on?.includes(surface) === false) {
    block.at('type').wrong('unsupported type of block')
    return
  }
  block.hasOnly(['type', 'block_id', ...rules.keys])
  if (!block.at('block_id').absent) block.at('block_id').isText(1, 255)
  rules.check(block, surface)
}

function areUnique(ids: readonly Payload[]): void {
  const seen = new Set<unknown>()
  for (const id of ids) {
    if (!id.absent && seen.has(id.value)) id.wrong('is there twice')
    seen.add(id.value)
  }
}

/** At most one element has the focus when a view opens. */
function checkFocus(blocks: Payload): void {
  const focused = blocks
    .each()
    .flatMap((block) => [block.at('element'), block.at('accessory'), ...block.at('elements').each()])
    .filter((element) => element.at('focus_on_load').value === true)
  for (const another of focused.slice(1)) another.at('focus_on_load').wrong('only one element can have it')
}

function checkOfAKind(blocks: Payload): void {
  const ofType = (type: string) => blocks.each().filter((block) => block.at('type').value === type)
  for (const another of ofType('table').slice(1)) another.wrong('only_one_table_allowed')
  const written = ofType('markdown').reduce((sum, block) => sum + String(block.at('text').value).length, 0)
  if (written > MARKDOWN_CHARACTERS) blocks.wrong('too much markdown in all')
}

function checkSection(block: Payload, surface: Surface): void {
  const fields = block.at('fields')
  checkOptionalText(block.at('text'), 3000, anyText)
  if (block.at('text').absent || !fields.absent) fields.counts(1, 10)
  for (const field of fields.each()) checkText(field, 2000, anyText)
  block.at('expand').isFlag()
  if (!block.at('accessory').absent) checkElement(block.at('accessory'), 'section', surface)
}

function checkContext(block: Payload): void {
  block.at('elements').counts(1, 10)
  for (const element of block.at('elements').each()) {
    if (element.at('type').value !== 'image') checkText(element, 3000, anyText)
    else {
      element.hasOnly(['type', 'image_url', 'slack_file', 'alt_text'])
      checkPicture(element)
    }
  }
}

function checkActions(block: Payload, surface: Surface): void {
  block.at('elements').counts(1, 25)
  for (const element of block.at('elements').each()) checkElement(element, 'actions', surface)
  areUnique(
    block
      .at('elements')
      .each()
      .map((element) => element.at('action_id')),
  )
}

function checkInput(block: Payload, surface: Surface): void {
  checkText(block.at('label'), 2000)
  checkOptionalText(block.at('hint'), 2000)
  block.at('optional').isFlag()
  block.at('dispatch_action').isFlag()
  const element = block.at('element')
  checkElement(element, 'input', surface)
  if (element.at('type').value === 'file_input' && block.at('dispatch_action').value === true) {
    element.at('type').wrong('unsupported type of element')
  }
}

function checkImage(block: Payload): void {
  checkPicture(block)
  checkOptionalText(block.at('title'), 2000)
}

function checkAlert(block: Payload): void {
  checkText(block.at('text'), 3000, anyText)
  block.at('level').isOneOf([undefined, 'default', 'info', 'warning', 'error', 'success'])
}
