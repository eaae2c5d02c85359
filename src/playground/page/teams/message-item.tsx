import './message-item.css'
import { memo, useState } from 'react'
import type { DeedAnswer, Shown } from '../../wire.ts'
import { sendDeed } from '../send.ts'
import { timeOf } from '../when.ts'
import { AdaptiveCard } from './card/adaptive-card.tsx'
import type { Inputs, Pressed } from './card/draw-card.ts'
import { ConsentCard } from './consent-card.tsx'
import { BotFace, Drawing } from './drawings.tsx'
import { EditBox } from './edit-box.tsx'
import { Face } from './face.tsx'
import { MessageBy } from './message-by.tsx'
import { MessageText } from './message-text.tsx'
import { usePane } from './pane.ts'
import { type MenuItem, PaneMenu } from './pane-menu.tsx'

interface MessageItemProps {
  readonly place: string
  readonly message: Shown
  /** Who wrote it, and when, is said by the one above already. */
  readonly goesOn: boolean
  readonly onShowPayload: (payload: unknown) => void
}

/** One message: one's own to the right, a card as a card, and under it what Teams says about a press. */
export const MessageItem = memo(({ place, message, goesOn, onShowPayload }: MessageItemProps) => {
  const { someone, zone } = usePane()
  const [line, setLine] = useState<string>()
  const [editing, setEditing] = useState(false)
  const own = message.from?.key === someone.key

  const tell = (answer: DeedAnswer) => setLine(answer.ok ? answer.notice : answer.reason)
  const press = async (pressed: Omit<Pressed, 'button'>): Promise<Inputs | undefined> => {
    setLine(undefined)
    const answer = await sendDeed({
      who: someone.key,
      deed: 'teams-press',
      place,
      message: message.id,
      ...pressed,
    })
    tell(answer)
    return answer.ok ? answer.errors : undefined
  }
  const consent = async (action: 'accept' | 'decline') => {
    setLine(undefined)
    tell(await sendDeed({ who: someone.key, deed: 'teams-consent', place, message: message.id, action }))
  }
  const change = async (text: string) => {
    setEditing(false)
    tell(await sendDeed({ who: someone.key, deed: 'edit', place, message: message.id, text }))
  }
  const remove = async () =>
    tell(await sendDeed({ who: someone.key, deed: 'unsay', place, message: message.id }))

  const items: MenuItem[] = [
    ...(own && message.file === undefined ? [{ label: 'Edit', act: () => setEditing(true) }] : []),
    ...(own ? [{ label: 'Delete', act: () => void remove() }] : []),
    { label: 'Show what Teams carries', act: () => onShowPayload(message.payload) },
  ]

  return (
    <li
      className="teams-message"
      id={`${someone.key}/${place}/${message.id}`}
      data-message={message.id}
      data-own={own}
      data-goes-on={goesOn}
      tabIndex={-1}
    >
      {!own && <span className="teams-face">{!goesOn && <AuthorFace message={message} />}</span>}
      <div className="teams-said">
        <MessageBy message={message} own={own} goesOn={goesOn} />
        <div className={message.card || message.consent ? 'teams-card-frame' : 'teams-bubble'}>
          {editing ? (
            <EditBox
              text={message.text}
              onSave={(text) => void change(text)}
              onCancel={() => setEditing(false)}
            />
          ) : (
            <MessageText message={message} />
          )}
          {message.consent && (
            <ConsentCard consent={message.consent} onAnswer={(action) => void consent(action)} />
          )}
          {message.card && <AdaptiveCard content={message.card} onPress={press} />}
        </div>
        <p className="teams-line" role="status" dir="auto">
          {line}
        </p>
      </div>
      <PaneMenu
        name={`More about this message of ${timeOf(message.at, zone)}`}
        face={<Drawing name="more" />}
        items={items}
        opens="down"
      />
    </li>
  )
})

function AuthorFace({ message }: { readonly message: Shown }) {
  return message.from ? <Face name={message.from.name} /> : <BotFace />
}
