import type { CommandLine } from '../../wire.ts'
import { Composer, type Said } from '../composer/composer.tsx'
import { usePane } from './pane.ts'

/** The longest message that Slack's own box sends, in UTF-16 units. */
const LONGEST = 12_000

interface MessageBoxProps {
  readonly place: string
  readonly name: string
  readonly commands: readonly CommandLine[]
  readonly takesFiles: boolean
}

/** Where one writes in a place. */
export function MessageBox({ place, name, commands, takesFiles }: MessageBoxProps) {
  const pane = usePane()
  const send = async ({ text, file }: Said): Promise<string | undefined> => {
    const answer = await pane.send(file ? { deed: 'send-file', ...file, text } : { deed: 'say', place, text })
    if (!answer.ok) return answer.reason
    if (answer.notice !== undefined) pane.tell(answer.notice)
    return undefined
  }
  return (
    <div className="slack-write">
      <Composer
        label={`Message ${name}`}
        draftKey={`${pane.who} ${place}`}
        commands={commands}
        bare={false}
        longest={LONGEST}
        takesFiles={takesFiles}
        send={send}
      />
    </div>
  )
}
