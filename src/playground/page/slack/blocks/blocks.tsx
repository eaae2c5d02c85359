import type { ContextBlock, ImageBlock, KnownBlock, SectionBlock } from '@slack/types'
import { lazy, Suspense } from 'react'
import { ActingControl } from '../controls/acting-control.tsx'
import { TextObject } from '../text/text-object.tsx'
import { InputBlock } from './input-block.tsx'
import { RichText } from './rich-text.tsx'

/** What the bot sends is drawn here; the library is fetched only for the blocks that it does not send. */
const OtherBlock = lazy(async () => ({ default: (await import('./other-block.tsx')).OtherBlock }))

/** Blocks as they stand one below the other. */
export function Blocks({ blocks }: { blocks: readonly KnownBlock[] }) {
  return (
    <div className="slack-blocks">
      {blocks.map((block, index) => (
        <Block key={block.block_id ?? String(index)} block={block} />
      ))}
    </div>
  )
}

function Block({ block }: { block: KnownBlock }) {
  switch (block.type) {
    case 'rich_text':
      return <RichText block={block} />
    case 'section':
      return <Section block={block} />
    case 'header':
      return (
        <h3 className="slack-header" dir="auto">
          {block.text.text}
        </h3>
      )
    case 'context':
      return <Context block={block} />
    case 'divider':
      return <hr className="slack-divider" />
    case 'image':
      return <Image block={block} />
    case 'input':
      return <InputBlock block={block} />
    case 'actions':
      return (
        <div className="slack-actions">
          {block.elements.map((element, index) => (
            <ActingControl
              key={JSON.stringify([element.action_id ?? index, 'value' in element && element.value])}
              block={block.block_id}
              element={element as Parameters<typeof ActingControl>[0]['element']}
            />
          ))}
        </div>
      )
    default:
      return (
        <Suspense fallback={null}>
          <OtherBlock block={block} />
        </Suspense>
      )
  }
}

function Section({ block }: { block: SectionBlock }) {
  return (
    <div className="slack-section">
      <div className="slack-section-words">
        {block.text && (
          <div className="slack-words" dir="auto">
            <TextObject of={block.text} />
          </div>
        )}
        {block.fields && (
          <div className="slack-section-fields">
            {block.fields.map((field, index) => (
              <div key={String(index)} className="slack-words" dir="auto">
                <TextObject of={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {block.accessory && <ActingControl block={block.block_id} element={block.accessory} />}
    </div>
  )
}

function Context({ block }: { block: ContextBlock }) {
  return (
    <div className="slack-context">
      {block.elements.map((element, index) =>
        element.type === 'image' ? (
          <img key={String(index)} src={addressOf(element)} alt={element.alt_text} />
        ) : (
          <span key={String(index)} dir="auto">
            <TextObject of={element} />
          </span>
        ),
      )}
    </div>
  )
}

function Image({ block }: { block: ImageBlock }) {
  return (
    <figure className="slack-image">
      {block.title && <figcaption dir="auto">{block.title.text}</figcaption>}
      <img src={addressOf(block)} alt={block.alt_text} />
    </figure>
  )
}

function addressOf(image: object): string | undefined {
  return 'image_url' in image && typeof image.image_url === 'string' ? image.image_url : undefined
}
