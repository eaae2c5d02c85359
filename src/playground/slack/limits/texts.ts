import type { Payload } from '../payload.ts'

type TextKind = 'plain_text' | 'mrkdwn'

export const anyText: readonly TextKind[] = ['plain_text', 'mrkdwn']

/** A text object of at most `max` characters. */
export function checkText(text: Payload, max: number, kinds: readonly TextKind[] = ['plain_text']): void {
  text.at('type').isOneOf(kinds)
  text.at('text').isText(1, max)
  text.hasOnly(['type', 'text', text.at('type').value === 'mrkdwn' ? 'verbatim' : 'emoji'])
}

/** The same where it may be left out. */
export function checkOptionalText(
  text: Payload,
  max: number,
  kinds: readonly TextKind[] = ['plain_text'],
): void {
  if (!text.absent) checkText(text, max, kinds)
}

/** The question before something is really done. */
export function checkConfirm(confirm: Payload): void {
  if (confirm.absent) return
  confirm.hasOnly(['title', 'text', 'confirm', 'deny', 'style'])
  checkOptionalText(confirm.at('title'), 100)
  checkText(confirm.at('text'), 300, anyText)
  checkOptionalText(confirm.at('confirm'), 30)
  checkOptionalText(confirm.at('deny'), 30)
  checkStyle(confirm.at('style'))
}

export function checkStyle(style: Payload): void {
  style.isOneOf([undefined, 'primary', 'danger'])
}

/** An address that a browser may be sent to. */
export function checkAddress(url: Payload): void {
  url.isText(0, 3000)
  if (typeof url.value === 'string' && !/^https?:/i.test(url.value)) url.wrong('must be a web address')
}

/** A picture: somewhere on the web, or a file of Slack's; and what it shows, for those who do not see it. */
export function checkPicture(image: Payload): void {
  image.at('alt_text').isText(1, 2000)
  const [url, file] = [image.at('image_url'), image.at('slack_file')]
  if (url.absent === file.absent) image.wrong('needs either image_url or slack_file')
  checkAddress(url)
  if (file.absent) return
  file.hasOnly(['id', 'url'])
  if (file.at('id').absent === file.at('url').absent) file.wrong('needs either id or url')
}
