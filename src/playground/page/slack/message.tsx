import type { KnownBlock } from '@slack/types'
import { memo, useState } from 'react'
import type { SharedFile, Shown } from '../../wire.ts'
import { momentOf, timeOf } from '../when.ts'
import { Avatar } from './avatar.tsx'
import { Blocks } from './blocks/blocks.tsx'
import { SurfaceContext, useEntered } from './blocks/surface.ts'
import { FileCard, SharedCard } from './file-cards.tsx'
import { MessageEdit } from './message-edit.tsx'
import { MessageTools } from './message-tools.tsx'
import { usePane } from './pane.ts'
import { MrkdwnText } from './text/mrkdwn-text.tsx'

const BOT_NAME = 'Rounds'

interface MessageProps {
  readonly shown: Shown
  readonly place: string
  readonly zone: string
  /** It follows one of the same person so soon that Slack does not name them again. */
  readonly follows: boolean
  readonly flashed: boolean
}

/** The id of a message's element: what the timeline scrolls to. */
export function anchorOf(who: string, place: string, message: string): string {
  return `${who}/${place}/${message}`
}

/** Drawn anew only where something of it has changed: a chat may hold hundreds. */
export const Message = memo(({ shown, place, zone, follows, flashed }: MessageProps) => {
  const { who } = usePane()
  const [editing, setEditing] = useState(false)
  const name = shown.from?.name ?? BOT_NAME
  const time = timeOf(shown.at, zone)
  const classes = ['slack-message', follows && 'slack-message-follows', flashed && 'slack-message-flashed']
  return (
    <article
      id={anchorOf(who, place, shown.id)}
      data-message={shown.id}
      className={classes.filter(Boolean).join(' ')}
      aria-label={`${name}, ${time}`}
      tabIndex={-1}
    >
      {shown.onlyYou && (
        <p className="slack-only-you">
          <svg viewBox="0 0 20 20" focusable="false" aria-hidden="true">
            <path d="M2 10s3-5.500 8-5.500 8 5.500 8 5.500-3 5.500-8 5.500S2 10 2 10z" />
            <circle cx="10" cy="10" r="2.400" />
          </svg>
          Only visible to you
        </p>
      )}
      {!follows && <Avatar name={name} bot={!shown.from} />}
      <div className="slack-message-body">
        <header className={follows ? 'unseen' : 'slack-message-head'}>
          <b dir="auto">{name}</b>
          {!shown.from && <span className="slack-app-badge">App</span>}
          <time dateTime={shown.at} title={momentOf(shown.at, zone)}>
            {time}
          </time>
        </header>
        {editing ? (
          <MessageEdit shown={shown} place={place} onDone={() => setEditing(false)} />
        ) : (
          <Content shown={shown} place={place} />
        )}
      </div>
      {!editing && (
        <MessageTools
          shown={shown}
          place={place}
          mine={shown.from?.key === who}
          onEdit={() => setEditing(true)}
        />
      )}
    </article>
  )
})

function Content({ shown, place }: { shown: Shown; place: string }) {
  const { who } = usePane()
  const [entered, enter] = useEntered(`message ${who} ${place} ${shown.id}`)
  const { blocks = [], text, file, shared = [] } = shown
  const edited = shown.edited && <span className="slack-edited"> (edited)</span>
  if (blocks.length > 0) {
    return (
      <SurfaceContext value={{ in: { place, message: shown.id }, entered, enter, errors: {} }}>
        <Blocks blocks={withLinks(blocks, shared) as unknown as readonly KnownBlock[]} />
        {edited}
        {shared.map((one) => (
          <SharedCard key={one.link} file={one} />
        ))}
      </SurfaceContext>
    )
  }
  return (
    <>
      {text !== '' && (
        <div className="slack-words" dir="auto">
          <MrkdwnText text={shown.from ? escaped(text) : text} />
          {edited}
        </div>
      )}
      {file !== undefined && <FileCard name={file} />}
    </>
  )
}

/** What people type is no link and no mention before Slack has made one of it. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** In Slack a link to a file opens it; here the playground has it. */
function withLinks(blocks: NonNullable<Shown['blocks']>, shared: readonly SharedFile[]) {
  return shared.reduce((changed, { permalink, link }) => {
    if (permalink === undefined) return changed
    const written = JSON.stringify(changed).replaceAll(permalink, new URL(link, location.href).href)
    return JSON.parse(written) as NonNullable<Shown['blocks']>
  }, blocks)
}
