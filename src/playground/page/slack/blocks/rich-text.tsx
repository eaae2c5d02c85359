import type { RichTextBlock, RichTextBlockElement, RichTextElement, RichTextList } from '@slack/types'
import { Fragment, type ReactNode } from 'react'
import { SafeLink } from '../text/safe-link.tsx'

/** Rich text: what its text elements hold is shown literally. */
export function RichText({ block }: { block: RichTextBlock }) {
  return <div className="slack-rich-text">{each(block.elements, drawPart)}</div>
}

/** Parts of one block never move, so their place is their key. */
function each<One>(parts: readonly One[], draw: (part: One) => ReactNode): ReactNode {
  return parts.map((part, index) => <Fragment key={String(index)}>{draw(part)}</Fragment>)
}

function drawPart(part: RichTextBlockElement): ReactNode {
  switch (part.type) {
    case 'rich_text_section':
      return (
        <div className="slack-words" dir="auto">
          {each(part.elements, drawSpan)}
        </div>
      )
    case 'rich_text_list':
      return <List of={part} />
    case 'rich_text_quote':
      return <blockquote dir="auto">{each(part.elements, drawSpan)}</blockquote>
    case 'rich_text_preformatted':
      return <pre dir="auto">{each(part.elements, drawSpan)}</pre>
  }
}

function List({ of }: { of: RichTextList }) {
  const items = of.elements.map((item, index) => (
    <li key={String(index)} dir="auto">
      {each(item.elements, drawSpan)}
    </li>
  ))
  const style = { marginInlineStart: `${(of.indent ?? 0) * 24}px` }
  return of.style === 'ordered' ? <ol style={style}>{items}</ol> : <ul style={style}>{items}</ul>
}

function drawSpan(span: RichTextElement): ReactNode {
  return styled(wordsOf(span), span.style)
}

function wordsOf(span: RichTextElement): ReactNode {
  switch (span.type) {
    case 'text':
      return span.text
    case 'link':
      return <SafeLink href={span.url}>{span.text ?? span.url}</SafeLink>
    case 'emoji':
      return span.unicode === undefined ? `:${span.name}:` : emojiOf(span.unicode)
    case 'date':
      return span.fallback ?? new Date(span.timestamp * 1000).toISOString()
    case 'color':
      return span.value
    case 'broadcast':
      return <span className="slack-mention">@{span.range}</span>
    case 'channel':
      return <span className="slack-mention">#{span.channel_id}</span>
    case 'user':
      return <span className="slack-mention">@{span.user_id}</span>
    case 'usergroup':
      return <span className="slack-mention">@{span.usergroup_id}</span>
    case 'team':
      return <span className="slack-mention">@{span.team_id}</span>
  }
}

function emojiOf(codes: string): string {
  return String.fromCodePoint(...codes.split('-').map((code) => Number.parseInt(code, 16)))
}

function styled(words: ReactNode, style: RichTextElement['style']): ReactNode {
  const code = style?.code ? <code>{words}</code> : words
  const struck = style?.strike ? <s>{code}</s> : code
  const slanted = style?.italic ? <em>{struck}</em> : struck
  return style?.bold ? <strong>{slanted}</strong> : slanted
}
