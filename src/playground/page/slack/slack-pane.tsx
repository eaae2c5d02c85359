import { useEffect, useMemo, useState } from 'react'
import type { DeedAnswer, PersonDeed, SlackState, Someone } from '../../wire.ts'
import { sendDeed } from '../send.ts'
import { Conversation } from './conversation.tsx'
import { wasFollowed } from './followed.ts'
import { Notice, type NoticeText } from './notice.tsx'
import { type OwnDeed, PaneContext, PlacesContext } from './pane.ts'
import { PlaceList } from './place-list.tsx'
import type { Tab } from './tabs.tsx'
import { useUnread, useWhereabouts } from './use-whereabouts.ts'
import { forgetClosed } from './windows/kept-windows.ts'
import { Modal } from './windows/modal.tsx'
import './slack.css'
import './blocks.css'
import './messages.css'
import './places.css'
import './controls.css'
import './windows.css'

interface SlackPaneProps {
  readonly state: SlackState
  readonly someone: Someone
  /** A message to be shown; another object at every wish. */
  readonly goTo?: { readonly place: string; readonly message: string; readonly quietly?: boolean } | undefined
}

/** Somebody's Slack. Everything in it starts anew for another person. */
export function SlackPane(props: SlackPaneProps) {
  return <Client key={props.state.key} {...props} />
}

function Client({ state, someone, goTo }: SlackPaneProps) {
  const who = state.key
  const [overlay, setOverlay] = useState<HTMLElement | null>(null)
  const [notice, setNotice] = useState<NoticeText>()
  const [where, go] = useWhereabouts(state)
  const unread = useUnread(state, where)
  const { places, windows } = state
  const place = places.find(({ id }) => id === where.place)

  const acts = useMemo(() => {
    const send = (deed: OwnDeed) => sendDeed({ ...deed, who } as PersonDeed)
    const tell = (sentence: string) => setNotice({ sentence })
    const act = async (deed: OwnDeed): Promise<DeedAnswer> => {
      const answer = await send(deed)
      const sentence = answer.ok ? answer.notice : answer.reason
      if (sentence !== undefined) tell(sentence)
      return answer
    }
    return { send, tell, act }
  }, [who])

  const choose = (to: { place: string; tab: Tab }) => {
    const opensHome = to.tab === 'home' && to.place === places[0]?.id
    if (opensHome) void acts.act({ deed: 'slack-home' })
    go(to)
  }
  // The wish alone leads there: whoever went elsewhere since stays there.
  const [led, setLed] = useState<SlackPaneProps['goTo']>()
  if (goTo && goTo !== led && !wasFollowed(goTo)) {
    setLed(goTo)
    go({ place: goTo.place, tab: 'messages' })
  }
  useEffect(() => forgetClosed(who, windows), [who, windows])

  const pane = useMemo(() => ({ who, overlay, ...acts }), [who, overlay, acts])

  return (
    <PaneContext value={pane}>
      <PlacesContext value={places}>
        <div className="slack-pane">
          <div className="slack-client" inert={windows.length > 0}>
            <PlaceList
              name={someone.name}
              places={places}
              current={where.place}
              unread={unread}
              onChoose={(id) => choose({ place: id, tab: 'messages' })}
            />
            {place && (
              <Conversation
                state={state}
                someone={someone}
                place={place}
                tab={where.tab}
                goTo={goTo && goTo.place === place.id ? goTo : undefined}
                onTab={(tab) => choose({ place: place.id, tab })}
              />
            )}
          </div>
          <div ref={setOverlay} className="slack-overlay" />
          {(overlay ? windows : []).map((window, index) => (
            <Modal key={window.id} window={window} covered={index < windows.length - 1} />
          ))}
          <Notice notice={notice} />
        </div>
      </PlacesContext>
    </PaneContext>
  )
}
