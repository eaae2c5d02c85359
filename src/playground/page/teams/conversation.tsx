import { useState } from 'react'
import type { CommandLine, PlaceState, TeamsState } from '../../wire.ts'
import { Composer, type Said } from '../composer/composer.tsx'
import { sendDeed } from '../send.ts'
import { Drawing } from './drawings.tsx'
import type { GoTo } from './go-to.ts'
import { MessageList } from './message-list.tsx'
import { usePane } from './pane.ts'
import { PaneMenu } from './pane-menu.tsx'
import { PlaceFace } from './place-face.tsx'

interface ConversationProps {
  readonly place: PlaceState
  readonly extensions: TeamsState['extensions']
  readonly commands: readonly CommandLine[]
  readonly goTo: GoTo | undefined
  readonly onShowPayload: (payload: unknown) => void
}

/** Teams takes about 28 KB of text in a message. */
const LONGEST = 28_000

/** One chat or channel, open: its name, its messages and the box to write in. */
export function Conversation({ place, extensions, commands, goTo, onShowPayload }: ConversationProps) {
  const { someone } = usePane()
  const [line, setLine] = useState<string>()
  const who = someone.key

  const send = async ({ text, file }: Said): Promise<string | undefined> => {
    setLine(undefined)
    const answer = file
      ? await sendDeed({ who, deed: 'send-file', ...file, text })
      : await sendDeed({ who, deed: 'say', place: place.id, text })
    if (!answer.ok) return answer.reason
    setLine(answer.notice)
    return undefined
  }
  const runExtension = async (command: string) => {
    const answer = await sendDeed({ who, deed: 'teams-extension', command })
    setLine(answer.ok ? answer.notice : answer.reason)
  }
  const tools = extensions.length > 0 && (
    <PaneMenu
      name="Actions and apps"
      face={<Drawing name="plus" />}
      opens="up"
      items={extensions.map(({ id, title }) => ({ label: title, act: () => void runExtension(id) }))}
    />
  )

  return (
    <div className="teams-conversation">
      <header className="teams-head">
        <PlaceFace place={place} />
        <h3 dir="auto">{place.name}</h3>
      </header>
      <MessageList place={place} goTo={goTo} onShowPayload={onShowPayload} />
      <div className="teams-write">
        <p className="teams-line" role="status" dir="auto">
          {line}
        </p>
        <Composer
          label={place.kind === 'chat' ? 'Type a message' : 'Write to Rounds here'}
          draftKey={`${who}/${place.id}`}
          commands={commands}
          bare={true}
          longest={LONGEST}
          takesFiles={place.kind === 'chat'}
          send={send}
          tools={tools}
        />
      </div>
    </div>
  )
}
