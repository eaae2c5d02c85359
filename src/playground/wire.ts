/**
 * What the playground's page and its server say to each other: types alone, so that the page can share them. The page
 * hears of everything by server-sent events, each a whole new state of its part, and sends deeds, one a request.
 */

export type Platform = 'slack' | 'teams'

/** Somebody on one platform, `slack:U0DEMO07`: who is on both has two. */
export type AccountKey = `${Platform}:${string}`

export interface Someone {
  readonly key: AccountKey
  readonly name: string
  /** What they are, in a few words: `Mentee · nurse · critical care`. */
  readonly line: string
  readonly coordinates: boolean
  /** The accounts of those they are paired with. */
  readonly pairedWith: readonly AccountKey[]
  /** How many messages the bot has written to them so far. */
  readonly messages: number
  /** Their account is there: not deactivated, and the bot not blocked. */
  readonly reachable: boolean
}

export interface ProgramLine {
  readonly slug: string
  readonly name: string
}

/** Event `hospital`. */
export interface HospitalState {
  /** One life of the hospital: another after a reset, the same after a restart. */
  readonly run: string
  /** Which build of the page belongs to this server. */
  readonly page: string
  readonly people: readonly Someone[]
  readonly programs: readonly ProgramLine[]
  readonly faults: Readonly<Record<Platform, Fault | 'none'>>
  /** Messages in the outbox that have not been sent yet. */
  readonly waiting: number
  /** What can be said after `/mentor`, for the message box to complete. */
  readonly commands: readonly CommandLine[]
}

export interface CommandLine {
  /** `progress` */
  readonly words: string
  /** `[N] [VALUE[%]|done|yes|no] [note]` */
  readonly usage?: string
  readonly summary: string
}

/** How a platform fails until it is mended: it refuses with 429, answers 500, or takes four seconds. */
export type Fault = 'rate-limited' | 'broken' | 'slow'

/** Event `clock`. Instants are ISO 8601 in UTC. */
export interface ClockState {
  readonly now: string
  /** The zone in which the hospital's clock is shown. */
  readonly zone: string
  /** What happens next by itself. */
  readonly next?: string
  /** Where the clock is on its way to. */
  readonly until?: string
  /** People who are not on a page live their own lives: they answer, later or not at all. */
  readonly alive: boolean
}

/** Something that happened, for the timeline. */
export interface Happening {
  readonly id: number
  readonly at: string
  /** `clock`: the clock was moved. `deed`: somebody of the hospital did something by themselves. */
  readonly kind: 'nudge' | 'reminder' | 'digest' | 'message' | 'deed' | 'clock' | 'trouble'
  /** Whom it reached, or who did it. */
  readonly who: string
  readonly platform?: Platform
  readonly text: string
  readonly link?: MessageLink
}

export interface MessageLink {
  readonly account: AccountKey
  readonly place: string
  readonly message: string
}

/** Event `timeline`: from this index on. A new `run` begins with 0. */
export interface TimelinePart {
  readonly run: string
  readonly from: number
  readonly items: readonly Happening[]
}

/** All that somebody has before their eyes. */
export type PersonState = SlackState | TeamsState

/** Event `person`, for each account the page watches: of messages only those that this stream has not told yet. */
export type PersonNews = News<SlackState> | News<TeamsState>

type News<State extends PersonState> = Omit<State, 'places'> & {
  readonly places: readonly (Omit<PlaceState, 'messages'> & {
    readonly messages: readonly (Shown | Same)[]
  })[]
}

/** The message of this id, as it was told before. */
export interface Same {
  readonly same: string
}

interface Around {
  readonly key: AccountKey
  /** Their chat with the bot first, then channels and group chats. */
  readonly places: readonly PlaceState[]
}

export interface PlaceState {
  /** The conversation's id on its platform. */
  readonly id: string
  readonly kind: 'chat' | 'channel' | 'group'
  readonly name: string
  readonly messages: readonly Shown[]
}

type Content = Readonly<Record<string, unknown>>

export interface Shown {
  readonly id: string
  readonly at: string
  /** When it came by the machine's clock, in milliseconds since 1970. */
  readonly cameAt: number
  /** Undefined: the bot. */
  readonly from?: { readonly key: AccountKey; readonly name: string }
  readonly text: string
  readonly edited?: true
  /** Only they see it. */
  readonly onlyYou?: true
  /** The name of a file that they sent. */
  readonly file?: string
  /** Files that the bot shared. */
  readonly shared?: readonly SharedFile[]
  /** Teams: the bot asks whether this file may be put into their OneDrive. */
  readonly consent?: { readonly name: string; readonly description: string; readonly bytes: number }
  /** Slack. Every block has a `block_id`. */
  readonly blocks?: readonly Content[]
  /** Teams: an Adaptive Card. */
  readonly card?: Content
  /** What the platform carries, for whoever wants to look. */
  readonly payload: unknown
}

/** A file that can be had. */
export interface SharedFile {
  readonly name: string
  readonly bytes: number
  /** Where the playground has it. */
  readonly link: string
  /** How the platform's own messages link to it. */
  readonly permalink?: string
}

export interface SlackState extends Around {
  readonly platform: 'slack'
  /** The view of their Home tab, once it was opened. */
  readonly home?: SlackWindow
  /** Open windows, the topmost last. */
  readonly windows: readonly SlackWindow[]
}

export interface SlackWindow {
  readonly id: string
  readonly hash: string
  /** The view as the bot sent it; every block has a `block_id`. */
  readonly view: Content
}

export interface TeamsState extends Around {
  readonly platform: 'teams'
  readonly dialog?: { readonly id: string; readonly title: string; readonly card: Content }
  /** Commands of the message extension: what `/` or the plus in the compose box offers. */
  readonly extensions: readonly { readonly id: string; readonly title: string }[]
}

/** Deeds of somebody of the hospital. */
export type PersonDeed = {
  readonly who: AccountKey
} /** In Slack, text that begins with `/mentor` is a command. */ & (
  | { readonly deed: 'say'; readonly place: string; readonly text: string }
  | { readonly deed: 'edit'; readonly place: string; readonly message: string; readonly text: string }
  | { readonly deed: 'unsay'; readonly place: string; readonly message: string }
  | { readonly deed: 'send-file'; readonly name: string; readonly base64: string; readonly text: string }
  | SlackDeed
  | TeamsDeed
)

type SlackDeed =
  /** Something interactive in a message, a window or Home. `chosen`: an option's value or several, or a date. */
  | {
      readonly deed: 'slack-press'
      readonly in: { readonly place: string; readonly message: string } | { readonly view: string }
      readonly block: string
      readonly action: string
      readonly chosen?: string | readonly string[]
    }
  | {
      readonly deed: 'slack-submit'
      readonly view: string
      /** By block. */
      readonly entered: Readonly<Record<string, string | readonly string[]>>
    }
  /** Closes the topmost window. */
  | { readonly deed: 'slack-close' }
  | { readonly deed: 'slack-home' }

type TeamsDeed =
  | {
      readonly deed: 'teams-press'
      readonly place: string
      readonly message: string
      /** The action as it stands in the card. */
      readonly action: Content
      /** By the input's id. */
      readonly inputs: Readonly<Record<string, string>>
    }
  | {
      readonly deed: 'teams-submit'
      readonly inputs: Readonly<Record<string, string>>
      /** The button of the dialog, as it stands in its card; the first one where it is left out. */
      readonly action?: Content
    }
  /** Answers the question whether a file may be put into their OneDrive. */
  | {
      readonly deed: 'teams-consent'
      readonly place: string
      readonly message: string
      readonly action: 'accept' | 'decline'
    }
  | { readonly deed: 'teams-close' }
  | { readonly deed: 'teams-extension'; readonly command: string }

/** Deeds of whoever sits before the page. */
export type VisitorDeed =
  | { readonly deed: 'clock'; readonly by: 'hour' | 'day' | 'week' | 'next' }
  /** ISO 8601, in UTC. */
  | { readonly deed: 'clock-to'; readonly at: string }
  | { readonly deed: 'alive'; readonly on: boolean }
  | { readonly deed: 'fault'; readonly platform: Platform; readonly fault: Fault | 'none' }
  /** The account is deactivated (Slack) or blocks the bot (Teams); or is back. */
  | { readonly deed: 'gone'; readonly who: AccountKey; readonly gone: boolean }
  | { readonly deed: 'bring-program'; readonly base64: string }
  | { readonly deed: 'bring-people'; readonly program: string; readonly base64: string }
  | { readonly deed: 'pair'; readonly program: string; readonly mentor: string; readonly mentee: string }
  | { readonly deed: 'reset'; readonly to: 'demonstration' | 'nothing' }

export type Deed = PersonDeed | VisitorDeed

/** What became of a deed. What it changed comes by events. */
export type DeedAnswer =
  | {
      readonly ok: true
      /** What was done, where no event says it. */
      readonly said?: string
      /** What the platform itself tells the person in passing: a notice that goes away. */
      readonly notice?: string
      /** At the fields of the form, by block (Slack) or input (Teams). */
      readonly errors?: Readonly<Record<string, string>>
    }
  | {
      readonly ok: false
      /** One clear sentence. */
      readonly reason: string
      /** What is wrong in a file, line by line. */
      readonly problems?: readonly string[]
    }
