import { useId } from 'react'
import type { PlaceState, SlackState, Someone } from '../../wire.ts'
import { useHospital } from '../store.ts'
import { Avatar } from './avatar.tsx'
import { HomeTab } from './home-tab.tsx'
import { MessageBox } from './message-box.tsx'
import { MessageList } from './message-list.tsx'
import { nameOf } from './place-list.tsx'
import { type Tab, Tabs } from './tabs.tsx'

interface ConversationProps {
  readonly state: SlackState
  readonly someone: Someone
  readonly place: PlaceState
  readonly tab: Tab
  readonly goTo: { readonly message: string; readonly quietly?: boolean } | undefined
  readonly onTab: (tab: Tab) => void
}

/** One place: the app with its Home, a channel or a group. */
export function Conversation({ state, someone, place, tab, goTo, onTab }: ConversationProps) {
  const panel = useId()
  const all = useHospital()?.commands ?? []
  const commands = all.filter(({ words }) => someone.coordinates || !words.startsWith('admin'))
  const isChat = place.kind === 'chat'
  const name = nameOf(place)
  return (
    <section className="slack-conversation" aria-label={`${name}, as ${someone.name} sees it`}>
      <header className="slack-conversation-head">
        <h2 dir="auto">
          {place.kind === 'channel' ? '# ' : <Avatar name={name} bot={isChat} small />}
          {name}
        </h2>
        {isChat && <Tabs panel={panel} current={tab} onChoose={onTab} />}
      </header>
      <div id={panel} className="slack-panel" {...(isChat && { role: 'tabpanel', 'aria-label': tab })}>
        {isChat && tab === 'home' ? (
          <HomeTab home={state.home} />
        ) : (
          <>
            <MessageList key={place.id} place={place} goTo={goTo} />
            <MessageBox
              key={`${place.id}box`}
              place={place.id}
              name={place.kind === 'channel' ? `#${name}` : name}
              commands={commands}
              takesFiles={isChat}
            />
          </>
        )}
      </div>
    </section>
  )
}
