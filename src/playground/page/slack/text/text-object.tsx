import type { TextObject as SlackText } from '@slack/types'
import { MrkdwnText } from './mrkdwn-text.tsx'

/** A text object: plain text literally, mrkdwn drawn. */
export function TextObject({ of }: { of: SlackText }) {
  return of.type === 'mrkdwn' ? <MrkdwnText text={of.text} /> : of.text
}
