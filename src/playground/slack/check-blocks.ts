import { checkButton, checkInput, checkText } from './check-elements.ts'
import type { Payload } from './payload.ts'

export type Surface = 'message' | 'modal' | 'home'

const MESSAGE_CHARACTERS = 13_000

/**
 * Notes what Slack would refuse in these blocks. Written from the Block Kit reference, apart from the renderer, so
 * that each proves the other.
 */
export function checkBlocks(blocks: Payload, surface: Surface): void {
  if (!Array.isArray(blocks.value)) blocks.wrong('must be a list')
  blocks.counts(surface === 'message' ? 1 : 0, surface === 'message' ? 50 : 100)
  for (const block of blocks.each()) checkBlock(block, surface)
  areUnique(blocks.each().map((block) => block.at('block_id')))
  areUnique(
    blocks
      .each()
      .flatMap((block) => [...block.at('elements').each(), block.at('element')])
      .map((element) => element.at('action_id')),
  )
  if (surface === 'message' && blocks.characters() > MESSAGE_CHARACTERS) blocks.wrong('too much text in all')
}

function areUnique(ids: readonly Payload[]): void {
  const seen = new Set<unknown>()
  for (const id of ids) {
    if (id.absent) continue
    id.isText(1, 255)
    if (seen.has(id.value)) id.wrong('is there twice')
    seen.add(id.value)
  }
}

function checkBlock(block: Payload, surface: Surface): void {
  const { value } = block.at('type')
  if (value === 'divider') block.hasOnly(['type', 'block_id'])
  else if (value === 'header') checkText(block.at('text'), 150)
  else if (value === 'section') checkSection(block)
  else if (value === 'context') checkContext(block)
  else if (value === 'actions') checkActions(block)
  else if (value === 'rich_text') checkRichText(block)
  else if (value === 'input' && surface !== 'message') checkInputBlock(block)
  else block.at('type').wrong('unsupported type of block')
}

function checkSection(block: Payload): void {
  if (block.at('text').absent) block.at('fields').counts(1, 10)
  else checkText(block.at('text'), 3000, ['plain_text', 'mrkdwn'])
  for (const field of block.at('fields').each()) checkText(field, 2000, ['plain_text', 'mrkdwn'])
}

function checkContext(block: Payload): void {
  block.at('elements').counts(1, 10)
  for (const element of block.at('elements').each()) checkText(element, 3000, ['plain_text', 'mrkdwn'])
}

function checkActions(block: Payload): void {
  block.at('elements').counts(1, 25)
  for (const element of block.at('elements').each()) checkButton(element)
}

function checkInputBlock(block: Payload): void {
  block.hasOnly(['type', 'block_id', 'label', 'element', 'hint', 'optional', 'dispatch_action'])
  checkText(block.at('label'), 2000)
  if (!block.at('hint').absent) checkText(block.at('hint'), 2000)
  checkInput(block.at('element'))
}

function checkRichText(block: Payload): void {
  block.at('elements').counts(1, Number.POSITIVE_INFINITY)
  for (const part of block.at('elements').each()) {
    part.at('type').isOneOf(['rich_text_section', 'rich_text_list'])
    if (part.at('type').value === 'rich_text_list') {
      part.at('style').isOneOf(['bullet', 'ordered'])
      part.at('elements').counts(1, Number.POSITIVE_INFINITY)
      for (const item of part.at('elements').each()) checkSpans(item)
    } else checkSpans(part)
  }
}

function checkSpans(section: Payload): void {
  section.at('elements').counts(1, Number.POSITIVE_INFINITY)
  for (const span of section.at('elements').each()) {
    span.hasOnly(['type', 'text', 'url', 'style'])
    span.at('type').isOneOf(['text', 'link'])
    const { value } = span.at('text')
    if (typeof value !== 'string' || value === '' || !value.isWellFormed()) span.wrong('must be text')
    if (span.at('type').value === 'link') span.at('url').isText(1, 3000)
  }
}
