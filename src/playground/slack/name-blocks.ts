type Named = Readonly<Record<string, unknown>>

/**
 * Names what the bot left nameless, as Slack does: every block gets a `block_id` and everything that can be acted on
 * an `action_id`, none twice. What stands at the same place keeps its name when a view is drawn anew.
 */
export function nameBlocks(blocks: readonly unknown[]): readonly Named[] {
  const taken = new Set(blocks.flatMap((block) => Reflect.get(Object(block), 'block_id') ?? []))
  return blocks.map((block, index) => {
    const own: Named = { ...Object(block) }
    return nameElements({ ...own, block_id: own['block_id'] ?? free(taken, `b${index + 1}`) })
  })
}

/** A view whose blocks all have names. */
export function nameView(content: Named): Named {
  const { blocks } = content
  return Array.isArray(blocks) ? { ...content, blocks: nameBlocks(blocks) } : content
}

function nameElements(block: Named): Named {
  const { type, element, accessory, elements } = block
  if (type === 'input') return { ...block, element: nameElement(element, 'a1') }
  if (type === 'section' && accessory !== undefined)
    return { ...block, accessory: nameElement(accessory, 'a1') }
  if (type !== 'actions' || !Array.isArray(elements)) return block
  return { ...block, elements: elements.map((one, index) => nameElement(one, `a${index + 1}`)) }
}

function nameElement(element: unknown, name: string): unknown {
  const own: Named = { ...Object(element) }
  return own['type'] === 'image' || own['action_id'] !== undefined ? element : { ...own, action_id: name }
}

function free(taken: Set<unknown>, name: string): string {
  if (taken.has(name)) return free(taken, `${name}x`)
  taken.add(name)
  return name
}
