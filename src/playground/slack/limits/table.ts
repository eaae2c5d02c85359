import type { Payload } from '../payload.ts'
import { checkRichText } from './rich-text.ts'

const ROWS = 100
const COLUMNS = 20
const CHARACTERS = 10_000

/** A table of at most 100 rows of 20 cells, with 10,000 characters in all. */
export function checkTable(block: Payload): void {
  block.at('rows').counts(1, ROWS)
  for (const row of block.at('rows').each()) {
    row.counts(1, COLUMNS)
    for (const cell of row.each()) checkCell(cell)
  }
  const settings = block.at('column_settings')
  if (!settings.absent) settings.counts(0, COLUMNS)
  for (const column of settings.each()) {
    if (column.value === null) continue
    column.hasOnly(['align', 'is_wrapped'])
    column.at('align').isOneOf([undefined, 'left', 'center', 'right'])
    column.at('is_wrapped').isFlag()
  }
  if (block.at('rows').characters() > CHARACTERS) block.wrong('too much text in the table')
}

function checkCell(cell: Payload): void {
  const { value: type } = cell.at('type')
  if (type === 'rich_text') {
    checkRichText(cell)
    return
  }
  cell.at('type').isOneOf(['raw_text', 'raw_number'])
  cell.hasOnly(['type', 'text', ...(type === 'raw_number' ? ['value'] : [])])
  cell.at('text').isText(1, CHARACTERS)
  if (type === 'raw_number' && typeof cell.at('value').value !== 'number')
    cell.at('value').wrong('must be a number')
}
