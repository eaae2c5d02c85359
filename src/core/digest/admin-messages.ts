import type { Block, Message } from '../message/message.ts'
import { sentence } from '../message/messages.ts'

interface Named {
  readonly name: string
  readonly slug: string
}

/** `admin`: what a coordinator can do here, and how many requests for help wait for them. */
export function adminMenu(
  programs: readonly Named[],
  { locale, requests }: { readonly locale: string; readonly requests: number },
): Message {
  const names = new Intl.ListFormat(locale).format(programs.map(({ name }) => name))
  return {
    preview: 'For coordinators',
    blocks: [
      { kind: 'heading', text: 'For coordinators' },
      { kind: 'text', text: `You coordinate ${names}.` },
      ...requestBlocks(requests),
      {
        kind: 'buttons',
        buttons: [
          {
            label: 'Read the digest',
            verb: 'command.run',
            about: 'admin digest',
            ...(requests === 0 && { tone: 'primary' as const }),
          },
          { label: 'Match', verb: 'command.run', about: 'admin match' },
          { label: 'Review', verb: 'command.run', about: 'admin review' },
          { label: 'Nudge', verb: 'command.run', about: 'admin nudge' },
          { label: 'Import people', verb: 'command.run', about: 'admin import' },
        ],
      },
    ],
  }
}

function requestBlocks(requests: number): Block[] {
  if (requests === 0) return []
  const text = requests === 1 ? 'One request is open.' : `${requests} requests are open.`
  return [
    { kind: 'text', text },
    { kind: 'buttons', buttons: [{ label: 'Open requests', verb: 'help.list', tone: 'primary' }] },
  ]
}

export const coordinatorsOnly = sentence(
  'That is for coordinators, and you do not coordinate a program. If you should, ask whoever runs Rounds here.',
)

/** Which program's digest, where somebody coordinates several. */
export function whichDigest(programs: readonly Named[]): Message {
  return {
    preview: 'Which program?',
    blocks: [
      { kind: 'text', text: 'Which program’s digest?' },
      {
        kind: 'buttons',
        buttons: programs.map(({ name, slug }) => ({
          label: name,
          verb: 'command.run',
          about: `admin digest ${slug}`,
        })),
      },
    ],
  }
}

export const digestIsComing = sentence('I post the digest here within a minute or two.')
export const notTheDigestChannel = sentence(
  'This is not the channel of your program’s digest, so I do not post it here. “admin digest” shows it to you alone.',
)
