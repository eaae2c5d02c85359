import type { Shown } from '../../wire.ts'
import { momentOf, timeOf } from '../when.ts'
import { usePane } from './pane.ts'

interface MessageByProps {
  readonly message: Shown
  readonly own: boolean
  readonly goesOn: boolean
}

/** Who wrote it, and when; those who listen hear it with every message. */
export function MessageBy({ message, own, goesOn }: MessageByProps) {
  const { zone } = usePane()
  return (
    <p className="teams-by">
      <b className={own || goesOn ? 'unseen' : ''}>
        <bdi>{message.from?.name ?? 'Rounds'}</bdi>
      </b>{' '}
      <time dateTime={message.at} title={momentOf(message.at, zone)} className={goesOn ? 'unseen' : ''}>
        {timeOf(message.at, zone)}
      </time>
      {message.edited && <span> Edited</span>}
    </p>
  )
}
