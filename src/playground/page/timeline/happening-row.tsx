import { memo } from 'react'
import type { Happening } from '../../wire.ts'
import { formatTime } from '../clock/story-time.ts'
import { Icon } from '../icon.tsx'
import { PlatformMark } from '../platform-mark.tsx'
import { goToMessage } from '../who-am-i.ts'
import './happening-row.css'

const LONGEST = 300

interface Row {
  readonly item: Happening
  readonly zone: string
}

/** One thing that happened; with a message, the way to it. */
export const HappeningRow = memo(({ item, zone }: Row) => {
  const { kind, link } = item
  return (
    <li className="happening" data-kind={kind}>
      {link ? (
        <button type="button" className="happening-words" onClick={() => goToMessage(link)}>
          <Words item={item} zone={zone} />
        </button>
      ) : (
        <div className="happening-words">
          <Words item={item} zone={zone} />
        </div>
      )}
    </li>
  )
}, sameRow)

function sameRow(before: Row, after: Row): boolean {
  return before.item.id === after.item.id && before.item.at === after.item.at && before.zone === after.zone
}

function Words({ item: { at, kind, who, platform, text }, zone }: Row) {
  return (
    <>
      <span className="happening-icon">
        <Icon name={kind} size={16} />
      </span>
      <span className="happening-what">
        <span className="happening-head">
          <span className="happening-who" dir="auto">
            {who === '' ? text : who}
          </span>
          {platform && <PlatformMark platform={platform} />}
          <time dateTime={at}>{formatTime(Date.parse(at), zone)}</time>
        </span>
        {who !== '' && (
          <span className="happening-text" dir="auto">
            {text.slice(0, LONGEST)}
          </span>
        )}
      </span>
    </>
  )
}
