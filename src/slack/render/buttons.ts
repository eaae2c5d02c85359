import type { ActionsBlock, RichTextBlock, Button as SlackButton } from '@slack/types'
import type { Button, LinkButton } from '../../core/message/message.ts'
import { LIMITS } from './limits.ts'
import type { Numbering } from './numbering.ts'
import { plain } from './plain.ts'
import { isLink, richText } from './rich-text.ts'
import { travels } from './travels.ts'

/** The verb of buttons that lead out of Slack: Slack reports their presses, which ask for nothing. */
export const LINK_VERB = 'link.follow'

/** Buttons in rows of as many as Slack takes. One whose row id cannot travel whole is left out: cut, it would lie. */
export function buttonRows(
  buttons: readonly (Button | LinkButton)[],
  numbers: Numbering,
): (ActionsBlock | RichTextBlock)[] {
  const elements = buttons.flatMap((button) => renderButton(button, numbers))
  const rows: (ActionsBlock | RichTextBlock)[] = []
  for (let start = 0; start < elements.length; start += LIMITS.actionElements) {
    rows.push({ type: 'actions', elements: elements.slice(start, start + LIMITS.actionElements) })
  }
  return [...rows, ...mailLinks(buttons)]
}

/** Slack's buttons lead to web addresses only: a mail address is written as a link. */
function mailLinks(buttons: readonly (Button | LinkButton)[]): RichTextBlock[] {
  return buttons.flatMap((button) => {
    if (!('link' in button) || isWebLink(button.link) || !isLink(button.link)) return []
    return [richText([{ text: plain(button.label, LIMITS.buttonLabel).text, link: button.link }])]
  })
}

function isWebLink(link: string): boolean {
  return isLink(link) && /^https?:/i.test(link)
}

function renderButton(button: Button | LinkButton, numbers: Numbering): SlackButton[] {
  const text = plain(button.label, LIMITS.buttonLabel)
  if ('link' in button) {
    return isWebLink(button.link)
      ? [{ type: 'button', text, action_id: `${LINK_VERB}:${numbers.next()}`, url: button.link }]
      : []
  }
  const action_id = `${button.verb}:${numbers.next()}`
  const { about } = button
  const carries = about === undefined || about === '' || travels(about, LIMITS.buttonValue)
  if (!carries || !travels(action_id, LIMITS.identifier)) return []
  return [
    {
      type: 'button',
      text,
      action_id,
      ...(about === undefined || about === '' ? {} : { value: about }),
      ...(button.tone === undefined ? {} : { style: button.tone }),
    },
  ]
}
