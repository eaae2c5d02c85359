import type { Block, Message, Text } from '../core/message/message.ts'

/** A neutral message as plain text for a terminal. */
export function linesOf({ blocks }: Message): string[] {
  return blocks.flatMap(linesOfBlock)
}

function linesOfBlock(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return ['', block.text, '='.repeat(block.text.length)]
    case 'text':
      return plain(block.text).split('\n')
    case 'note':
      return plain(block.text)
        .split('\n')
        .map((line) => `  ${line}`)
    case 'facts':
      return block.facts.map(({ label, value }) => `  ${label}: ${plain(value)}`)
    case 'list':
      return block.items.map((item) => `  - ${plain(item)}`)
    case 'progress':
      return [`  ${block.label}: ${block.words}`]
    case 'buttons':
      return [`  ${block.buttons.map(({ label }) => `[${label}]`).join(' ')}`]
    case 'divider':
      return ['']
    case 'chart':
      return [`  ${block.alt}`]
    case 'file':
      return [`  ${block.file.title} (${block.file.name})`]
  }
}

function plain(text: Text): string {
  return typeof text === 'string' ? text : text.map((span) => span.text).join('')
}
