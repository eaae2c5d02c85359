import type { KnownBlock } from '@slack/types'
import { Message } from 'slack-blocks-to-jsx'
import 'slack-blocks-to-jsx/dist/style.css'
import { useShownTheme } from '../../theme.ts'
import { SafeLink } from '../text/safe-link.tsx'

type LibraryBlock = Parameters<typeof Message>[0]['blocks'][number]

/** A block that is drawn by the library: tables, alerts, cards, markdown, and what else Slack may think of. */
export function OtherBlock({ block }: { block: KnownBlock }) {
  const theme = useShownTheme()
  return (
    <Message
      blocks={[block as LibraryBlock]}
      name=""
      logo=""
      theme={theme}
      withoutWrapper
      hooks={{ link: ({ href, children }) => <SafeLink href={href}>{children}</SafeLink> }}
    />
  )
}
